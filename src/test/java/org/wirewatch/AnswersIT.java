package org.wirewatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirewatch.cli.RunState;
import org.wirewatch.cli.SystemStarter.RunningSystem;
import org.wirewatch.cli.Terminal;
import org.wirewatch.cli.Wirewatch;
import org.wirewatch.json.Conforms;
import org.wirewatch.json.Json;
import org.wirewatch.model.Action;
import org.wirewatch.notify.SlackForTests;
import tools.jackson.databind.node.ObjectNode;

/**
 * A whole system from a configuration file: an alert reaches Slack and a mail box, and what people
 * answer comes back over the desk's HTTP and the command line.
 */
@Timeout(120)
class AnswersIT {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String SIGNING = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final String LINK_KEY = "0123456789abcdef0123456789abcdef";
  private static final Pattern LINK = Pattern.compile("https://watch\\.example/act/([\\w.=-]+)");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final AtomicBoolean HOOK_TAKES = new AtomicBoolean();

  @TempDir private static Path folder;
  private static SlackForTests slack;
  private static GreenMail mail;
  private static HttpServer hook;
  private static RunningSystem system;
  private static RunState state;

  @BeforeAll
  static void start() throws Exception {
    slack = new SlackForTests();
    mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hook.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(HOOK_TAKES.get() ? 200 : 404, -1);
          exchange.close();
        });
    hook.start();
    StartedSystem started = StartedSystem.of(folder, config(), OutputStream.nullOutputStream());
    system = started.system();
    state = started.state();
  }

  private static Path config() throws Exception {
    return Files.writeString(
        folder.resolve("wirewatch.yaml"),
        """
        watchlists: [{id: desk, severity: high, entries: [{event: airspace-closed}]}]
        receivers:
          - {name: chat, slack: {token: %s, channel: "#alerts", api: "%s", signing_secret: %s}}
          - name: duty
            email: {to: [duty@example.org], from: watch@example.org, smtp: {host: 127.0.0.1, port: %d, security: none}}
          - {name: hook, slack: {webhook: "http://127.0.0.1:%d/services/hush"}}
        routes:
          receiver: chat
          routes:
            - {receiver: duty, continue: true}
            - {receiver: hook, match: {place: [KE]}, continue: true}
            - {receiver: chat}
        serve: {public_url: "https://watch.example", signing_key: %s}
        """
            .formatted(
                SlackForTests.BOT,
                slack.api(),
                SIGNING,
                mail.getSmtp().getPort(),
                hook.getAddress().getPort(),
                LINK_KEY));
  }

  @AfterAll
  static void stop() {
    system.close();
    hook.stop(0);
    mail.stop();
    slack.close();
    HTTP.close();
  }

  @Test
  void everyButtonAtSlack_isWrittenDownOnceAndAnythingElseIsRefused() throws Exception {
    String ts = raise("Zambia");
    for (String button : List.of("acknowledge", "snooze", "silence")) {
      assertThat(press(slack.press(ts, button), Instant.now(), SIGNING).statusCode())
          .as(button)
          .isEqualTo(200);
      await().atMost(LONG).until(() -> !slack.message(ts).toString().contains(actionId(button)));
    }
    String payload = slack.press(ts, "false-alarm");
    Instant now = Instant.now();

    assertThat(press(payload, now, "another secret").statusCode()).isEqualTo(401);
    assertThat(press(payload, now.minusSeconds(301), SIGNING).statusCode()).isEqualTo(401);
    assertThat(actions("ZM")).isEqualTo(List.of("acknowledge", "silence", "snooze"));
    assertThat(press(payload, now, SIGNING).statusCode()).isEqualTo(200);
    assertThat(press(payload, now, SIGNING))
        .satisfies(again -> assertThat(again.statusCode()).isEqualTo(401))
        .satisfies(again -> assertThat(again.body()).isEqualTo("it was here before"));

    assertThat(actions("ZM")).isEqualTo(List.of("acknowledge", "false-alarm", "silence", "snooze"));
    await().atMost(LONG).until(() -> !slack.message(ts).toString().contains("\"action_id\""));
  }

  private static String actionId(String button) {
    return "\"action_id\":\"" + button + "\"";
  }

  private static HttpResponse<String> press(String payload, Instant at, String secret)
      throws Exception {
    String body = "payload=" + URLEncoder.encode(payload, UTF_8);
    String timestamp = String.valueOf(at.getEpochSecond());
    String signature =
        "v0=" + HexFormat.of().formatHex(hmac(secret, "v0:" + timestamp + ":" + body));
    return HTTP.send(
        to("/slack/actions")
            .header("X-Slack-Request-Timestamp", timestamp)
            .header("X-Slack-Signature", signature)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void theLinksOfAMail_askFirst_actWhenPressed_andCannotBeMade() throws Exception {
    raise("Bolivia");
    List<String> links = links("Bolivia");
    assertThat(links).hasSize(3);

    HttpResponse<String> question = get(links.getFirst());
    assertThat(question.statusCode()).isEqualTo(200);
    assertThat(question.body()).contains("Acknowledge", "<form method=\"post\"");
    assertThat(question.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(question.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(actions("BO")).isEmpty();

    for (String link : links) {
      assertThat(submit(link).statusCode()).isEqualTo(200);
    }
    assertThat(submit(links.getFirst()).statusCode()).as("pressed twice").isEqualTo(200);
    assertThat(actions("BO")).isEqualTo(List.of("acknowledge", "false-alarm", "silence"));

    String token = links.getFirst();
    String tampered = (token.startsWith("e") ? "f" : "e") + token.substring(1);
    for (String bad : List.of(tampered, token + "A", token.replace(".", "x"), ended(token))) {
      assertThat(get(bad).statusCode()).as(bad).isEqualTo(410);
      assertThat(submit(bad).statusCode()).as(bad).isEqualTo(410);
    }
  }

  @Test
  void onTheDesksPage_anAlertIsDismissedWithAReason_andNotFromAnotherSite() throws Exception {
    raise("Uganda");
    String id = alertOf("UG");
    String form = "verb=false-alarm&who=Eva&reason=a+drill";

    assertThat(act(id, form, "https://other.example").statusCode()).isEqualTo(403);
    assertThat(act(id, "verb=launch", state.desk()).statusCode()).isEqualTo(400);
    assertThat(act("a-none", form, state.desk()).statusCode()).isEqualTo(404);
    assertThat(actions("UG")).isEmpty();
    HttpResponse<String> done = act(id, form, state.desk());
    assertThat(done.statusCode()).isEqualTo(303);

    String page =
        HTTP.send(
                to(done.headers().firstValue("Location").orElseThrow()).build(),
                BodyHandlers.ofString())
            .body();
    assertThat(page)
        .containsPattern("Marked as a false alarm by Eva \\(desk\\)[^<]*: a drill<")
        .doesNotContain("<form");
    assertThat(actions("UG")).isEqualTo(List.of("false-alarm"));
  }

  private static String alertOf(String country) {
    return TopicReader.values(state.bootstrapServers(), "wirewatch.alerts").stream()
        .map(Json.mapper()::readTree)
        .filter(a -> a.path("places").toString().contains(country))
        .map(a -> a.path("id").asString())
        .findFirst()
        .orElseThrow();
  }

  /** As a browser submits the form of a page of {@code origin}; once the desk knows the alert. */
  private static HttpResponse<String> act(String alert, String form, String origin)
      throws Exception {
    if (!alert.equals("a-none")) {
      await()
          .atMost(LONG)
          .until(() ->
              HTTP.send(to("/alerts/" + alert).build(), BodyHandlers.discarding()).statusCode()
                  == 200);
    }
    return HTTP.send(
        to("/alerts/" + alert + "/actions")
            .header("Origin", origin)
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  /** The same link, signed with the right key, that ended a second ago. */
  private static String ended(String token) throws Exception {
    byte[] json = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
    ObjectNode link = (ObjectNode) Json.mapper().readTree(json);
    String past = link.put("until", Instant.now().minusSeconds(1).toString()).toString();
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return base64.encodeToString(past.getBytes(UTF_8))
        + "."
        + base64.encodeToString(hmac(LINK_KEY, "wirewatch link v1." + past));
  }

  /** The tokens of the links in the mail about a country, in the order in which they stand. */
  private static List<String> links(String country) {
    List<String> tokens = new ArrayList<>();
    await()
        .atMost(LONG)
        .untilAsserted(() -> {
          tokens.clear();
          for (MimeMessage message : mail.getReceivedMessages()) {
            if (message.getSubject().contains(country)) {
              ByteArrayOutputStream text = new ByteArrayOutputStream();
              message.writeTo(text);
              Matcher link = LINK.matcher(unfolded(text.toString(UTF_8)));
              while (link.find() && !tokens.contains(link.group(1))) {
                tokens.add(link.group(1));
              }
            }
          }
          assertThat(tokens).isNotEmpty();
        });
    return tokens;
  }

  /** Quoted-printable without its soft line breaks. */
  private static String unfolded(String mime) {
    return mime.replace("=\r\n", "").replace("=3D", "=");
  }

  private static HttpResponse<String> get(String token) throws Exception {
    return HTTP.send(to("/act/" + token).GET().build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> submit(String token) throws Exception {
    return HTTP.send(
        to("/act/" + token).POST(BodyPublishers.ofString("who=Ana")).build(),
        BodyHandlers.ofString());
  }

  @Test
  void whatAReceiverRefused_isListedAndSentAgainFromTheCommandLine() throws Exception {
    raise("Kenya");
    await().atMost(LONG).until(() -> !command("deliveries", "--failed").isEmpty());
    List<String> failed =
        command("deliveries", "--failed", "--receiver", "hook", "--format", "json");
    assertThat(failed).hasSize(1);
    assertThat(Conforms.faults("delivery", failed.getFirst())).isEmpty();
    assertThat(failed.getFirst()).contains("\"rejected\"", "HTTP 404").doesNotContain("hush");
    HOOK_TAKES.set(true);

    assertThat(command("redeliver", "--failed"))
        .singleElement()
        .asString()
        .endsWith(" is sent again");

    await().atMost(LONG).until(() -> command("deliveries", "--failed").isEmpty());
    assertThat(command("deliveries", "--receiver", "hook"))
        .singleElement()
        .asString()
        .contains("  sent  ");
  }

  @Test
  void whatIsSaidOfAnAlertThatNobodyKnows_isDoubtedFromTheCommandLine() throws Exception {
    raise("Gabon");
    String known = alertOf("GA");
    ByteArrayOutputStream notes = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(notes, true, UTF_8);

    command(err, "ack", known, "a-mistyped");

    assertThat(notes.toString(UTF_8).lines().toList())
        .satisfiesExactly(
            line -> assertThat(line).endsWith(known + " is acknowledged"),
            line ->
                assertThat(line).contains("a-mistyped is acknowledged; but no alert of that id"));
  }

  /** What a command of this system prints, by line. */
  private static List<String> command(String... words) {
    return command(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8), words);
  }

  private static List<String> command(PrintStream err, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(out, true, UTF_8);
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", folder.resolve("data").toString()));
    Wirewatch.run(
        all.toArray(String[]::new),
        new Terminal(InputStream.nullInputStream(), to, err, false),
        App::start);
    return out.toString(UTF_8).lines().toList();
  }

  /** News of a country comes in; returns Slack's name of the message about it. */
  private static String raise(String country) throws Exception {
    String title = country + " closes its airspace to all flights";
    HttpResponse<String> taken =
        HTTP.send(
            to("/api/v1/items")
                .POST(BodyPublishers.ofString("{\"language\":\"en\",\"title\":\"" + title + "\"}"))
                .build(),
            BodyHandlers.ofString());
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
    await().atMost(LONG).until(() -> !slack.showing(title).isEmpty());
    return slack.showing(title).getFirst();
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(state.desk() + path));
  }

  /** The sorts of actions that people have taken about the alerts of a country, each once. */
  private static List<String> actions(String country) {
    List<String> alerts =
        TopicReader.values(state.bootstrapServers(), "wirewatch.alerts").stream()
            .map(Json.mapper()::readTree)
            .filter(a -> a.path("places").toString().contains(country))
            .map(a -> a.path("id").asString())
            .toList();
    return TopicReader.values(state.bootstrapServers(), "wirewatch.silences").stream()
        .filter(a -> alerts.stream().anyMatch(a::contains))
        .map(a -> Json.mapper().readValue(a, Action.class).id().replaceFirst(":.*", ""))
        .distinct()
        .sorted()
        .toList();
  }

  private static byte[] hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
