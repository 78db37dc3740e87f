package org.wirewatch.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirewatch.broker.EmbeddedBroker;
import org.wirewatch.json.Json;
import org.wirewatch.model.Change;
import org.wirewatch.model.Notification;
import org.wirewatch.model.Status;
import org.wirewatch.model.TopicNames;

/**
 * What goes wrong while something is being told: a mail server that is away, a sender that dies.
 */
@Timeout(90)
class OutageIT {
  private static final Duration OUTAGE = Duration.ofMinutes(10);
  private static final Duration EVERY = Duration.ofSeconds(20);
  private static final int LETTERS = 30;
  private static EmbeddedBroker broker;

  private final TopicNames topics = new TopicNames("t" + UUID.randomUUID());

  @BeforeAll
  static void startBroker(@TempDir Path folder) {
    broker = EmbeddedBroker.start(folder, 0);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void createTopics() throws Exception {
    try (Admin admin = Admin.create(client())) {
      admin
          .createTopics(
              Stream.of(topics.notifications(), topics.deliveries(), topics.deadLetters())
                  .map(name -> new NewTopic(name, 1, (short) 1))
                  .toList())
          .all()
          .get();
    }
  }

  @Test
  void aMailServerDownForTenMinutes_losesNothingAndFloodsNobody() throws Exception {
    Simulation simulation = new Simulation(Duration.ofHours(1));

    simulation.run();

    assertThat(simulation.received).hasSize(LETTERS).doesNotHaveDuplicates();
    assertThat(simulation.attemptsInVain).isBetween(10, 80);
  }

  @Test
  void whatIsTooOldWhenTheMailServerIsBack_expiresInsteadOfArriving() throws Exception {
    Simulation simulation = new Simulation(Duration.ofMinutes(5));

    simulation.run();

    assertThat(simulation.received)
        .hasSizeBetween(LETTERS / 2 - 5, LETTERS / 2 + 1)
        .doesNotHaveDuplicates();
  }

  /**
   * A member, its lane and a real mail server, where time passes as fast as the member waits. A
   * letter comes every twenty seconds.
   */
  private final class Simulation implements Inbox {
    private final Instant start = Alerts.TEN;
    private Instant now = start;
    private final List<String> received = new ArrayList<>();
    private int attemptsInVain;
    private final Queue<Letter> coming = new ArrayDeque<>();
    private final List<Letter.Place> unsettled = new ArrayList<>();
    private final int port = freePort();
    private final GreenMail mail =
        new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Duration timeToLive;
    private boolean isUp;
    private @Nullable Member member;

    Simulation(Duration timeToLive) {
      this.timeToLive = timeToLive;
      for (int i = 0; i < LETTERS; i++) {
        Notification n =
            Alerts.to(
                "duty",
                Alerts.airspace("a-" + i, 1, Change.NEW, Status.ANNOUNCED),
                start.plus(EVERY.multipliedBy(i)));
        coming.add(
            new Letter(
                new ConsumerRecord<>("t", 0, i, "duty", Json.mapper().writeValueAsBytes(n))));
      }
    }

    void run() throws Exception {
      Channel.Email channel =
          new Channel.Email(
              List.of("duty@example.org"),
              "wirewatch@example.org",
              new Channel.Smtp("127.0.0.1", port, Channel.Security.NONE, null, null, null));
      ReceiverConfig receiver =
          new ReceiverConfig("duty", java.time.ZoneOffset.UTC, timeToLive, channel, Templates.NONE);
      Patience patience = new Patience(Duration.ofSeconds(1), Duration.ofMinutes(1));
      InstantSource clock = () -> now;
      try (Ledger ledger = new Ledger(client(), topics);
          Lane lane =
              new Lane(
                  receiver,
                  counting(new EmailSender(receiver, channel, null, Duration.ofSeconds(5))),
                  new Throttle(new Spacing(Duration.ZERO)),
                  patience,
                  ledger,
                  clock)) {
        Member alone = new Member(lane, () -> this, Runnable::run);
        member = alone;
        alone.run();
        for (var message : mail.getReceivedMessages()) {
          received.add(message.getHeader("Message-ID")[0]);
        }
      } finally {
        mail.stop();
      }
    }

    private Sender counting(Sender sender) {
      return new Sender() {
        @Override
        public Outcome send(Notification notification) {
          Outcome outcome = sender.send(notification);
          if (!(outcome instanceof Outcome.Sent)) {
            attemptsInVain++;
          }
          return outcome;
        }

        @Override
        public Outcome check() {
          return sender.check();
        }
      };
    }

    @Override
    public List<Letter> poll(Duration wait) {
      Duration step = wait.compareTo(EVERY) < 0 ? wait : EVERY;
      now = now.plus(step);
      if (!isUp && Duration.between(start, now).compareTo(OUTAGE) > 0) {
        mail.start();
        isUp = true;
      }
      List<Letter> fresh = new ArrayList<>();
      while (!coming.isEmpty()
          && !start.plus(EVERY.multipliedBy(coming.peek().place().offset())).isAfter(now)) {
        Letter letter = coming.remove();
        unsettled.add(letter.place());
        fresh.add(letter);
      }
      if (coming.isEmpty() && unsettled.isEmpty() && fresh.isEmpty()) {
        Objects.requireNonNull(member).close();
      }
      return fresh;
    }

    @Override
    public boolean isInTheWay() {
      return false;
    }

    @Override
    public Standing standing(Letter letter) {
      return Standing.READY;
    }

    @Override
    public void settle(Letter letter) {
      unsettled.remove(letter.place());
    }

    @Override
    public Duration renewEvery() {
      return Duration.ofSeconds(30);
    }

    @Override
    public void nudge() {}

    @Override
    public void wakeup() {}

    @Override
    public void close() {}
  }

  @Test
  void aSenderKilledInTheMiddle_losesNothing_andTheRepeatHasTheSameKey() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch killed = new CountDownLatch(1);
    try (Endpoint hook = new Endpoint()) {
      hook.otherwise(_ -> {
        asked.countDown();
        await().atMost(Duration.ofSeconds(30)).until(() -> killed.getCount() == 0);
        return Endpoint.Answer.of(200, "");
      });
      tell();
      Process first = sender(hook);
      assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
      first.destroyForcibly().waitFor(); // SIGKILL
      killed.countDown();

      Process second = sender(hook);
      try {
        await().atMost(Duration.ofSeconds(45)).until(() -> hook.requests().size() >= 2);
      } finally {
        second.destroyForcibly().waitFor();
      }

      assertThat(hook.requests())
          .extracting(r -> r.header("Idempotency-key"))
          .containsOnly("a-1:1:hook");
      assertThat(hook.requests())
          .extracting(Endpoint.Request::body)
          .containsOnly(hook.requests().getFirst().body());
    }
  }

  private void tell() {
    Notification n = Alerts.to("hook", Alerts.airspace(), Instant.now());
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(client(), new StringSerializer(), new ByteArraySerializer())) {
      var _ =
          producer.send(
              new ProducerRecord<>(
                  topics.notifications(), "hook", Json.mapper().writeValueAsBytes(n)));
    }
  }

  private Process sender(Endpoint hook) throws IOException {
    List<String> command =
        Arrays.asList(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SenderProcess.class.getName(),
            broker.bootstrapServers(),
            topics.prefix(),
            hook.uri("/").toString());
    return new ProcessBuilder(command).inheritIO().start();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Map<String, Object> client() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }
}
