package org.wirewatch.topology;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps the definitions of watchlists on every instance and has each change compiled. */
final class WatchlistsProcessor implements Processor<String, byte[], Void, Void> {
  private final Watching watching;
  private @Nullable KeyValueStore<String, byte[]> definitions;

  WatchlistsProcessor(Watching watching) {
    this.watching = watching;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    definitions = context.getStateStore(Stores.WATCHLISTS);
  }

  @Override
  public void process(Record<String, byte[]> definition) {
    KeyValueStore<String, byte[]> store = java.util.Objects.requireNonNull(definitions);
    store.put(definition.key(), definition.value());
    watching.load(store);
  }
}
