package org.wirewatch.topology;

import java.time.Duration;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.jspecify.annotations.Nullable;

/**
 * A topic: what is in it and how it is kept. Immutable.
 *
 * @param retention how long records are kept; null for a compacted topic, which keeps the newest of
 *     each key for ever
 * @param maxBytes the largest record
 */
public record Topic<K, V>(
    String name,
    Serde<K> key,
    Serde<V> value,
    int partitions,
    @Nullable Duration retention,
    int maxBytes) {

  /** How it is read, under the name of a node of the topology. */
  Consumed<K, V> consumed(String node) {
    return Consumed.with(key, value).withName(node);
  }

  /** How it is written, under the name of a node of the topology. */
  Produced<K, V> produced(String node) {
    return Produced.with(key, value).withName(node);
  }
}
