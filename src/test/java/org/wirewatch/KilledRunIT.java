package org.wirewatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirewatch.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * Broker, poller, topology and senders killed together, again and again, while news keeps coming.
 */
class KilledRunIT {
  /** {@code -Dkills=20} for a long proof. */
  private static final int KILLS = Integer.getInteger("kills", 4);

  private static final Duration LONG = Duration.ofMinutes(3);
  private static final long SEED = 20_261_122;

  /**
   * Countries that have nothing to do with one another, so that each report is a story of its own.
   */
  private static final List<String> COUNTRIES =
      List.of(
          "Kenya",
          "Peru",
          "Norway",
          "Vietnam",
          "Bolivia",
          "Ghana",
          "Iceland",
          "Nepal",
          "Cuba",
          "Zambia",
          "Finland",
          "Laos",
          "Uruguay",
          "Angola",
          "Ireland",
          "Mongolia",
          "Panama",
          "Senegal",
          "Austria",
          "Thailand",
          "Ecuador",
          "Tunisia");

  @TempDir Path folder;
  private NewsServer news;

  @BeforeEach
  void start() throws Exception {
    news = NewsServer.start();
    Files.writeString(
        folder.resolve("watchlists.yaml"),
        "watchlists:\n  - id: desk\n    severity: high\n    entries:\n      - event: airspace-closed\n");
    Files.writeString(
        folder.resolve("wirewatch.yaml"),
        """
        watchlists: [watchlists.yaml]
        feeds: [{url: "%s", name: The Paper, tier: 1, interval: 1s}]
        intake: {allow_private_addresses: true}
        """
            .formatted(news.feedUrl()));
  }

  @AfterEach
  void stop() {
    news.close();
  }

  @Test
  void killedAtRandomMoments_noAlertIsLostAndNoneIsRepeated() throws Exception {
    Random random = new Random(SEED);
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < KILLS; i++) {
      titles.add(publish(i));
      try (RunningProcess run = RunningProcess.start(folder, "--config", "wirewatch.yaml")) {
        Duration moment = Duration.ofMillis(500 + random.nextInt(4_500));
        await().pollDelay(moment).atMost(moment.plus(LONG)).until(() -> true);
        assertThat(run.isAlive()).as(run.err()).isTrue();
        run.kill();
      }
    }
    titles.add(publish(KILLS));
    try (RunningProcess run = RunningProcess.start(folder, "--config", "wirewatch.yaml")) {
      await()
          .atMost(LONG)
          .untilAsserted(() -> assertThat(headlines(alerts(run))).containsAll(titles));
      await().atMost(LONG).untilAsserted(() -> assertThat(run.out()).contains(titles));

      List<JsonNode> alerts = alerts(run);
      assertThat(headlines(alerts)).containsExactlyInAnyOrderElementsOf(titles);
      assertThat(revisions(alerts))
          .allSatisfy((revision, times) -> assertThat(times).as(revision).isEqualTo(1));
    }
  }

  private String publish(int number) {
    String country = COUNTRIES.get(number);
    String title = country + " closes its airspace to all flights";
    news.publish(
        "airspace-" + number,
        title,
        "<p>%s closed its airspace to all civil flights on Sunday, its government said in report number %d.</p>"
            .formatted(country, number));
    return title;
  }

  private static List<JsonNode> alerts(RunningProcess run) {
    String servers =
        run.state()
            .orElseThrow(() -> new AssertionError("not up yet: " + run.err()))
            .bootstrapServers();
    return TopicReader.values(servers, "wirewatch.alerts").stream()
        .map(v -> Json.mapper().readTree(v))
        .toList();
  }

  private static Set<String> headlines(List<JsonNode> alerts) {
    Set<String> headlines = new TreeSet<>();
    alerts.forEach(a -> headlines.add(a.get("headline").asString()));
    return headlines;
  }

  private static Map<String, Integer> revisions(List<JsonNode> alerts) {
    Map<String, Integer> times = new HashMap<>();
    alerts.forEach(a ->
        times.merge(a.get("id").asString() + ":" + a.get("revision").asInt(), 1, Integer::sum));
    return times;
  }
}
