package org.wirewatch.topology;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How topics are created where they are missing.
 *
 * @param partitions of the topics that many share; definitions and dead letters have one
 * @param replication copies of each partition; -1 for the broker's default
 * @param topics by name without the prefix, what differs for one topic
 */
public record TopicsConfig(int partitions, short replication, Map<String, Variation> topics) {
  /** What a system without configuration creates. */
  public static final TopicsConfig DEFAULT = new TopicsConfig(4, (short) -1, Map.of());

  public TopicsConfig {
    topics = Map.copyOf(topics);
  }

  /**
   * What differs for one topic; null leaves the default.
   *
   * @param retention of no effect on a compacted topic
   */
  public record Variation(
      @Nullable Integer partitions, @Nullable Short replication, @Nullable Duration retention) {}
}
