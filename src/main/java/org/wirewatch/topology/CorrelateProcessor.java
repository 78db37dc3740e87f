package org.wirewatch.topology;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.wirewatch.story.Correlator;
import org.wirewatch.story.Development;
import org.wirewatch.story.Shelf;
import org.wirewatch.story.Sighting;
import org.wirewatch.story.Story;
import org.wirewatch.story.StoryLimits;

/** Files sightings into the stories of their thing, and closes those that have gone quiet. */
final class CorrelateProcessor implements Processor<String, Sighting, String, Happened> {
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration DAY = Duration.ofDays(1);

  /** As long as the items are in their topic, and a day more. */
  private static final Duration MEMORY = Duration.ofDays(15);

  private final StoryLimits limits;
  private final Correlator correlator = new Correlator();
  private final EventClock clock = new EventClock();
  private final Agenda<String> closings = new Agenda<>();
  private @Nullable ProcessorContext<String, Happened> context;
  private @Nullable Shelves shelves;

  CorrelateProcessor(StoryLimits limits) {
    this.limits = limits;
  }

  @Override
  public void init(ProcessorContext<String, Happened> context) {
    StoredStories stores = new StoredStories(context);
    this.context = context;
    this.shelves = new Shelves(limits, stores);
    for (Story story : stores.all()) {
      closings.set(story.thing(), story.thing(), Instant.EPOCH);
    }
    context.schedule(
        DAY,
        PunctuationType.STREAM_TIME,
        now -> stores.forget(Instant.ofEpochMilli(now).minus(MEMORY)));
    context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, wall -> reach(clock.now(wall)));
  }

  @Override
  public void process(Record<String, Sighting> record) {
    Instant at = Instant.ofEpochMilli(record.timestamp());
    reach(clock.hear(at, requireNonNull(context).currentSystemTimeMs()));
    Shelf shelf = requireNonNull(shelves).of(record.value().thing());
    correlator.file(record.value(), shelf).forEach(d -> forward(shelf.thing(), d));
    closings.set(shelf.thing(), shelf.thing(), shelf.nextClosing());
  }

  /** Event time got to {@code now}: first what was waiting for it, then what it ends. */
  private void reach(Instant now) {
    forward("", new Development.TimePassed(now));
    for (String thing = closings.poll(now); thing != null; thing = closings.poll(now)) {
      Shelf shelf = requireNonNull(shelves).of(thing);
      correlator.close(shelf, now).forEach(d -> forward(shelf.thing(), d));
      closings.set(thing, thing, shelf.nextClosing());
    }
  }

  private void forward(String thing, Development development) {
    Happened happened = new Happened(development, requireNonNull(shelves));
    long time = Math.max(0, development.at().toEpochMilli());
    requireNonNull(context).forward(new Record<>(thing, happened, time));
  }
}
