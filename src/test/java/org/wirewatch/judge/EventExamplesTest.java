package org.wirewatch.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirewatch.model.EventTold;
import org.wirewatch.model.Item;
import org.wirewatch.model.Status;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the labelled examples, all kinds of event and all languages, and prints how many are read
 * right. A third are traps: they have no {@code status}, and telling their event as live is wrong.
 * Words and rules are made with the development set in sight; the held-out set is only counted.
 */
class EventExamplesTest {
  private static final ItemReader ITEMS = new ItemReader();
  private static final EventReader EVENTS = new EventReader();

  @ParameterizedTest
  @CsvSource({"development, 0.97, 0.97, 0.97, 0.88", "held-out, 0.95, 0.96, 0.95, 0.87"})
  void examples_areReadRight(
      String set, double recall, double precision, double status, double places) {
    Score score = new Score();
    Map<String, Score> byLanguage = new TreeMap<>();
    for (JsonNode example : examples(set)) {
      List<EventFinding> findings = read(example);
      score.add(example, findings);
      byLanguage
          .computeIfAbsent(example.path("lang").asString(), _ -> new Score())
          .add(example, findings);
    }
    System.out.println("events, " + set + ": " + score);
    byLanguage.forEach((language, each) -> System.out.println("  " + language + ": " + each));
    assertThat(score.recall()).as("recall").isGreaterThanOrEqualTo(recall);
    assertThat(score.precision()).as("precision").isGreaterThanOrEqualTo(precision);
    assertThat(score.status()).as("status").isGreaterThanOrEqualTo(status);
    assertThat(score.places()).as("places").isGreaterThanOrEqualTo(places);
  }

  private static List<EventFinding> read(JsonNode example) {
    String text = example.path("text").asString();
    boolean sentence = ".!?।。".indexOf(text.charAt(text.length() - 1)) >= 0;
    Item item =
        Item.ofText("e", sentence ? "" : text, sentence ? text : "")
            .withLanguage(example.path("lang").asString());
    return EVENTS.read(ITEMS.read(item).reading());
  }

  private static List<JsonNode> examples(String set) {
    JsonMapper mapper = JsonMapper.shared();
    try (InputStream in =
        Objects.requireNonNull(
            EventExamplesTest.class.getResourceAsStream("events-" + set + ".jsonl"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(mapper::readTree)
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Counts of what was asked, found and right. */
  private static final class Score {
    private int asked;
    private int found;
    private int trapped;
    private int statusRight;
    private int placesAsked;
    private int placesRight;

    void add(JsonNode example, List<EventFinding> findings) {
      List<EventTold> told = new ArrayList<>();
      for (EventFinding finding : findings) {
        if (finding.slug().equals(example.path("event").asString())) {
          told.addAll(finding.events());
        }
      }
      if (example.path("status").isMissingNode()) {
        trapped += told.stream().anyMatch(each -> each.status().isLive()) ? 1 : 0;
        return;
      }
      Status expected = status(example);
      if (told.isEmpty() && expected == Status.PAST) {
        return;
      }
      asked++;
      if (!told.isEmpty()) {
        found++;
        Status read = told.getFirst().status();
        statusRight += read == expected || (read.isLive() && expected.isLive()) ? 1 : 0;
        addPlaces(example, told.getFirst());
      }
    }

    private void addPlaces(JsonNode example, EventTold told) {
      if (example.has("places")) {
        List<String> places = example.path("places").valueStream().map(JsonNode::asString).toList();
        placesAsked++;
        placesRight += told.places().equals(places) ? 1 : 0;
      }
    }

    private static Status status(JsonNode example) {
      String name = example.path("status").asString();
      return Status.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    double recall() {
      return share(found, asked);
    }

    double precision() {
      return share(found, found + trapped);
    }

    double status() {
      return share(statusRight, found);
    }

    double places() {
      return share(placesRight, placesAsked);
    }

    private static double share(int part, int whole) {
      return whole == 0 ? 1 : (double) part / whole;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%d told, recall %.3f, precision %.3f, status %.3f, places %.3f",
          asked,
          recall(),
          precision(),
          status(),
          places());
    }
  }
}
