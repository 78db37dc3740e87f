package org.wirewatch.topology;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A small store held in memory too, for what is looked through at every record. Confined to one
 * stream thread.
 */
final class KeptMap<V> {
  private final Map<String, V> values = new LinkedHashMap<>();
  private final KeyValueStore<String, V> store;

  /** Reads what there is. */
  KeptMap(ProcessorContext<?, ?> context, String name) {
    store = context.getStateStore(name);
    try (KeyValueIterator<String, V> all = store.all()) {
      all.forEachRemaining(next -> values.put(next.key, next.value));
    }
  }

  @Nullable V get(String key) {
    return values.get(key);
  }

  /** A copy: it may be changed while it is gone through. */
  Collection<V> values() {
    return List.copyOf(values.values());
  }

  Collection<Map.Entry<String, V>> entries() {
    return List.copyOf(values.entrySet());
  }

  /** Keeps a value, null for none; returns whether that is another one than before. */
  boolean put(String key, @Nullable V value) {
    V before = values.get(key);
    if (Objects.equals(before, value)) {
      return false;
    }
    if (value == null) {
      values.remove(key);
      store.delete(key);
    } else {
      values.put(key, value);
      store.put(key, value);
    }
    return true;
  }
}
