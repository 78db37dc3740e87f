package org.wirewatch.topology;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Keys of stores: the parts joined by a character that none of them has, so that what belongs to a
 * thing or a story is a range.
 */
final class Keys {
  private static final String PART = "\u0000";
  private static final StringSerializer SERIALIZER = new StringSerializer();

  private Keys() {}

  static String of(String... parts) {
    return String.join(PART, parts);
  }

  /** The values whose keys begin with the parts, in the order of their keys. */
  static <V> List<V> under(ReadOnlyKeyValueStore<String, V> store, String... parts) {
    return values(store.prefixScan(of(parts) + PART, SERIALIZER));
  }

  static <V> List<V> values(KeyValueIterator<String, V> range) {
    List<V> values = new ArrayList<>();
    try (range) {
      range.forEachRemaining(next -> values.add(next.value));
    }
    return values;
  }
}
