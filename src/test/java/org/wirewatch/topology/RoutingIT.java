package org.wirewatch.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirewatch.route.Some.alert;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirewatch.broker.EmbeddedBroker;
import org.wirewatch.model.Action;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Matchers;
import org.wirewatch.model.Notification;
import org.wirewatch.model.Severity;
import org.wirewatch.model.TopicNames;
import org.wirewatch.route.Label;
import org.wirewatch.route.RouteConfig;
import org.wirewatch.route.Router;
import org.wirewatch.route.Routing;
import org.wirewatch.route.Some;
import org.wirewatch.route.Updates;
import org.wirewatch.topology.RouteSettings.Pace;

/** The routing branch on a real broker, exactly once, its state in changelogs alone. */
@Timeout(60)
class RoutingIT {
  private static EmbeddedBroker broker;

  private final Topics topics =
      new Topics(
          new TopicNames("t" + UUID.randomUUID()), new TopicsConfig(2, (short) -1, Map.of()));
  private final AtomicReference<Router> router = new AtomicReference<>();

  @BeforeAll
  static void startBroker(@TempDir Path folder) {
    broker = EmbeddedBroker.start(folder, 0);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void createTopics() {
    try (Admin admin = Admin.create(client())) {
      topics.create(admin);
    }
  }

  @Test
  void aRestartInTheMiddleOfAHold_losesNothingAndRepeatsNothing(
      @TempDir Path one, @TempDir Path two) throws Exception {
    RouteConfig quick = RouteConfig.to("duty", Some.severities(Severity.CRITICAL));
    route(first(Duration.ofSeconds(6)).withRoutes(List.of(quick)));
    try (KafkaStreams streams = start(one)) {
      push(alert().id("a"), alert().id("b"), alert().id("c").severity(Severity.CRITICAL));
      await().atMost(Duration.ofSeconds(20)).until(() -> told().equals(List.of("duty c:1")));
    }

    try (KafkaStreams streams = start(two)) {
      push(alert().id("d"));

      await()
          .atMost(Duration.ofSeconds(25))
          .untilAsserted(
              () -> assertThat(told()).containsExactlyInAnyOrder("duty c:1", "desk a:1,b:1,d:1"));
    }
  }

  @Test
  void whatPeopleDo_reachesTheReceiversOfEveryPartition(@TempDir Path state) throws Exception {
    List<RouteConfig> everybody = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      everybody.add(
          new RouteConfig(
              Matchers.ANY,
              "r" + i,
              null,
              null,
              null,
              Duration.ofSeconds(2),
              true,
              null,
              null,
              List.of()));
    }
    route(first(Duration.ZERO).withRoutes(everybody));
    try (KafkaStreams streams = start(state)) {
      push(alert().id("a"));
      await().atMost(Duration.ofSeconds(20)).until(() -> told().size() == 8);
      Instant now = Instant.now();
      act(new Action.Acknowledge("a", "ana", now, ""));
      act(
          new Action.Silence(
              "s-1",
              "ana",
              now,
              Some.places(Set.of("BO")),
              now,
              now.plusSeconds(600),
              "exercise",
              null));
      push(alert().id("b").in("BO"), alert().id("c").in("CL"));

      await().atMost(Duration.ofSeconds(10)).until(() -> told().size() == 16);
      assertThat(told()).noneMatch(line -> line.contains("b:1"));
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> told().stream().filter(line -> line.contains("c:1")).count() == 16);
      assertThat(told().stream().filter(line -> line.contains("a:1"))).hasSize(8);
    }
  }

  private void route(RouteConfig root) {
    router.set(Router.of(new Routing(root, List.of(), List.of())));
  }

  private static RouteConfig first(Duration first) {
    return new RouteConfig(
        Matchers.ANY,
        "desk",
        List.of(Label.ENTRY),
        first,
        Updates.DEFAULT,
        Duration.ZERO,
        false,
        null,
        null,
        List.of());
  }

  private KafkaStreams start(Path state) {
    Topology topology =
        RoutingAlone.topology(
            topics, new RouteSettings(this::current, Pace.LIVE, new SimpleMeterRegistry()));
    Map<String, Object> config = new HashMap<>(AlertTopology.streamsConfig(topics, client()));
    config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    config.put(StreamsConfig.consumerPrefix("group.instance.id"), "one");
    KafkaStreams streams = new KafkaStreams(topology, new StreamsConfig(config));
    streams.start();
    return streams;
  }

  private Router current() {
    return Objects.requireNonNull(router.get());
  }

  private void push(Some... alerts) throws Exception {
    try (KafkaProducer<String, Alert> producer =
        new KafkaProducer<>(
            client(), new StringSerializer(), topics.alerts().value().serializer())) {
      for (Some some : alerts) {
        Alert alert = some.build();
        producer.send(new ProducerRecord<>(topics.alerts().name(), 0, alert.id(), alert)).get();
      }
    }
  }

  private void act(Action action) {
    new DefinitionSync(client()).write(topics.silences(), action.id(), action);
  }

  /** Everything told so far, a line each: to whom, which revisions. */
  private List<String> told() {
    Map<String, Object> config = new HashMap<>(client());
    config.put("isolation.level", "read_committed");
    List<String> lines = new ArrayList<>();
    try (KafkaConsumer<String, Notification> consumer =
        new KafkaConsumer<>(
            config, new StringDeserializer(), topics.notifications().value().deserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topics.notifications().name()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < end(ends.get(p)))) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> lines.add(line(record.value())));
      }
    }
    return lines;
  }

  private static long end(@Nullable Long offset) {
    return offset == null ? 0 : offset;
  }

  private static String line(Notification n) {
    return n.receiver()
        + " "
        + String.join(
            ",", n.alerts().stream().map(a -> a.id() + ":" + a.revision()).sorted().toList());
  }

  private static Map<String, Object> client() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }
}
