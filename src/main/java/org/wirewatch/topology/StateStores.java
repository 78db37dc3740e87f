package org.wirewatch.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.wirewatch.story.AlertState;
import org.wirewatch.story.AlertStore;
import org.wirewatch.story.Story;
import org.wirewatch.story.StoryStore;
import org.wirewatch.story.Subscriber;

/**
 * Stories, reports and alert states in Kafka Streams stores. Keys are the parts joined by a
 * character that none of them has, so that what belongs to a thing or a story is a range. Confined
 * to one stream thread.
 */
final class StateStores implements StoryStore, AlertStore {
  private static final char PART = '\u0000';
  private static final StringSerializer KEYS = new StringSerializer();

  private final KeyValueStore<String, Story> stories;
  private final KeyValueStore<String, Filed> reports;
  private final KeyValueStore<String, AlertState> alerts;

  private StateStores(
      KeyValueStore<String, Story> stories,
      KeyValueStore<String, Filed> reports,
      KeyValueStore<String, AlertState> alerts) {
    this.stories = stories;
    this.reports = reports;
    this.alerts = alerts;
  }

  /** The stores of the task that {@code context} is of. */
  static StateStores of(ProcessorContext<?, ?> context) {
    return new StateStores(
        context.getStateStore(Stores.STORIES),
        context.getStateStore(Stores.REPORTS),
        context.getStateStore(Stores.ALERT_STATES));
  }

  /** Every open story, whatever its thing. */
  List<Story> allStories() {
    return values(stories.all());
  }

  /** The state of every alert. */
  List<AlertState> allStates() {
    return values(alerts.all());
  }

  @Override
  public List<Story> stories(String thing) {
    return values(stories.prefixScan(thing + PART, KEYS));
  }

  @Override
  public @Nullable Story story(String thing, String id) {
    return stories.get(key(thing, id));
  }

  @Override
  public List<Filed> reports(String thing, String story) {
    return values(reports.prefixScan(key(thing, story) + PART, KEYS));
  }

  @Override
  public void save(Story story) {
    stories.put(key(story.thing(), story.id()), story);
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
    stories.delete(key(story.thing(), story.id()));
  }

  @Override
  public @Nullable AlertState state(String thing, String story, Subscriber subscriber) {
    return alerts.get(key(thing, story, subscriber.watchlist(), subscriber.entry()));
  }

  @Override
  public List<AlertState> states(String thing, String story) {
    return values(alerts.prefixScan(key(thing, story) + PART, KEYS));
  }

  @Override
  public void save(AlertState state) {
    alerts.put(key(state), state);
  }

  @Override
  public void drop(AlertState state) {
    alerts.delete(key(state));
  }

  private static String key(AlertState state) {
    Subscriber to = state.subscriber();
    return key(state.thing(), state.story(), to.watchlist(), to.entry());
  }

  private static String key(Story story, long number) {
    return key(story.thing(), story.id(), String.format(Locale.ROOT, "%012d", number));
  }

  private static String key(String... parts) {
    return String.join(String.valueOf(PART), parts);
  }

  private static <V> List<V> values(KeyValueIterator<String, V> range) {
    List<V> values = new ArrayList<>();
    try (range) {
      range.forEachRemaining(next -> values.add(next.value));
    }
    return values;
  }
}
