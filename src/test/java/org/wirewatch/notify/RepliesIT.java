package org.wirewatch.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirewatch.broker.EmbeddedBroker;
import org.wirewatch.json.Json;
import org.wirewatch.model.Action;
import org.wirewatch.model.Change;
import org.wirewatch.model.Notification;
import org.wirewatch.model.Status;
import org.wirewatch.model.TopicNames;
import tools.jackson.databind.JsonNode;

/** What people do from Slack and mails, through a real broker and a Slack of our own. */
@Timeout(60)
class RepliesIT {
  private static final Secret SIGNING = Secret.of("8f742231b10e8888abcd99yyyzzz85a5");
  private static EmbeddedBroker broker;

  private final TopicNames topics = new TopicNames("t" + UUID.randomUUID());
  private final SlackForTests slack = new SlackForTests();
  private final List<Action> done = new ArrayList<>();
  private final List<AutoCloseable> closers = new ArrayList<>(List.of(slack));
  private Tail silences;

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
              Stream.of(
                      topics.notifications(),
                      topics.deliveries(),
                      topics.deadLetters(),
                      topics.silences())
                  .map(name -> new NewTopic(name, 1, (short) 1))
                  .toList())
          .all()
          .get();
    }
    silences =
        closing(
            new Tail(
                client(),
                topics.silences(),
                r -> done.add(Json.mapper().readValue(r.value(), Action.class))));
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable closer : closers.reversed()) {
      closer.close();
    }
  }

  @Test
  void aPressedButton_becomesAnAction_andTheMessageSaysWhoDidIt() {
    notifier(null).start();
    tell(1, Change.NEW);
    await().until(() -> slack.calls("chat.postMessage").size() == 1);
    Replies replies = replies();

    Replies.Reply reply = post(replies, slack.press("17.1", "acknowledge"), Instant.now(), SIGNING);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).isEmpty();
    assertThat(actions())
        .singleElement()
        .isInstanceOfSatisfying(
            Action.Acknowledge.class,
            a -> {
              assertThat(a.alert()).isEqualTo("a-1");
              assertThat(a.by()).isEqualTo("ann (Slack U7)");
            });
    await()
        .untilAsserted(() ->
            assertThat(slack.message("17.1").toString())
                .contains("Acknowledged by ann (Slack U7)")
                .contains("False alarm")
                .doesNotContain("\"action_id\":\"acknowledge\""));
  }

  @Test
  void aFalseAlarm_isSaidWithItsReason_atSlackAndByALink() {
    notifier(null).start();
    tell(1, Change.NEW);
    await().until(() -> slack.calls("chat.postMessage").size() == 1);
    Replies replies = replies();

    post(replies, slack.press("17.1", "false-alarm"), Instant.now(), SIGNING);

    assertThat(actions())
        .singleElement()
        .isInstanceOfSatisfying(
            Action.FalseAlarm.class,
            a -> assertThat(a.reason()).isEqualTo("The words mean something else"));
    await()
        .untilAsserted(() ->
            assertThat(slack.message("17.1").toString())
                .containsPattern(
                    "Marked as a false alarm by ann[^\"]*: The words mean something else"));
    Ask ask = Ask.of(Ask.Verb.FALSE_ALARM, Alerts.airspace("a-2", 1, Change.NEW, Status.ANNOUNCED));
    String token =
        new SignedLinks(links()).address(ask, "duty", Instant.now()).replaceFirst(".*/", "");

    Replies.Reply page = replies.act(token, form("who=Bo&reason=a+%3Cfilm%3E%0Aset"));

    assertThat(page.text()).contains("false alarm by Bo (mail to duty)", ": a &lt;film&gt; set");
    assertThat(actions())
        .last()
        .isInstanceOfSatisfying(
            Action.FalseAlarm.class, a -> assertThat(a.reason()).isEqualTo("a <film> set"));
  }

  private static byte[] form(String fields) {
    return fields.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aRequestThatComesAgainAfterARestart_isTheSameRecord() {
    notifier(null).start();
    tell(1, Change.NEW);
    await().until(() -> slack.calls("chat.postMessage").size() == 1);
    String payload = slack.press("17.1", "silence");
    Instant at = Instant.now();
    post(replies(), payload, at, SIGNING);

    Replies.Reply again = post(replies(), payload, at, SIGNING);

    assertThat(again.status()).isEqualTo(200);
    assertThat(actions()).hasSize(2);
    assertThat(actions().getLast()).isEqualTo(actions().getFirst());
  }

  @Test
  void aButtonOfAnotherWorkspace_isAnsweredWithThatWorkspacesToken() {
    notifier(null).start();
    tell(1, Change.NEW);
    await().until(() -> slack.calls("chat.postMessage").size() == 1);
    ReceiverConfig other =
        ReceiverConfig.of(
            "other",
            new Channel.SlackBot(
                Secret.of("xoxb-other"), "#news", slack.api(), Secret.of("theirs"), null));
    List<ReceiverConfig> both = List.of(other, config(null).receivers().getFirst());
    NotifyConfig config = config(null).withReceivers(both);
    Replies replies = closing(new Replies(() -> config, client(), topics, InstantSource.system()));

    post(replies, slack.press("17.1", "acknowledge"), Instant.now(), SIGNING);

    await().until(() -> slack.message("17.1").toString().contains("Acknowledged by ann"));
  }

  @Test
  void afterARestart_anUpdateEditsTheSameMessage_andStillSaysWhoDidWhat() {
    Notifier first = notifier(null);
    first.start();
    tell(1, Change.NEW);
    await().until(() -> slack.calls("chat.postMessage").size() == 1);
    post(replies(), slack.press("17.1", "acknowledge"), Instant.now(), SIGNING);
    await().until(() -> slack.message("17.1").toString().contains("Acknowledged"));
    first.close();

    notifier(null).start();
    tell(2, Change.ESCALATED);

    await().atMost(Duration.ofSeconds(20)).until(() -> slack.calls("chat.postMessage").size() == 2);
    assertThat(slack.message("17.1").toString()).contains("Acknowledged by ann", "escalated");
    JsonNode thread = slack.calls("chat.postMessage").getLast().body();
    assertThat(thread.path("thread_ts").asString()).isEqualTo("17.1");
    assertThat(thread.path("reply_broadcast").asBoolean()).isTrue();
  }

  @Test
  void aRequestThatIsNotSlacks_orOld_orARepeat_doesNothing() {
    Replies replies = replies();
    String payload = "{\"type\":\"block_actions\"}";
    Instant now = Instant.now();

    assertThat(post(replies, payload, now, Secret.of("other")).status()).isEqualTo(401);
    assertThat(post(replies, payload, now.minusSeconds(301), SIGNING).text())
        .contains("five minutes");
    assertThat(post(replies, payload, now.plusSeconds(330), SIGNING).status()).isEqualTo(401);
    assertThat(post(replies, payload, now, SIGNING).status()).isEqualTo(200);
    assertThat(post(replies, payload, now, SIGNING).text()).isEqualTo("it was here before");
    assertThat(replies.slack("", "v0=", new byte[0]).status()).isEqualTo(401);
    assertThat(actions()).isEmpty();
  }

  @Test
  void aRequestThatCouldNotBeDealtWith_mayComeAgain() {
    SlackSignature signature = new SlackSignature();
    Instant now = Instant.ofEpochSecond(1_531_420_620);
    String signed =
        "v0="
            + HexFormat.of()
                .formatHex(
                    Signature.hmac(
                        SIGNING.reveal().getBytes(StandardCharsets.UTF_8),
                        "v0:1531420618:",
                        new byte[0]));

    assertThat(signature.refuse(List.of(SIGNING), "1531420618", signed, new byte[0], now))
        .isEmpty();
    assertThat(signature.refuse(List.of(SIGNING), "1531420618", signed, new byte[0], now))
        .isPresent();
    signature.forget(signed);
    assertThat(signature.refuse(List.of(SIGNING), "1531420618", signed, new byte[0], now))
        .isEmpty();
  }

  @Test
  void slacksOwnExampleOfASignature_isGood() {
    SlackSignature signature = new SlackSignature();
    byte[] body =
        ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect"
                + "&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
                + "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")
            .getBytes(StandardCharsets.UTF_8);

    assertThat(
            signature.refuse(
                List.of(SIGNING),
                "1531420618",
                "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
                body,
                Instant.ofEpochSecond(1_531_420_620)))
        .isEmpty();
  }

  @Test
  void socketMode_takesButtonsAcknowledgesThemAndComesBackWhenSlackAsksIt() {
    slack.fail("internal_error");
    notifier(Secret.of(SlackForTests.APP)).start();
    await().atMost(Duration.ofSeconds(10)).until(() -> slack.open() == 1);
    tell(1, Change.NEW);
    await().until(() -> slack.calls("chat.postMessage").size() == 1);

    slack.send(envelope("e-1", slack.press("17.1", "silence")));

    await().until(() -> slack.acknowledged().contains("e-1"));
    assertThat(actions())
        .singleElement()
        .isInstanceOfSatisfying(
            Action.Silence.class,
            s -> {
              assertThat(s.match().entry()).containsExactly("event:airspace-closed");
              assertThat(s.match().place()).containsExactly("XK");
              assertThat(Duration.between(s.from(), s.until())).isEqualTo(Duration.ofHours(8));
            });
    await().until(() -> slack.message("17.1").toString().contains("Silenced until"));
    slack.send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> slack.calls("apps.connections.open").size() == 3 && slack.open() == 1);
  }

  private static String envelope(String id, String payload) {
    return "{\"envelope_id\":\""
        + id
        + "\",\"type\":\"interactive\",\"accepts_response_payload\":true,\"payload\":"
        + payload
        + "}";
  }

  @Test
  void aLinkInAMail_asksFirst_thenActs_andNoneCanBeMade() {
    Replies replies = replies();
    SignedLinks links = new SignedLinks(links());
    Ask ask = Ask.of(Ask.Verb.ACKNOWLEDGE, Alerts.airspace());
    String address = links.address(ask, "duty", Instant.now());
    assertThat(address).startsWith("https://watch.example/act/");
    String token = address.substring(address.lastIndexOf('/') + 1);

    assertThat(replies.ask(token))
        .satisfies(page -> assertThat(page.status()).isEqualTo(200))
        .satisfies(page -> assertThat(page.text()).contains("method=\"post\"", "Acknowledge"));
    assertThat(actions()).isEmpty();
    assertThat(replies.act(token, "who=Bo+%3Cb%3E".getBytes(StandardCharsets.UTF_8)).text())
        .contains("Acknowledged by Bo &lt;b&gt; (mail to duty)");
    assertThat(actions()).extracting(Action::id).containsExactly("acknowledge:a-1");
    String forged = (token.startsWith("A") ? "B" : "A") + token.substring(1);
    String old =
        links.address(ask, "duty", Instant.now().minus(Duration.ofDays(7))).replaceFirst(".*/", "");
    for (String bad : List.of(forged, old, "", ".", token + "x", "a.b.c")) {
      assertThat(replies.act(bad, new byte[0]).status()).as(bad).isEqualTo(410);
    }
    silences.catchUp();
    assertThat(done).hasSize(1);
  }

  private List<Action> actions() {
    silences.catchUp();
    return List.copyOf(done);
  }

  private static NotifyConfig.Links links() {
    return new NotifyConfig.Links(
        URI.create("https://watch.example"), Secret.of("0123456789abcdef0123456789abcdef"));
  }

  private NotifyConfig config(@Nullable Secret appToken) {
    ReceiverConfig receiver =
        ReceiverConfig.of(
            "slack",
            new Channel.SlackBot(
                Secret.of(SlackForTests.BOT), "#alerts", slack.api(), SIGNING, appToken));
    return NotifyConfig.DEFAULT
        .withPauses(Duration.ofMillis(50), Duration.ofMillis(400))
        .withLinks(links())
        .withReceivers(List.of(receiver));
  }

  private Replies replies() {
    return closing(new Replies(() -> config(null), client(), topics, InstantSource.system()));
  }

  private Notifier notifier(@Nullable Secret appToken) {
    return closing(
        new Notifier(
            config(appToken), client(), topics, InstantSource.system(), System.out, false));
  }

  private static Replies.Reply post(Replies replies, String payload, Instant at, Secret secret) {
    byte[] body =
        ("payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8);
    String timestamp = String.valueOf(at.getEpochSecond());
    byte[] mac =
        Signature.hmac(
            secret.reveal().getBytes(StandardCharsets.UTF_8), "v0:" + timestamp + ":", body);
    return replies.slack(timestamp, "v0=" + HexFormat.of().formatHex(mac), body);
  }

  private void tell(int revision, Change change) {
    Notification notification =
        Alerts.to(
            "slack", Alerts.airspace("a-1", revision, change, Status.ANNOUNCED), Instant.now());
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(client(), new StringSerializer(), new ByteArraySerializer())) {
      var _ =
          producer.send(
              new ProducerRecord<>(
                  topics.notifications(), "slack", Json.mapper().writeValueAsBytes(notification)));
    }
  }

  private <T extends AutoCloseable> T closing(T closeable) {
    closers.add(closeable);
    return closeable;
  }

  private static Map<String, Object> client() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }
}
