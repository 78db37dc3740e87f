package org.wirewatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirewatch.config.WatchlistReader;
import org.wirewatch.json.Json;
import org.wirewatch.judge.Judge;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Item;
import org.wirewatch.model.Source;
import org.wirewatch.model.Watchlist;
import org.wirewatch.topology.Replay;

/**
 * Items flow while the process that makes alerts of them and the broker are killed at random
 * moments: the alerts must be those of a run that nothing disturbed, revision for revision and byte
 * for byte. Half of the times the process also loses its state and restores it from the changelogs.
 *
 * <p>{@code -Dexactly-once.items=20000 -Dexactly-once.kills=12} for a long proof.
 */
class ExactlyOnceIT {
  private static final int ITEMS = Integer.getInteger("exactly-once.items", 3_000);
  private static final int KILLS = Integer.getInteger("exactly-once.kills", 2);
  private static final long SEED = Long.getLong("exactly-once.seed", 20_261_123);
  private static final Duration LONG = Duration.ofMinutes(5);

  /** Of event time between two items: longer than any pause, so that no wait is cut short. */
  private static final Duration APART = Duration.ofSeconds(61);

  /** Every story is over by then, so that nothing is left waiting. */
  private static final Duration QUIET = Duration.ofDays(8);

  private static final String LAST = "last";

  @TempDir Path folder;
  private final Random random = new Random(SEED);
  private int port;
  private RunningProcess broker;
  private RunningProcess processing;

  @BeforeEach
  void start() throws Exception {
    Files.writeString(folder.resolve("watchlists.yaml"), WATCHLISTS);
    Files.writeString(folder.resolve("wirewatch.yaml"), "watchlists: [watchlists.yaml]\n");
    port = freePort();
    broker = startedBroker();
    makeTopic();
    processing = startedProcessing();
  }

  @AfterEach
  void stop() throws InterruptedException {
    processing.kill();
    broker.kill();
  }

  @Test
  void processAndBrokerKilledAtRandomMoments_theAlertsAreThoseOfAnUndisturbedRun()
      throws Exception {
    List<Item> items = items();

    CompletableFuture<Void> flow = CompletableFuture.runAsync(() -> produce(items));
    for (int i = 0; i < KILLS; i++) {
      pause();
      if (i % 2 == 0) {
        killProcessing(i % 4 == 0);
      } else {
        // A process that is only starting wants to see the broker first, and says so if it does
        // not.
        await().atMost(LONG).until(() -> processing.state().isPresent());
        broker.kill();
        broker = startedBroker();
      }
    }

    flow.join();
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptionsInstanceOf(KafkaException.class)
        .untilAsserted(
            () -> assertThat(alerts()).as(processing.err()).anyMatch(a -> a.contains(LAST)));
    assertThat(settled(alerts()))
        .isEqualTo(settled(undisturbed(folder.resolve("watchlists.yaml"), items)));
  }

  private static final String WATCHLISTS =
      """
      watchlists:
        - id: desk
          severity: high
          entries:
            - {id: mayors, query: mayor}
            - {id: ferries, query: ferry}
            - {id: all, query: "*"}
      """;

  private void pause() {
    Duration moment = Duration.ofMillis(200 + random.nextInt(2_500));
    await().pollDelay(moment).atMost(moment.plus(LONG)).until(() -> true);
  }

  private RunningProcess startedBroker() throws IOException {
    Path log = folder.resolve("broker");
    RunningProcess started =
        RunningProcess.startMain(
            folder, "org.wirewatch.BrokerProcess", List.of(log.toString(), Integer.toString(port)));
    await()
        .atMost(LONG)
        .ignoreExceptions()
        .until(() -> {
          try (Admin admin = admin()) {
            return !admin.describeCluster().nodes().get().isEmpty();
          }
        });
    return started;
  }

  private void makeTopic() throws Exception {
    try (Admin admin = admin()) {
      admin.createTopics(List.of(new NewTopic("wirewatch.items", 1, (short) 1))).all().get();
    }
  }

  private RunningProcess startedProcessing() throws IOException {
    return RunningProcess.start(
        folder,
        "--config",
        "wirewatch.yaml",
        "--roles",
        "process",
        "--bootstrap-servers",
        servers());
  }

  private void killProcessing(boolean forgetting) throws Exception {
    assertThat(processing.isAlive()).as(processing.err()).isTrue();
    processing.kill();
    Path state = folder.resolve(".wirewatch/streams");
    if (forgetting && Files.exists(state)) {
      try (Stream<Path> files = Files.walk(state)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    processing = startedProcessing();
  }

  /**
   * Five reports of each matter, in the order of their times; then one of everything, much later.
   */
  private static List<Item> items() {
    Instant first =
        Instant.now().truncatedTo(ChronoUnit.DAYS).minus(APART.multipliedBy(ITEMS)).minus(QUIET);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      String name = Integer.toString(46_656 + 7_919 * (i / 5), 36);
      String whose = i / 5 % 2 == 0 ? "Mayor " : "Ferry ";
      String title = whose + "of Port" + name + " in trouble, says report " + i % 5;
      items.add(item("item-" + i, title, "Kel" + name, first.plus(APART.multipliedBy(i)), i % 7));
    }
    Instant end = first.plus(APART.multipliedBy(ITEMS)).plus(QUIET.dividedBy(2));
    items.add(item(LAST, "Mayor and ferry: looking back", "Nothing.", end, 0));
    return items;
  }

  private static Item item(String id, String title, String body, Instant at, int outlet) {
    Source source = new Source("outlet-" + outlet, "Outlet " + outlet, null, null, 2, null);
    return Item.ofText(id, title, body)
        .withSource(source)
        .withLanguage("en")
        .withPublished(at, List.of())
        .fetchedAt(at, null);
  }

  private void produce(List<Item> items) {
    Map<String, Object> properties =
        Map.of(
            "bootstrap.servers",
            servers(),
            "acks",
            "all",
            "delivery.timeout.ms",
            (int) LONG.toMillis(),
            "max.block.ms",
            LONG.toMillis());
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
      for (Item item : items) {
        byte[] value = Json.mapper().writeValueAsBytes(item);
        var _ = producer.send(new ProducerRecord<>("wirewatch.items", item.id(), value));
      }
    }
  }

  private static List<String> undisturbed(Path watchlists, List<Item> items) {
    List<Watchlist> watched = WatchlistReader.read(List.of(watchlists)).value();
    try (Replay replay = Replay.of(watched, Judge.of(watched)::judge, null)) {
      List<Alert> alerts = new ArrayList<>();
      items.forEach(item -> alerts.addAll(replay.feed(item)));
      return alerts.stream().map(a -> Json.mapper().writeValueAsString(a)).toList();
    }
  }

  private List<String> alerts() {
    return TopicReader.values(servers(), "wirewatch.alerts");
  }

  /** Without the last item's, which is there to end the others. */
  private static List<String> settled(List<String> alerts) {
    return alerts.stream().filter(a -> !a.contains(LAST)).sorted().toList();
  }

  private String servers() {
    return "127.0.0.1:" + port;
  }

  private Admin admin() {
    return Admin.create(
        Map.of(
            "bootstrap.servers", servers(),
            "default.api.timeout.ms", 4_000,
            "request.timeout.ms", 3_000));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
