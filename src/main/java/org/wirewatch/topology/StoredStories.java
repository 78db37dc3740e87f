package org.wirewatch.topology;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.wirewatch.story.Story;
import org.wirewatch.story.StoryStore;

/** Stories and reports in Kafka Streams stores. Confined to one stream thread. */
final class StoredStories implements StoryStore {
  private final KeyValueStore<String, Story> stories;
  private final KeyValueStore<String, Filed> reports;
  private final KeyValueStore<String, Retired> retired;

  /** The stores of the task that {@code context} is of. */
  StoredStories(ProcessorContext<?, ?> context) {
    this.stories = context.getStateStore(Stores.STORIES);
    this.reports = context.getStateStore(Stores.REPORTS);
    this.retired = context.getStateStore(Stores.RETIRED);
  }

  /** Every open story, whatever its thing. */
  List<Story> all() {
    return Keys.values(stories.all());
  }

  @Override
  public List<Story> stories(String thing) {
    return Keys.under(stories, thing);
  }

  @Override
  public List<Filed> reports(String thing, String story) {
    return Keys.under(reports, thing, story);
  }

  @Override
  public void save(Story story) {
    stories.put(Keys.of(story.thing(), story.id()), story);
  }

  @Override
  public void save(Story story, Filed report) {
    reports.put(key(story, report.number()), report);
  }

  @Override
  public void drop(Story story, long number) {
    reports.delete(key(story, number));
  }

  @Override
  public void drop(Story story) {
    stories.delete(Keys.of(story.thing(), story.id()));
  }

  @Override
  public void retire(String thing, Retired report) {
    retired.put(Keys.of(thing, report.item()), report);
  }

  @Override
  public @Nullable Retired retired(String thing, String item) {
    return retired.get(Keys.of(thing, item));
  }

  /** Forgets the reports of stories that were over before then. */
  void forget(Instant oldest) {
    try (KeyValueIterator<String, Retired> all = retired.all()) {
      while (all.hasNext()) {
        KeyValue<String, Retired> next = all.next();
        if (next.value.closed().isBefore(oldest)) {
          retired.delete(next.key);
        }
      }
    }
  }

  private static String key(Story story, long number) {
    return Keys.of(story.thing(), story.id(), String.format(Locale.ROOT, "%012d", number));
  }
}
