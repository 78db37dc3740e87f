package org.wirewatch.notify;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirewatch.broker.EmbeddedBroker;
import org.wirewatch.json.Json;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Change;
import org.wirewatch.model.Delivery;
import org.wirewatch.model.Notification;
import org.wirewatch.model.Status;
import org.wirewatch.model.TopicNames;

/** Notifications through a real broker to real receivers. */
@Timeout(60)
class NotifierIT {
  private static EmbeddedBroker broker;
  private static KafkaProducer<String, byte[]> producer;

  private final TopicNames topics = new TopicNames("t" + UUID.randomUUID());
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  private final Map<String, Instant> toldAt = new HashMap<>();
  private final List<AutoCloseable> closers = new ArrayList<>();

  @BeforeAll
  static void startBroker(@TempDir Path folder) {
    broker = EmbeddedBroker.start(folder, 0);
    producer = new KafkaProducer<>(client(), new StringSerializer(), new ByteArraySerializer());
  }

  @AfterAll
  static void stopBroker() {
    producer.close(Duration.ZERO);
    broker.close();
  }

  @BeforeEach
  void createTopics() throws Exception {
    try (Admin admin = Admin.create(client())) {
      admin
          .createTopics(
              Stream.of(topics.notifications(), topics.deliveries(), topics.deadLetters())
                  .map(name -> new NewTopic(name, 2, (short) 1))
                  .toList())
          .all()
          .get();
    }
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable closer : closers.reversed()) {
      closer.close();
    }
  }

  @Test
  void aNotificationWrittenBeforeTheStartIsPrintedOnceAndItsDeliveryWrittenDown() {
    tell(Alerts.to("console", Alerts.airspace(), Instant.now()));

    start(ReceiverConfig.CONSOLE);

    List<Delivery> deliveries = deliveries(1);
    assertThat(deliveries)
        .singleElement()
        .satisfies(d -> {
          assertThat(d.outcome()).isEqualTo(Delivery.Outcome.SENT);
          assertThat(d.attempt()).isEqualTo(1);
        });
    assertThat(console.toString(StandardCharsets.UTF_8)).containsOnlyOnce("Airspace closed");
  }

  @Test
  void aDeadReceiverDelaysNobodyElse() {
    ReceiverConfig dead =
        ReceiverConfig.of(
            "dead", new Channel.SlackWebhook(Secret.of("http://127.0.0.1:1/services/secret")));
    start(dead, ReceiverConfig.CONSOLE);

    for (int i = 0; i < 20; i++) {
      tell(Alerts.to("dead", alert(i), Instant.now()));
    }
    tell(Alerts.to("console", Alerts.airspace(), Instant.now()));

    await().atMost(Duration.ofSeconds(10)).until(() -> console.size() > 0);
  }

  @Test
  void lettersThatFailByThemselvesHoldUpNoNewerOnesToTheSameReceiver() {
    Endpoint hook =
        closing(new Endpoint())
            .otherwise(r ->
                r.body().contains("a-bad")
                    ? Endpoint.Answer.of(500, "")
                    : Endpoint.Answer.of(200, "ok"));
    start(
        NotifyConfig.DEFAULT.withPauses(Duration.ofMinutes(10), Duration.ofMinutes(10)),
        ReceiverConfig.of("hook", new Channel.Webhook(hook.uri("/"), null, true)));
    for (int i = 1; i <= 2; i++) {
      tell(Alerts.to("hook", alert("a-bad" + i), Instant.now()));
      deliveries(i);
    }

    tell(Alerts.to("hook", alert("a-good"), Instant.now()));

    assertThat(deliveries(3).getLast())
        .satisfies(d -> assertThat(d.alert()).isEqualTo("a-good"))
        .satisfies(d -> assertThat(d.outcome()).isEqualTo(Delivery.Outcome.SENT));
  }

  @Test
  void whatSlackAsksToBeRepeatedLaterIsRepeatedThenAndNothingIsLost() {
    Endpoint slack = closing(new Endpoint());
    slack.next(500, "").next(429, "rate_limited", Map.of("Retry-After", "1"));
    start(slackWebhook(slack));

    tell(Alerts.to("slack", Alerts.airspace(), Instant.now()));

    List<Delivery> deliveries = deliveries(3);
    assertThat(deliveries)
        .extracting(Delivery::outcome)
        .containsExactly(
            Delivery.Outcome.RETRYING, Delivery.Outcome.RETRYING, Delivery.Outcome.SENT);
    assertThat(Duration.between(deliveries.get(1).at(), deliveries.get(2).at()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    assertThat(slack.requests()).hasSize(3);
  }

  @Test
  void whatSlackRefusesForGoodGoesToTheDeadLettersWithTheReasonAndWithoutTheSecret() {
    Endpoint slack = closing(new Endpoint()).otherwise(404, "no_service");
    start(slackWebhook(slack));
    Notification notification = Alerts.to("slack", Alerts.airspace(), Instant.now());

    tell(notification);

    assertThat(deliveries(1))
        .extracting(Delivery::outcome)
        .containsExactly(Delivery.Outcome.REJECTED);
    ConsumerRecord<String, byte[]> dead = read(topics.deadLetters(), 1).getFirst();
    assertThat(dead.value()).isEqualTo(Json.mapper().writeValueAsBytes(notification));
    Map<String, String> headers =
        Stream.of(dead.headers().toArray())
            .collect(toMap(h -> h.key(), h -> new String(h.value(), StandardCharsets.UTF_8)));
    assertThat(headers)
        .containsEntry("wirewatch-reason", "unknown-recipient")
        .containsEntry("wirewatch-detail", "HTTP 404: no_service");
    assertThat(headers.toString()).doesNotContain("hush");
  }

  @Test
  void whatWasRefusedIsListedAndSentAgainWithTheSameKeyEvenWhenItIsOld() {
    Endpoint hook = closing(new Endpoint()).otherwise(403, "not yet");
    start(ReceiverConfig.of("hook", new Channel.Webhook(hook.uri("/"), null, true)));
    tell(Alerts.to("hook", alert("a-9"), Instant.now()));
    tell(Alerts.to("hook", alert("a-old"), Instant.now().minus(Duration.ofHours(2))));
    deliveries(2);
    hook.otherwise(200, "");
    try (DeliveryLog log = new DeliveryLog(client(), topics)) {
      Instant since = Instant.now().minus(Duration.ofHours(1));
      assertThat(log.outcomes(since))
          .extracting(Delivery::notification, Delivery::outcome)
          .containsExactlyInAnyOrder(
              tuple("a-9:1:hook", Delivery.Outcome.REJECTED),
              tuple("a-old:1:hook", Delivery.Outcome.EXPIRED));

      assertThat(
              log.redeliver(
                  List.of("a-9:1:hook", "a-old:1:hook", "nothing"), InstantSource.system()))
          .containsExactlyInAnyOrder("a-9:1:hook", "a-old:1:hook");

      deliveries(4);
      assertThat(log.outcomes(since))
          .extracting(Delivery::outcome)
          .containsOnly(Delivery.Outcome.SENT);
    }
    assertThat(hook.requests())
        .extracting(r -> r.header("Idempotency-key"))
        .containsExactlyInAnyOrder("a-9:1:hook", "a-9:1:hook", "a-old:1:hook");
  }

  @Test
  void mailServerDownAndUpAgainLosesNothing() {
    int port = freePort();
    start(mail(port));
    for (int i = 0; i < 5; i++) {
      tell(Alerts.to("mail", alert(i), Instant.now()));
    }
    assertThat(deliveries(1)).extracting(Delivery::outcome).containsOnly(Delivery.Outcome.RETRYING);

    GreenMail server = mailServer(port);

    assertThat(server.waitForIncomingEmail(20_000, 5)).isTrue();
    await()
        .untilAsserted(() ->
            assertThat(deliveries(6))
                .filteredOn(d -> d.outcome() == Delivery.Outcome.SENT)
                .hasSize(5));
  }

  @Test
  void messagesOlderThanTheirTimeToLiveExpireInsteadOfArriving() {
    tell(Alerts.to("console", alert(1), Instant.now().minus(Duration.ofHours(2))));
    tell(Alerts.to("console", alert(2), Instant.now()));

    start(ReceiverConfig.CONSOLE);

    assertThat(deliveries(2))
        .extracting(Delivery::outcome)
        .containsExactlyInAnyOrder(Delivery.Outcome.EXPIRED, Delivery.Outcome.SENT);
  }

  @Test
  void bytesThatAreNoNotificationAreSetAsideAndTheNextOneIsSent() {
    var _ =
        producer.send(
            new ProducerRecord<>(
                topics.notifications(), "console", "{".getBytes(StandardCharsets.UTF_8)));
    tell(Alerts.to("console", Alerts.airspace(), Instant.now()));

    start(ReceiverConfig.CONSOLE);

    assertThat(deliveries(1)).hasSize(1);
    assertThat(read(topics.deadLetters(), 1)).hasSize(1);
  }

  @Test
  void aNotifierClosedInTheMiddleLeavesTheRestToTheNext() {
    Endpoint slack = closing(new Endpoint()).otherwise(503, "");
    Notifier first = start(slackWebhook(slack));
    for (int i = 0; i < 3; i++) {
      tell(Alerts.to("slack", alert(i), Instant.now()));
    }
    deliveries(1);
    first.close();
    slack.otherwise(200, "ok");

    start(slackWebhook(slack));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(deliveries(4))
                .filteredOn(d -> d.outcome() == Delivery.Outcome.SENT)
                .extracting(Delivery::alert)
                .containsExactlyInAnyOrder("a-0", "a-1", "a-2"));
  }

  @Test
  void aProcessThatDiesInTheMiddleOverAndOverLosesNothing() {
    Endpoint hook = closing(new Endpoint());
    tell(Alerts.to("hook", alert(1), Instant.now()));
    for (int i = 0; i < 7; i++) {
      takeAndDie("hook");
    }

    start(ReceiverConfig.of("hook", new Channel.Webhook(hook.uri("/"), null, true)));

    assertThat(deliveries(1)).extracting(Delivery::outcome).containsExactly(Delivery.Outcome.SENT);
  }

  /** Claims what there is and goes away without a word, as a process that is killed does. */
  private void takeAndDie(String receiver) {
    try (Ledger ledger = new Ledger(client(), topics);
        Inbox inbox = new Inboxes(client(), topics, ledger).of(receiver).get()) {
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> !inbox.poll(Duration.ofSeconds(1)).isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"share", "consumer"})
  void inbox_givesEveryLetterUntilItIsSettled(String kind) {
    for (int i = 0; i < 3; i++) {
      tell(Alerts.to("me", alert(i), Instant.now()));
      tell(Alerts.to("other", alert(i), Instant.now()));
    }
    Letter.Place settled;
    try (Inbox first = inbox(kind)) {
      List<Letter> letters = collect(first, 3);
      for (int i = 0; i < 5; i++) {
        assertThat(first.poll(Duration.ofMillis(50))).isEmpty();
      }
      await()
          .until(() -> {
            first.poll(Duration.ofMillis(50));
            return first.standing(letters.getFirst()) == Inbox.Standing.READY;
          });
      settled = letters.getFirst().place();
      first.settle(letters.getFirst());
      first.poll(Duration.ofMillis(50));
    }

    try (Inbox second = inbox(kind)) {
      assertThat(collect(second, 2)).extracting(Letter::place).hasSize(2).doesNotContain(settled);
    }
  }

  private Inbox inbox(String kind) {
    return kind.equals("share")
        ? new Inboxes(client(), topics, closing(new Ledger(client(), topics))).of("me").get()
        : new GroupInbox("me", client(), topics.prefix(), topics.notifications());
  }

  private static List<Letter> collect(Inbox inbox, int n) {
    List<Letter> letters = new ArrayList<>();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> {
          letters.addAll(inbox.poll(Duration.ofMillis(500)));
          return letters.size() >= n;
        });
    return letters;
  }

  @Test
  void fromTopicToAcceptedAtTwentyASecondTakesMilliseconds() {
    Endpoint hook = closing(new Endpoint());
    start(ReceiverConfig.of("hook", new Channel.Webhook(hook.uri("/"), null, true)));
    tell(Alerts.to("hook", alert(0), Instant.now()));
    deliveries(1);
    Instant begin = Instant.now();
    for (int i = 1; i <= 60; i++) {
      int n = i;
      await()
          .pollInterval(Duration.ofMillis(2))
          .until(() -> Instant.now().isAfter(begin.plusMillis(50L * n)));
      tell(Alerts.to("hook", alert(i), Instant.now()));
    }

    List<Long> millis =
        read(topics.deliveries(), 61).stream()
            .map(r -> Json.mapper().readValue(r.value(), Delivery.class))
            .filter(d -> !d.alert().equals("a-0"))
            .map(d -> Duration.between(toldAt.get(d.notification()), d.at()).toMillis())
            .sorted()
            .toList();
    System.err.println(
        "accepted after p50 " + millis.get(30) + " ms, p99 " + millis.getLast() + " ms");
    assertThat(millis.get(30)).isLessThan(200);
  }

  private static Alert alert(int i) {
    return alert("a-" + i);
  }

  private static Alert alert(String id) {
    return Alerts.airspace(id, 1, Change.NEW, Status.ANNOUNCED);
  }

  private Notifier start(ReceiverConfig... receivers) {
    return start(
        NotifyConfig.DEFAULT.withPauses(Duration.ofMillis(50), Duration.ofMillis(400)), receivers);
  }

  private Notifier start(NotifyConfig config, ReceiverConfig... receivers) {
    Notifier notifier =
        new Notifier(
            config.withReceivers(List.of(receivers)),
            client(),
            topics,
            InstantSource.system(),
            new PrintStream(console, true, StandardCharsets.UTF_8),
            false);
    notifier.start();
    return closing(notifier);
  }

  private <T extends AutoCloseable> T closing(T closeable) {
    closers.add(closeable);
    return closeable;
  }

  private static ReceiverConfig slackWebhook(Endpoint slack) {
    return ReceiverConfig.of(
        "slack", new Channel.SlackWebhook(Secret.of(slack.uri("/services/hush").toString())));
  }

  private static ReceiverConfig mail(int port) {
    return ReceiverConfig.of(
        "mail",
        new Channel.Email(
            List.of("duty@example.org"),
            "Wirewatch <wirewatch@example.org>",
            new Channel.Smtp("127.0.0.1", port, Channel.Security.NONE, null, null, null)));
  }

  private GreenMail mailServer(int port) {
    GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    closers.add(server::stop);
    return server;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tell(Notification notification) {
    toldAt.put(notification.id(), Instant.now());
    var _ =
        producer.send(
            new ProducerRecord<>(
                topics.notifications(),
                notification.receiver(),
                Json.mapper().writeValueAsBytes(notification)));
  }

  /** All deliveries, in order, as soon as there are at least {@code n}. */
  private List<Delivery> deliveries(int n) {
    return read(topics.deliveries(), n).stream()
        .map(r -> Json.mapper().readValue(r.value(), Delivery.class))
        .sorted(Comparator.comparing(Delivery::at))
        .toList();
  }

  private static List<ConsumerRecord<String, byte[]>> read(String topic, int n) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(client(), new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, 2).mapToObj(p -> new TopicPartition(topic, p)).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            return records.size() >= n;
          });
      return records;
    }
  }

  private static Map<String, Object> client() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }
}
