package org.wirewatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirewatch.cli.SystemStarter.Role;
import org.wirewatch.cli.SystemStarter.RunOptions;
import org.wirewatch.cli.SystemStarter.RunningSystem;
import org.wirewatch.cli.Terminal;
import org.wirewatch.cli.Wirewatch;
import org.wirewatch.json.Conforms;
import org.wirewatch.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * The whole way on somebody's Kafka: a feed over HTTP, alerts in topics, a Slack webhook and a
 * mailbox. Run against every broker that there is.
 */
abstract class FeedToAlertContract {
  private static final Duration LONG = Duration.ofSeconds(90);
  private static final String TITLE = "Venezuela closes its airspace to all flights, Maduro says";
  private static final String BODY =
      "<p>Venezuela has closed its airspace to all commercial flights, President Nicolás Maduro said in a televised"
          + " address from Caracas on Sunday. Airlines were told to turn back at the border.</p>"
          + "<p>The order covers the whole of Venezuelan airspace and holds until further notice.</p>";

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private NewsServer news;
  private RunningSystem system;
  private Path watchlists;

  /** A broker for this class; its topics are this test's own by their prefix. */
  abstract String bootstrapServers();

  private final String prefix = "t" + Long.toString(System.nanoTime(), 36);

  @BeforeEach
  void start() throws Exception {
    news = NewsServer.start();
    mail.start();
    watchlists =
        Files.writeString(
            folder.resolve("watchlists.yaml"),
            """
            watchlists:
              - id: desk
                severity: high
                entries:
                  - country: VE
                  - leader: nicolas-maduro
                  - event: airspace-closed
                    severity: critical
            """);
    Path config =
        Files.writeString(
            folder.resolve("wirewatch.yaml"),
            """
            kafka: {prefix: %s}
            watchlists: [watchlists.yaml]
            feeds:
              - {url: "%s", name: The Paper, tier: 1, interval: 1s}
            intake: {allow_private_addresses: true}
            receivers:
              - {name: chat, slack: {webhook: "%s"}}
              - name: mail
                email: {to: [duty@example.org], from: wirewatch@example.org, smtp: {host: 127.0.0.1, port: %d, security: none}}
            routes:
              receiver: console
              routes:
                - {match: {severity: [critical], kind: event}, receiver: chat, continue: true}
                - {match: {severity: [critical], kind: event}, receiver: mail, continue: true}
            """
                .formatted(prefix, news.feedUrl(), news.hookUrl(), mail.getSmtp().getPort()));
    news.publish("airspace", TITLE, BODY);
    system =
        App.start(
            new RunOptions(
                Optional.of(config),
                EnumSet.allOf(Role.class),
                Optional.of(bootstrapServers()),
                Optional.of(folder.resolve("data")),
                Optional.of(0)),
            terminal(new byte[0]));
  }

  @AfterEach
  void stop() {
    if (system != null) {
      system.close();
    }
    mail.stop();
    news.close();
  }

  @Test
  void anArticle_becomesAlertsInTopicsSlackAndMail_andMatchSaysTheSame() throws Exception {
    JsonNode alert = awaitAlert("event:airspace-closed");
    assertThat(alert.get("places").toString()).isEqualTo("[\"VE\"]");
    assertThat(alert.get("severity").asString()).isIn("critical", "high");
    assertThat(alert.get("headline").asString()).isEqualTo(TITLE);

    await()
        .atMost(LONG)
        .untilAsserted(
            () -> assertThat(news.posted()).anySatisfy(p -> assertThat(p).contains("airspace")));
    await().atMost(LONG).untilAsserted(() -> assertThat(mail.getReceivedMessages()).isNotEmpty());
    MimeMessage message = mail.getReceivedMessages()[0];
    assertThat(message.getSubject()).containsIgnoringCase("airspace");
    await()
        .atMost(LONG)
        .untilAsserted(() ->
            assertThat(values("deliveries"))
                .filteredOn(d -> d.contains("\"sent\""))
                .extracting(d -> Json.mapper().readTree(d).get("receiver").asString())
                .contains("chat", "mail"));

    for (String topic :
        List.of("items", "flags", "alerts", "notifications", "deliveries", "watchlists", "feeds")) {
      String schema =
          topic.equals("flags")
              ? "flagged-item"
              : topic.equals("deliveries") ? "delivery" : topic.substring(0, topic.length() - 1);
      assertThat(values(topic))
          .isNotEmpty()
          .allSatisfy(v -> assertThat(Conforms.faults(schema, v)).isEmpty());
    }
    String item = values("items").getFirst();
    assertThat(entries(match(item)))
        .containsAll(Set.of("country:VE", "leader:nicolas-maduro", "event:airspace-closed"))
        .isEqualTo(entries(values("flags").getFirst()));
  }

  @Test
  void anEditedWatchlist_countsAtOnce_andAFaultyOneIsRefused() throws Exception {
    awaitAlert("event:airspace-closed");

    Files.writeString(watchlists, Files.readString(watchlists) + "      - contry: BR\n");
    await()
        .atMost(LONG)
        .untilAsserted(() ->
            assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("watchlists.yaml:9:9: unknown key 'contry'"));
    Files.writeString(
        watchlists,
        Files.readString(watchlists)
            .replace("      - contry: BR\n", "      - {id: ferry, any: [night ferry]}\n"));
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> assertThat(err.toString(StandardCharsets.UTF_8)).contains("changes taken over"));

    AtomicInteger number = new AtomicInteger();
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> {
          news.publish(
              "ferry-" + number.incrementAndGet(),
              "Night ferry to Oslo runs late",
              "<p>The night ferry was held in port by fog.</p>");
          assertThat(values("alerts"))
              .anySatisfy(a -> assertThat(a).contains("\"entry\":\"ferry\""));
        });
    assertThat(awaitAlert("ferry").get("headline").asString()).startsWith("Night ferry");
  }

  private JsonNode awaitAlert(String entry) {
    return await()
        .atMost(LONG)
        .until(
            () ->
                values("alerts").stream()
                    .map(v -> Json.mapper().readTree(v))
                    .filter(a -> a.get("entry").asString().equals(entry))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private List<String> values(String topic) {
    return TopicReader.values(bootstrapServers(), prefix + "." + topic);
  }

  private String match(String item) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(item.getBytes(StandardCharsets.UTF_8)),
            stream(printed),
            stream(err),
            false);
    int exit =
        Wirewatch.run(
            new String[] {"match", "-w", watchlists.toString(), "--format", "json"},
            terminal,
            (_, _) -> {
              throw new IllegalStateException("match starts no system");
            });
    assertThat(exit).isZero();
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static Set<String> entries(String flagged) {
    return Json.mapper()
        .readTree(flagged)
        .get("flags")
        .valueStream()
        .map(f -> f.get("entry").asString())
        .collect(Collectors.toSet());
  }

  private Terminal terminal(byte[] in) {
    return new Terminal(new ByteArrayInputStream(in), stream(out), stream(err), false);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
