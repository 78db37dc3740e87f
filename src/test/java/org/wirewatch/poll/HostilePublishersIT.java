package org.wirewatch.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.model.TopicNames;
import org.wirewatch.poll.FeedServer.Answer;

/** Every kind of bad publisher at once, several of each, beside feeds that are in order. */
@Timeout(60)
class HostilePublishersIT {
  private static final int OF_EACH = 3;
  private static final int GOOD = 10;
  private static final int BODY = 2_000_000;
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final Duration QUICK = Duration.ofMillis(50);
  private static final PollConfig.Manners MANNERS =
      new PollConfig.Manners(
          128,
          GOOD,
          Duration.ZERO,
          Duration.ofMillis(100),
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          Duration.ofSeconds(3));

  private final FeedServer good = new FeedServer();
  private final List<HostileServer> hostile = new ArrayList<>();
  private final AtomicInteger storms = new AtomicInteger();

  @AfterEach
  void close() throws IOException {
    for (HostileServer server : hostile) {
      server.close();
    }
    good.close();
  }

  @Test
  void eachHarmsOnlyItsOwnFeed() throws Exception {
    TopicNames names = BrokerForTests.topics(2);
    behaviours().forEach(b -> IntStream.range(0, OF_EACH).forEach(i -> add(b)));
    Map<String, @Nullable FeedDefinition> feeds = new HashMap<>();
    hostile.forEach(h -> feeds.put(h.url(), Feeds.definition(h.url(), QUICK)));
    IntStream.range(0, GOOD)
        .mapToObj(i -> good.url("/" + i))
        .forEach(url -> feeds.put(url, Feeds.definition(url, QUICK)));
    publish("first");
    BrokerForTests.subscribe(names, feeds);
    PollConfig config =
        PollConfig.DEFAULT
            .withLimits(PollConfig.DEFAULT.limits().withMaxBytes(BODY))
            .withTrustedUrls(feeds.keySet())
            .withManners(MANNERS);
    try (Poller poller =
        new Poller(
            config,
            BrokerForTests.client(),
            names,
            InstantSource.system(),
            new SimpleMeterRegistry())) {
      poller.start();
      await().atMost(Duration.ofSeconds(30)).until(() -> unwell(poller) == hostile.size());

      publish("second");
      await()
          .atMost(Duration.ofSeconds(3))
          .until(() -> BrokerForTests.items(names).size() == 2 * GOOD);

      assertThat(poller.states())
          .filteredOn(s -> s.feed().startsWith(good.url("/")))
          .hasSize(GOOD)
          .allSatisfy(s -> assertThat(s.health().problem()).isNull());
      assertThat(storms).hasValue(OF_EACH);
    }
  }

  private List<HostileServer.Behaviour> behaviours() {
    return List.of(
        HostileServer.repeats(OK + "Content-Length: 9999\r\n\r\n", "x", 20),
        HostileServer.repeats(OK, "X-More: x\r\n", 20),
        HostileServer.repeats(OK + "\r\n", "x".repeat(8000), 0),
        (_, out) -> bomb(out),
        HostileServer.says("HTTP/1.1 301 Moved\r\nLocation: /feed\r\nContent-Length: 0\r\n\r\n"),
        HostileServer.says(
            "HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n"),
        HostileServer.saysAndLeaves(OK + "Content-Length: 9999\r\n\r\n<rss"),
        HostileServer.saysAndLeaves(OK + "Content-Length: 4\r\n\r\n" + Feeds.rss()),
        HostilePublishersIT::reset,
        (socket, out) -> {
          storms.incrementAndGet();
          HostileServer.says("HTTP/1.1 429 Busy\r\nRetry-After: 60\r\nContent-Length: 0\r\n\r\n")
              .act(socket, out);
        },
        HostileServer.keepsSilent());
  }

  private void add(HostileServer.Behaviour behaviour) {
    hostile.add(new HostileServer(behaviour));
  }

  private void publish(String edition) {
    for (int i = 0; i < GOOD; i++) {
      good.answer("/" + i, Answer.ok(Feeds.rss(Feeds.entry(edition + i, Instant.now()))));
    }
  }

  private static long unwell(Poller poller) {
    return poller.states().stream().filter(s -> s.health().problem() != null).count();
  }

  private static void bomb(OutputStream out) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream packer = new GZIPOutputStream(packed)) {
      packer.write(new byte[10 * BODY]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String head = OK + "Content-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    packed.writeTo(out);
    out.flush();
  }

  private static void reset(Socket socket, OutputStream out) throws IOException {
    out.write((OK + "Content-Length: 9999\r\n\r\n<rss").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    socket.setSoLinger(true, 0);
    socket.close();
  }
}
