package org.wirewatch.topology;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.FlaggedItem;
import org.wirewatch.model.Item;
import org.wirewatch.story.Sighting;

/** Judges items by what is watched now; those without a flag end here. */
final class FlagProcessor implements Processor<String, Item, String, Judged> {
  private final Watching watching;
  private final @Nullable Duration freshness;
  private @Nullable ProcessorContext<String, Judged> context;
  private @Nullable ReadOnlyKeyValueStore<String, byte[]> definitions;

  FlagProcessor(Watching watching, @Nullable Duration freshness) {
    this.watching = watching;
    this.freshness = freshness;
  }

  /** Compiles before the first item: the global store is restored before any task starts. */
  @Override
  public void init(ProcessorContext<String, Judged> context) {
    this.context = context;
    this.definitions = context.getStateStore(Stores.WATCHLISTS);
    watching.current(requireNonNull(definitions));
  }

  @Override
  public void process(Record<String, Item> record) {
    Watching.Compiled compiled = watching.current(requireNonNull(definitions));
    FlaggedItem flagged = compiled.judge().apply(record.value());
    if (flagged.flags().isEmpty()) {
      return;
    }
    Instant at = Instant.ofEpochMilli(record.timestamp());
    List<Sighting> sightings = compiled.sightings().of(record.value(), flagged, at, freshness);
    requireNonNull(context).forward(record.withValue(new Judged(flagged, sightings)));
  }
}
