package org.wirewatch.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.wirewatch.json.Json;
import org.wirewatch.model.Alert;
import org.wirewatch.model.FlaggedItem;
import org.wirewatch.model.Item;
import org.wirewatch.model.Notification;
import org.wirewatch.model.TopicNames;
import org.wirewatch.model.Watchlist;
import org.wirewatch.story.StoryLimits;
import org.wirewatch.topology.TopologySettings.StoreKind;

/**
 * Runs recorded items through the same topology as a running system, without a broker and in the
 * items' own time. The same items in the same order give the same revisions, byte by byte. Not
 * thread-safe.
 *
 * <pre>{@code
 * try (Replay replay = Replay.of(watchlists, Judge::of)) {
 *   items.forEach(item -> print(replay.feed(item)));
 *   print(replay.finish());
 * }
 * }</pre>
 */
public final class Replay implements AutoCloseable {
  /** Longer than any report waits to be told, shorter than any story is quiet before it closes. */
  private static final Duration AFTER = Duration.ofMinutes(61);

  private final TopologyTestDriver driver;
  private final TestInputTopic<String, Item> items;
  private final TestOutputTopic<String, Alert> alerts;
  private final TestOutputTopic<String, Notification> notifications;
  private final TestOutputTopic<byte[], byte[]> flags;
  private Instant now = Instant.EPOCH;

  private Replay(TopologySettings settings, Collection<Watchlist> watchlists) {
    Topics topics = settings.topics();
    Properties config = new Properties();
    config.putAll(
        AlertTopology.streamsConfig(
            topics,
            Map.of(
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "none:0",
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.AT_LEAST_ONCE)));
    driver = new TopologyTestDriver(AlertTopology.build(settings), config, Instant.EPOCH);
    items = input(topics.items());
    alerts = output(topics.alerts());
    notifications = output(topics.notifications());
    flags =
        driver.createOutputTopic(
            topics.flags().name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    TestInputTopic<String, byte[]> definitions = input(topics.watchlists());
    watchlists.forEach(w -> definitions.pipeInput(w.id(), Json.mapper().writeValueAsBytes(w)));
  }

  /** A replay that tells nobody. */
  public static Replay of(
      Collection<Watchlist> watchlists,
      Function<Collection<Watchlist>, Function<Item, FlaggedItem>> compile) {
    return of(watchlists, compile, _ -> List.of());
  }

  /** A replay that also shows what would have been sent to whom. */
  public static Replay of(
      Collection<Watchlist> watchlists,
      Function<Collection<Watchlist>, Function<Item, FlaggedItem>> compile,
      Function<Alert, List<Notification>> route) {
    Topics topics = new Topics(TopicNames.DEFAULT, TopicsConfig.DEFAULT);
    TopologySettings settings =
        new TopologySettings(
            topics, compile, route, null, StoryLimits.DEFAULT, StoreKind.EPHEMERAL);
    return new Replay(settings, watchlists);
  }

  /** The revisions that an item causes; its time is its own, or that of the item before. */
  public List<Alert> feed(Item item) {
    Instant seen = item.seen();
    now = seen == null ? now : seen;
    items.pipeInput(item.id(), item, now);
    flags.readRecordsToList();
    return alerts.readValuesToList();
  }

  /** The revisions that were still waiting when the items ended. */
  public List<Alert> finish() {
    driver.advanceWallClockTime(AFTER);
    return alerts.readValuesToList();
  }

  /** What would have been sent since it was asked last. */
  public List<Notification> notifications() {
    return notifications.readValuesToList();
  }

  @Override
  public void close() {
    driver.close();
  }

  private <V> TestInputTopic<String, V> input(Topic<String, V> topic) {
    return driver.createInputTopic(
        topic.name(), topic.key().serializer(), topic.value().serializer());
  }

  private <V> TestOutputTopic<String, V> output(Topic<String, V> topic) {
    return driver.createOutputTopic(
        topic.name(), topic.key().deserializer(), topic.value().deserializer());
  }
}
