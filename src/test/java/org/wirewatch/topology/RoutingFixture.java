package org.wirewatch.topology;

import static org.wirewatch.route.Some.NOON;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.wirewatch.model.Action;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Notification;
import org.wirewatch.model.TopicNames;
import org.wirewatch.route.RouteConfig;
import org.wirewatch.route.Router;
import org.wirewatch.route.Routing;
import org.wirewatch.route.Some;
import org.wirewatch.topology.RouteSettings.Pace;

/** The routing branch alone in a driver: alerts and actions in, messages out. */
final class RoutingFixture implements AutoCloseable {
  private static final Topics TOPICS = new Topics(TopicNames.DEFAULT, TopicsConfig.DEFAULT);

  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final TopologyTestDriver driver;
  private final AtomicReference<Router> router;
  private final TestInputTopic<String, Alert> alerts;
  private final TestInputTopic<String, Action> actions;
  private final TestOutputTopic<String, Notification> notifications;
  private final Instant start;
  private Instant now;

  /**
   * @param start the time of the first alert; later times are counted from here
   */
  RoutingFixture(Routing routing, Instant start) {
    this.start = start;
    now = start;
    router = new AtomicReference<>(Router.of(routing));
    Properties config = new Properties();
    config.putAll(
        AlertTopology.streamsConfig(
            TOPICS,
            Map.of(
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "none:0",
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.AT_LEAST_ONCE)));
    driver =
        new TopologyTestDriver(
            RoutingAlone.topology(TOPICS, new RouteSettings(router::get, Pace.LIVE, meters)),
            config,
            start);
    alerts = input(TOPICS.alerts());
    actions = input(TOPICS.silences());
    notifications =
        driver.createOutputTopic(
            TOPICS.notifications().name(),
            TOPICS.notifications().key().deserializer(),
            TOPICS.notifications().value().deserializer());
  }

  static RoutingFixture of(RouteConfig root) {
    return new RoutingFixture(new Routing(root, List.of(), List.of()), NOON);
  }

  /** The clock goes on, second by second, to so long after the start. */
  RoutingFixture pass(Duration after) {
    Instant then = start.plus(after);
    while (now.isBefore(then)) {
      Duration step = Duration.between(now, then);
      step = step.compareTo(Duration.ofSeconds(1)) > 0 ? Duration.ofSeconds(1) : step;
      driver.advanceWallClockTime(step);
      now = now.plus(step);
    }
    return this;
  }

  /** A long time with few timers goes in one step. */
  RoutingFixture jump(Duration after) {
    driver.advanceWallClockTime(Duration.between(now, start.plus(after)));
    now = start.plus(after);
    return this;
  }

  RoutingFixture push(Some some) {
    Alert alert = some.build();
    alerts.pipeInput(alert.id(), alert, now);
    return this;
  }

  RoutingFixture act(Action action) {
    actions.pipeInput(action.id(), action, now);
    return this;
  }

  void actBytes(byte[] action) {
    driver
        .createInputTopic(
            TOPICS.silences().name(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput("forged", action);
  }

  void reload(Routing routing) {
    router.set(Router.of(routing));
  }

  /** What was sent since it was asked last: when, to whom, in which form, which revisions. */
  List<String> told() {
    List<String> lines = new ArrayList<>();
    for (Notification n : notifications.readValuesToList()) {
      lines.add(
          Duration.between(start, n.created()).toString().substring(2).toLowerCase(Locale.ROOT)
              + " "
              + n.receiver()
              + " "
              + n.form().name().toLowerCase(Locale.ROOT)
              + " "
              + String.join(",", n.alerts().stream().map(a -> a.id() + ":" + a.revision()).toList())
              + (n.more() == 0 ? "" : " and " + n.more()));
    }
    return lines;
  }

  List<Notification> messages() {
    return notifications.readValuesToList();
  }

  private <V> TestInputTopic<String, V> input(Topic<String, V> topic) {
    return driver.createInputTopic(
        topic.name(), topic.key().serializer(), topic.value().serializer());
  }

  @Override
  public void close() {
    driver.close();
  }
}
