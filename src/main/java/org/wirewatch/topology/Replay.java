package org.wirewatch.topology;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import org.wirewatch.json.Json;
import org.wirewatch.model.Alert;
import org.wirewatch.model.FlaggedItem;
import org.wirewatch.model.Item;
import org.wirewatch.model.Notification;
import org.wirewatch.model.TopicNames;
import org.wirewatch.model.Watchlist;
import org.wirewatch.route.Router;
import org.wirewatch.route.Routing;
import org.wirewatch.story.StoryLimits;
import org.wirewatch.topology.RouteSettings.Pace;
import org.wirewatch.topology.TopologySettings.StoreKind;

/**
 * Runs recorded items through the same topology as a running system, without a broker and in the
 * items' own time. The same items in the same order give the same revisions, byte by byte. Not
 * thread-safe, but for {@link #judge}.
 *
 * <pre>{@code
 * try (Replay replay = Replay.of(watchlists, judge, routing)) {
 *   items.forEach(item -> print(replay.feed(item)));
 *   print(replay.finish());
 * }
 * }</pre>
 */
public final class Replay implements AutoCloseable {
  /** Longer than any report waits to be told, shorter than any story is quiet before it closes. */
  private static final Duration AFTER = Duration.ofMinutes(61);

  /** So that what is raised last is routed in its own time too. */
  private static final Duration STEP = Duration.ofMinutes(1);

  private final Function<Item, FlaggedItem> judge;
  private final TopologyTestDriver driver;
  private final TestInputTopic<String, Item> items;
  private final TestOutputTopic<String, Alert> alerts;
  private final TestOutputTopic<String, Notification> notifications;
  private final List<TestOutputTopic<?, ?>> others;
  private final boolean isRouted;
  private final List<Notification> told = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private @Nullable Ahead current;

  private Replay(
      Collection<Watchlist> watchlists,
      Function<Item, FlaggedItem> judge,
      @Nullable Routing routing) {
    Topics topics = new Topics(TopicNames.DEFAULT, TopicsConfig.DEFAULT, new HandOver());
    TopologySettings settings =
        new TopologySettings(
            topics,
            _ -> _ -> flagged(),
            routing == null ? null : routed(Router.of(routing)),
            null,
            StoryLimits.DEFAULT.withoutThrottle(),
            StoreKind.EPHEMERAL,
            new SimpleMeterRegistry());
    Map<String, Object> client =
        Map.of(
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
            "none:0",
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
            StreamsConfig.AT_LEAST_ONCE);
    Properties config = new Properties();
    config.putAll(AlertTopology.streamsConfig(topics, client));
    this.judge = judge;
    isRouted = routing != null;
    driver = new TopologyTestDriver(AlertTopology.build(settings), config, Instant.EPOCH);
    items = input(topics.items());
    alerts = output(topics.alerts());
    notifications = output(topics.notifications());
    others = new ArrayList<>();
    others.add(output(topics.flags()));
    others.add(repartitioned(topics, AlertTopology.SIGHTINGS));
    if (isRouted) {
      others.add(repartitioned(topics, RoutingBranch.ERRANDS));
    }
    TestInputTopic<String, byte[]> definitions = input(topics.watchlists());
    watchlists.forEach(w -> definitions.pipeInput(w.id(), Json.mapper().writeValueAsBytes(w)));
  }

  /**
   * A replay.
   *
   * @param judge judges items by {@code watchlists}; thread-safe
   * @param routing who would be told of a revision, and when; null to tell nobody
   */
  public static Replay of(
      Collection<Watchlist> watchlists,
      Function<Item, FlaggedItem> judge,
      @Nullable Routing routing) {
    return new Replay(watchlists, judge, routing);
  }

  private static RouteSettings routed(Router router) {
    return new RouteSettings(() -> router, Pace.REPLAYED, new SimpleMeterRegistry());
  }

  /** An item that has been judged before its turn. */
  public record Ahead(Item item, FlaggedItem flagged) {}

  /**
   * Judges an item before its turn, which is most of the work of a replay and depends on no other
   * item. Thread-safe.
   */
  public Ahead judge(Item item) {
    return new Ahead(item, judge.apply(item));
  }

  /** The revisions that an item causes; its time is its own, or that of the item before. */
  public List<Alert> feed(Item item) {
    return feed(judge(item));
  }

  /** As {@link #feed(Item)}. */
  public List<Alert> feed(Ahead ahead) {
    Instant seen = ahead.item().seen();
    now = seen == null ? now : seen;
    current = ahead;
    items.pipeInput(ahead.item().id(), ahead.item(), now);
    return revisions();
  }

  private List<Alert> revisions() {
    others.forEach(TestOutputTopic::readRecordsToList);
    if (isRouted) {
      told.addAll(notifications.readValuesToList());
    }
    return alerts.readValuesToList();
  }

  /** What the topology is told of the item that it is fed. */
  private FlaggedItem flagged() {
    return requireNonNull(current).flagged();
  }

  /** The revisions that were still waiting when the items ended. */
  public List<Alert> finish() {
    List<Alert> last = new ArrayList<>();
    for (Duration passed = Duration.ZERO; passed.compareTo(AFTER) < 0; passed = passed.plus(STEP)) {
      driver.advanceWallClockTime(STEP);
      last.addAll(revisions());
    }
    return last;
  }

  /**
   * What would have been sent since it was asked last; {@link Notification#created} says when. What
   * waits for longer than an hour after the last item is not among it.
   */
  public List<Notification> notifications() {
    List<Notification> now = List.copyOf(told);
    told.clear();
    return now;
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

  /** The driver keeps what goes over this topic although the topology has read it. */
  private TestOutputTopic<byte[], byte[]> repartitioned(Topics topics, String name) {
    Deserializer<byte[]> bytes = new ByteArrayDeserializer();
    return driver.createOutputTopic(
        topics.names().prefix() + "-" + name + "-repartition", bytes, bytes);
  }
}
