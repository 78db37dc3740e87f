package org.wirewatch.topology;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Item;

/** Lets an item through once for each text that it has; forgets those unseen for 15 days. */
final class DedupeProcessor implements Processor<String, Item, String, Item> {
  private static final Duration MEMORY = Duration.ofDays(15);

  private @Nullable ProcessorContext<String, Item> context;
  private @Nullable KeyValueStore<String, Seen> seen;

  @Override
  public void init(ProcessorContext<String, Item> context) {
    this.context = context;
    this.seen = context.getStateStore(Stores.SEEN);
    context.schedule(Duration.ofDays(1), PunctuationType.STREAM_TIME, this::forget);
  }

  @Override
  public void process(Record<String, Item> record) {
    Item item = record.value();
    if (item.isBlank()) {
      return;
    }
    String digest = Digests.of(item);
    Seen now = new Seen(digest, today());
    Seen before = requireNonNull(seen).get(item.id());
    if (!now.equals(before)) {
      requireNonNull(seen).put(item.id(), now);
    }
    if (before == null || !before.digest().equals(digest)) {
      requireNonNull(context).forward(record.withKey(item.id()));
    }
  }

  /**
   * By the stream's time, not the item's: what a feed still carries is not forgotten for its age.
   */
  private Instant today() {
    long now = requireNonNull(context).currentStreamTimeMs();
    return Instant.ofEpochMilli(now).truncatedTo(ChronoUnit.DAYS);
  }

  private void forget(long streamTime) {
    Instant oldest = Instant.ofEpochMilli(streamTime).minus(MEMORY);
    try (KeyValueIterator<String, Seen> all = requireNonNull(seen).all()) {
      while (all.hasNext()) {
        KeyValue<String, Seen> next = all.next();
        if (next.value.day().isBefore(oldest)) {
          requireNonNull(seen).delete(next.key);
        }
      }
    }
  }
}
