package org.wirewatch.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirewatch.json.Json;
import org.wirewatch.model.Change;
import org.wirewatch.model.Notification;
import org.wirewatch.model.Status;
import org.wirewatch.model.TopicNames;
import tools.jackson.databind.JsonNode;

/** Senders against an HTTP server in the place of the service. */
class SendersTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Alerts.TEN);

  private final Endpoint service = new Endpoint();
  private static final Ledger LEDGER =
      new Ledger(Map.of("bootstrap.servers", "127.0.0.1:1"), TopicNames.DEFAULT);
  private final Web web = new Web(Duration.ofSeconds(2), CLOCK);

  @AfterAll
  static void closeLedger() {
    LEDGER.close();
  }

  @AfterEach
  void close() {
    web.close();
    service.close();
  }

  /** The services that speak in HTTP statuses: they all keep the same contract. */
  static Stream<Arguments> services() {
    return Stream.of(
        service("slack webhook", u -> new Channel.SlackWebhook(Secret.of(u + "hush"))),
        service("webhook", u -> new Channel.Webhook(u, Secret.of("hush"), true)),
        service("teams", u -> new Channel.Teams(Secret.of(u + "hush"))),
        service("telegram", u -> new Channel.Telegram(Secret.of("hush"), "@desk", u)),
        service("pagerduty", u -> new Channel.PagerDuty(Secret.of("hush"), u)),
        service("ntfy", u -> new Channel.Ntfy(u.resolve("desk"), Secret.of("hush"))));
  }

  private static Arguments service(String name, Function<URI, Channel> channel) {
    return argumentSet(name, channel);
  }

  @ParameterizedTest
  @MethodSource("services")
  void send_accepted_isSent(Function<URI, Channel> channel) {
    assertThat(send(channel)).isInstanceOf(Outcome.Sent.class);
    assertThat(service.requests()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("services")
  void send_serverError_isForLater(Function<URI, Channel> channel) {
    service.next(503, "");

    assertThat(send(channel)).isEqualTo(Outcome.Retry.of(Outcome.Reason.SERVER_ERROR, "HTTP 503"));
  }

  @ParameterizedTest
  @MethodSource("services")
  void send_tooFast_waitsAsLongAsAsked(Function<URI, Channel> channel) {
    service.next(429, "slow down", Map.of("Retry-After", "7"));

    assertThat(send(channel))
        .isEqualTo(
            new Outcome.Retry(
                Outcome.Reason.RATE_LIMITED, "HTTP 429: slow down", Duration.ofSeconds(7)));
  }

  @ParameterizedTest
  @MethodSource("services")
  void send_refused_isForGoodAndTellsNoSecret(Function<URI, Channel> channel) {
    service.next(403, "no such token: hush");

    Outcome outcome = send(channel);

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(((Outcome.Refused) outcome).reason()).isEqualTo(Outcome.Reason.UNAUTHORIZED);
    assertThat(outcome.toString()).doesNotContain("hush");
  }

  @ParameterizedTest
  @MethodSource("services")
  void send_redirected_isRefusedAndNotFollowed(Function<URI, Channel> channel) {
    service.next(302, "", Map.of("Location", service.uri("/elsewhere").toString()));

    assertThat(send(channel)).isInstanceOf(Outcome.Refused.class);
    assertThat(service.requests()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("services")
  void send_nobodyThere_isForLater(Function<URI, Channel> channel) {
    Outcome outcome = sender(channel.apply(URI.create("http://127.0.0.1:1/"))).send(Alerts.to("x"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Retry.class,
            retry -> {
              assertThat(retry.reason()).isEqualTo(Outcome.Reason.UNREACHABLE);
              assertThat(retry.detail()).matches("127\\.0\\.0\\.1:\\d+ cannot be reached");
            });
  }

  @Test
  void send_anAnswerThatNeverEnds_isGivenUpInTime() throws Exception {
    try (ServerSocket drip = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread server =
          Thread.ofVirtual()
              .start(() -> {
                try (Socket socket = drip.accept()) {
                  socket
                      .getOutputStream()
                      .write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n".getBytes(UTF_8));
                  socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                  return; // the client has had enough
                }
              });
      URI uri = URI.create("http://127.0.0.1:" + drip.getLocalPort() + "/");

      Outcome outcome = sender(new Channel.Webhook(uri, null, true)).send(Alerts.to("x"));

      assertThat(outcome)
          .isEqualTo(
              Outcome.Retry.of(
                  Outcome.Reason.TIMEOUT, uri.getAuthority() + " gave no answer in 2 s"));
      server.interrupt();
    }
  }

  @Test
  void send_acceptedInTooManyWords_isSentAndNotRepeated() {
    service.next(200, "x".repeat(3 << 20));

    assertThat(send(u -> new Channel.Webhook(u, null, true))).isInstanceOf(Outcome.Sent.class);
  }

  @Test
  void retryAfter_isReadAsDateAndFromTheBody() {
    Function<URI, Channel> ntfy = u -> new Channel.Ntfy(u.resolve("desk"), null);
    service.next(503, "", Map.of("Retry-After", "Sun, 22 Nov 2026 10:00:30 GMT"));
    service.next(429, "{\"ok\":false,\"parameters\":{\"retry_after\": 12}}");

    assertThat(((Outcome.Retry) send(ntfy)).atLeast()).isEqualTo(Duration.ofSeconds(30));
    assertThat(((Outcome.Retry) send(ntfy)).atLeast()).isEqualTo(Duration.ofSeconds(12));
  }

  @Test
  void webhook_isSignedAndRepeatsHaveTheSameKey() throws Exception {
    Function<URI, Channel> channel = u -> new Channel.Webhook(u, Secret.of("hush"), true);
    send(channel);
    send(channel);

    Endpoint.Request request = service.requests().getFirst();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("hush".getBytes(UTF_8), "HmacSHA256"));
    String signed =
        request.header("Webhook-id") + "." + Alerts.TEN.getEpochSecond() + "." + request.body();
    assertThat(request.header("Webhook-signature"))
        .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8))));
    assertThat(request.header("Webhook-timestamp"))
        .isEqualTo(String.valueOf(Alerts.TEN.getEpochSecond()));
    assertThat(service.requests())
        .extracting(r -> r.header("Idempotency-key"))
        .containsOnly("a-1:1:x");
    assertThat(request.header("Content-type")).startsWith("application/cloudevents+json");
  }

  @Test
  void webhook_onAPrivateAddress_isRefusedUnlessAllowed() {
    Outcome outcome = send(u -> new Channel.Webhook(u, null, false));

    assertThat(((Outcome.Refused) outcome).reason()).isEqualTo(Outcome.Reason.PRIVATE_ADDRESS);
    assertThat(service.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "198.18.0.1",
        "::1",
        "fe80::1",
        "fd00::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::"
      })
  void publicAddress_privateOne_isNone(String address) throws UnknownHostException {
    assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111"})
  void publicAddress_openOne_isOne(String address) throws UnknownHostException {
    assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void slackBot_update_editsTheMessageAndTellsTheChangeInItsThread() {
    service.otherwise(200, "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"17.5\"}");
    Sender bot = sender(bot(service.uri("/api/")));

    bot.send(Alerts.to("x"));
    bot.send(revision(2, Change.ESCALATED));

    assertThat(service.requests())
        .extracting(Endpoint.Request::path)
        .containsExactly("/api/chat.postMessage", "/api/chat.update", "/api/chat.postMessage");
    JsonNode first = json(0);
    assertThat(first.path("channel").asString()).isEqualTo("#alerts");
    assertThat(first.path("client_msg_id").asString()).hasSize(36);
    assertThat(json(1).path("ts").asString()).isEqualTo("17.5");
    assertThat(json(2).path("thread_ts").asString()).isEqualTo("17.5");
    assertThat(json(2).path("reply_broadcast").asBoolean()).isTrue();
    assertThat(service.requests().getFirst().header("Authorization")).isEqualTo("Bearer hush");
  }

  @Test
  void slackBot_reminder_saysInTheThreadForHowLongNobodyAcknowledged() {
    service.otherwise(200, "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"17.5\"}");
    Sender bot = sender(bot(service.uri("/api/")));
    Notification first = Alerts.to("x");
    bot.send(first);

    bot.send(
        new Notification(
            "n-1",
            "x",
            Notification.Form.REMINDER,
            first.thread(),
            first.alerts(),
            0,
            List.of(),
            Alerts.TEN.plus(Duration.ofMinutes(90))));

    assertThat(json(2).path("thread_ts").asString()).isEqualTo("17.5");
    assertThat(json(2).path("text").asString())
        .startsWith("nobody has acknowledged this for 1 h 30 min · ");
  }

  @Test
  void slackBot_messageDeleted_postsANewOne() {
    service.next(200, "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"17.5\"}");
    service.next(200, "{\"ok\":false,\"error\":\"message_not_found\"}");
    service.otherwise(200, "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"18.5\"}");
    Sender bot = sender(bot(service.uri("/api/")));

    bot.send(Alerts.to("x"));

    assertThat(bot.send(revision(2, Change.CORROBORATED))).isInstanceOf(Outcome.Sent.class);
    assertThat(service.requests().getLast().path()).isEqualTo("/api/chat.postMessage");
  }

  @Test
  void slackBot_groupsOfOneRoute_areMessagesOfTheirOwn() {
    service.otherwise(200, "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"17.5\"}");
    Sender bot = sender(bot(service.uri("/api/")));

    bot.send(group("n-1", 5));
    bot.send(group("n-2", 1));

    assertThat(service.requests())
        .extracting(Endpoint.Request::path)
        .containsExactly("/api/chat.postMessage", "/api/chat.postMessage");
  }

  private static Notification group(String id, int revision) {
    return new Notification(
        id,
        "x",
        Notification.Form.GROUP,
        "x#1|event:airspace-closed",
        List.of(
            Alerts.airspace(id + "a", revision, Change.NEW, Status.ANNOUNCED),
            Alerts.airspace(id + "b", revision, Change.NEW, Status.ANNOUNCED)),
        0,
        List.of(),
        Alerts.TEN);
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_auth, UNAUTHORIZED, give the app's current token",
    "token_revoked, UNAUTHORIZED, give the app's current token",
    "account_inactive, UNAUTHORIZED, give the app's current token",
    "missing_scope, UNAUTHORIZED, the app needs chat:write",
    "not_allowed_token_type, UNAUTHORIZED, token is a bot token",
    "channel_not_found, UNKNOWN_RECIPIENT, #alerts",
    "not_in_channel, UNKNOWN_RECIPIENT, invite the app to #alerts",
    "is_archived, UNKNOWN_RECIPIENT, #alerts",
    "msg_too_long, REFUSED, msg_too_long"
  })
  void slackBot_refusedForGood_saysWhyAndWhatToDo(
      String error, Outcome.Reason reason, String advice) {
    service.next(200, "{\"ok\":false,\"error\":\"" + error + "\"}");

    Outcome outcome = sender(bot(service.uri("/api/"))).send(Alerts.to("x"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Refused.class, r -> assertThat(r.reason()).isEqualTo(reason));
    assertThat(outcome.detail()).startsWith(error).contains(advice).doesNotContain("hush");
  }

  @ParameterizedTest
  @CsvSource({
    "429, '', RATE_LIMITED, 30",
    "429, '{\"ok\":false,\"error\":\"ratelimited\"}', RATE_LIMITED, 30",
    "200, '{\"ok\":false,\"error\":\"ratelimited\"}', RATE_LIMITED, 30",
    "500, '', SERVER_ERROR, 30",
    "200, '<html>', SERVER_ERROR, 0",
    "200, '{\"ok\":false,\"error\":\"service_unavailable\"}', SERVER_ERROR, 0"
  })
  void slackBot_notNow_isForLater(int status, String body, Outcome.Reason reason, int seconds) {
    service.next(status, body, Map.of("Retry-After", "30"));

    assertThat(sender(bot(service.uri("/api/"))).send(Alerts.to("x")))
        .isInstanceOfSatisfying(
            Outcome.Retry.class,
            r -> {
              assertThat(r.reason()).isEqualTo(reason);
              assertThat(r.atLeast()).isEqualTo(Duration.ofSeconds(seconds));
            });
  }

  @Test
  void check_slackWebhook_disturbsNobody() {
    service.next(400, "no_text");

    Outcome outcome =
        sender(new Channel.SlackWebhook(Secret.of(service.uri("/").toString()))).check();

    assertThat(outcome).isInstanceOf(Outcome.Sent.class);
    assertThat(service.requests().getFirst().body()).isEqualTo("{}");
  }

  private static Notification revision(int revision, Change change) {
    return Alerts.to("x", Alerts.airspace("a-1", revision, change, Status.IN_EFFECT), Alerts.TEN);
  }

  private static Channel bot(URI api) {
    return new Channel.SlackBot(Secret.of("hush"), "#alerts", api, null, null);
  }

  private JsonNode json(int request) {
    return Json.mapper().readTree(service.requests().get(request).body());
  }

  private Outcome send(Function<URI, Channel> channel) {
    return sender(channel.apply(service.uri("/"))).send(Alerts.to("x"));
  }

  private Sender sender(Channel channel) {
    Senders senders =
        new Senders(
            web,
            () -> LEDGER,
            _ -> new Conversations(),
            CLOCK,
            System.out,
            false,
            NotifyConfig.DEFAULT);
    return senders.of(ReceiverConfig.of("x", channel));
  }
}
