package org.wirewatch.topology;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A store of the objects themselves, kept nowhere else: for a replay, which is over when it ends
 * and need not write what only it will read. Values are immutable. Confined to one thread.
 */
final class ObjectStore<V> implements KeyValueStore<String, V> {
  private final String name;
  private final TreeMap<String, V> values = new TreeMap<>();
  private boolean open;

  private ObjectStore(String name) {
    this.name = name;
  }

  static <V> StoreBuilder<KeyValueStore<String, V>> builder(String name) {
    return new Builder<>(name);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    context.register(
        root,
        (_, _) -> {
          throw new IllegalStateException(name + " is written nowhere it could be restored from");
        });
    open = true;
  }

  @Override
  public void put(String key, @Nullable V value) {
    if (value == null) {
      values.remove(key);
    } else {
      values.put(key, value);
    }
  }

  @Override
  public @Nullable V putIfAbsent(String key, V value) {
    return values.putIfAbsent(key, value);
  }

  @Override
  public void putAll(List<KeyValue<String, V>> entries) {
    entries.forEach(e -> put(e.key, e.value));
  }

  @Override
  public @Nullable V delete(String key) {
    return values.remove(key);
  }

  @Override
  public @Nullable V get(String key) {
    return values.get(key);
  }

  @Override
  public KeyValueIterator<String, V> range(@Nullable String from, @Nullable String to) {
    NavigableMap<String, V> range = from == null ? values : values.tailMap(from, true);
    return new Range<>(to == null ? range : range.headMap(to, true));
  }

  @Override
  public KeyValueIterator<String, V> all() {
    return new Range<>(values);
  }

  @Override
  public <S extends Serializer<P>, P> KeyValueIterator<String, V> prefixScan(P prefix, S keys) {
    String from = prefix.toString();
    return new Range<>(values.subMap(from, true, from + Character.MAX_VALUE, false));
  }

  @Override
  public long approximateNumEntries() {
    return values.size();
  }

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
    values.clear();
  }

  /** A copy of a range, so that entries may be deleted while it is read. */
  private static final class Range<V> implements KeyValueIterator<String, V> {
    private final Iterator<Map.Entry<String, V>> entries;
    private Map.@Nullable Entry<String, V> next;

    Range(NavigableMap<String, V> range) {
      entries = List.copyOf(range.entrySet()).iterator();
      next = entries.hasNext() ? entries.next() : null;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public KeyValue<String, V> next() {
      Map.Entry<String, V> entry = entry();
      next = entries.hasNext() ? entries.next() : null;
      return KeyValue.pair(entry.getKey(), entry.getValue());
    }

    @Override
    public String peekNextKey() {
      return entry().getKey();
    }

    private Map.Entry<String, V> entry() {
      if (next == null) {
        throw new java.util.NoSuchElementException();
      }
      return next;
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }

  private record Builder<V>(String name) implements StoreBuilder<KeyValueStore<String, V>> {
    @Override
    public StoreBuilder<KeyValueStore<String, V>> withCachingEnabled() {
      return this;
    }

    @Override
    public StoreBuilder<KeyValueStore<String, V>> withCachingDisabled() {
      return this;
    }

    @Override
    public StoreBuilder<KeyValueStore<String, V>> withLoggingEnabled(Map<String, String> config) {
      throw new UnsupportedOperationException("kept nowhere");
    }

    @Override
    public StoreBuilder<KeyValueStore<String, V>> withLoggingDisabled() {
      return this;
    }

    @Override
    public KeyValueStore<String, V> build() {
      return new ObjectStore<>(name);
    }

    @Override
    public Map<String, String> logConfig() {
      return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
      return false;
    }
  }
}
