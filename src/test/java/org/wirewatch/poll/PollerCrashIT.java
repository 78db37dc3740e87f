package org.wirewatch.poll;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.model.Item;
import org.wirewatch.model.TopicNames;
import org.wirewatch.poll.FeedServer.Answer;

/** An instance in a process of its own is killed in the middle of its polls. */
@Timeout(90)
class PollerCrashIT {
  private static final int FEEDS = 24;
  private static final PollConfig CONFIG =
      PollConfig.DEFAULT
          .withAllowPrivateAddresses(true)
          .withManners(
              new PollConfig.Manners(
                  64,
                  64,
                  Duration.ZERO,
                  Duration.ofMillis(200),
                  Duration.ofSeconds(20),
                  Duration.ofSeconds(20),
                  Duration.ofSeconds(20)));

  private final FeedServer server = new FeedServer();
  private final AtomicInteger edition = new AtomicInteger(2);
  private final AtomicInteger held = new AtomicInteger();
  private final Instant now = Instant.now();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  /** The instance that is killed: brokers, prefix. */
  static void main(String[] args) throws InterruptedException {
    try (Poller poller = poller(args[0], new TopicNames(args[1]))) {
      new CountDownLatch(1).await();
    }
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void anInstanceThatDiesInTheMiddleOfItsPolls_losesAndDoublesNothing() throws Exception {
    TopicNames names = BrokerForTests.topics(4);
    subscribe(names);
    String servers = requireNonNull((String) BrokerForTests.client().get("bootstrap.servers"));
    Process victim = process(servers, names);
    try (Poller survivor = poller(servers, names)) {
      eventually().until(() -> items(names).size() == 2 * FEEDS && isShared(survivor));

      gate = new CountDownLatch(1);
      edition.incrementAndGet();
      eventually().until(() -> held.get() == FEEDS);
      victim.destroyForcibly().waitFor();
      edition.incrementAndGet();
      gate.countDown();

      eventually().until(() -> survivor.states().size() == FEEDS);
      eventually().until(() -> items(names).size() >= 4 * FEEDS);
      long polls = polls(survivor);
      eventually().until(() -> polls(survivor) > polls + 3 * FEEDS);
    } finally {
      victim.destroyForcibly();
    }

    assertThat(items(names)).hasSize(4 * FEEDS).doesNotHaveDuplicates();
  }

  private static boolean isShared(Poller survivor) {
    int feeds = survivor.states().size();
    return feeds > 0 && feeds < FEEDS;
  }

  private void subscribe(TopicNames names) {
    Map<String, @Nullable FeedDefinition> feeds = new HashMap<>();
    for (int i = 0; i < FEEDS; i++) {
      int feed = i;
      server.answer("/" + feed, _ -> document(feed));
      String url = server.url("/" + feed);
      feeds.put(url, Feeds.definition(url, Duration.ofMillis(100)));
    }
    BrokerForTests.subscribe(names, feeds);
  }

  /** What the feed shows now; kept back while the gate is shut. */
  private Answer document(int feed) {
    held.incrementAndGet();
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      held.decrementAndGet();
    }
    return Answer.ok(
        Feeds.rss(
            IntStream.rangeClosed(1, edition.get())
                .mapToObj(n -> Feeds.entry(feed + "-" + n, now))
                .toArray(String[]::new)));
  }

  private static Process process(String servers, TopicNames names) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            PollerCrashIT.class.getName(),
            servers,
            names.prefix())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static Poller poller(String servers, TopicNames names) {
    Map<String, Object> client = Map.of("bootstrap.servers", servers, "session.timeout.ms", 6_000);
    Poller poller =
        new Poller(CONFIG, client, names, InstantSource.system(), new SimpleMeterRegistry());
    poller.start();
    return poller;
  }

  private static List<String> items(TopicNames names) {
    return BrokerForTests.items(names).stream().map(Item::title).toList();
  }

  private static long polls(Poller poller) {
    return poller.check().polls().values().stream().mapToLong(Long::longValue).sum();
  }

  private static ConditionFactory eventually() {
    return await().atMost(Duration.ofSeconds(40));
  }
}
