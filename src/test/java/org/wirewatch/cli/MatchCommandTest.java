package org.wirewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirewatch.json.Conforms;
import org.wirewatch.json.Json;
import tools.jackson.databind.JsonNode;

class MatchCommandTest {
  private static final String CLOSURE =
      "{\"id\":\"c\",\"title\":\"Venezuela closes its airspace\",\"body\":\"Venezuela closed its airspace to all flights,"
          + " President Nicolás Maduro said.\",\"published\":\"2025-12-01T06:00:00Z\",\"surplus\":1}";

  @TempDir Path folder;

  @Test
  void everyItem_hasOneLineInTheOrderOfTheInput_alsoWithoutFlags() {
    String items =
        IntStream.range(0, 1500)
            .mapToObj(
                i -> i == 700 ? CLOSURE : "{\"id\":\"" + i + "\",\"body\":\"Rain is expected.\"}")
            .collect(Collectors.joining("\n"));

    Typed typed = Typed.withInput(items, "match", "--format", "json");

    assertThat(typed.exit()).isZero();
    assertThat(typed.lines()).hasSize(1500);
    assertThat(typed.lines().get(3)).startsWith("{\"item\":\"3\"").contains("\"flags\":[]");
    assertThat(typed.lines().get(700))
        .contains("event:airspace-closed", "country:VE", "leader:nicolas-maduro");
    assertThat(Conforms.faults("flagged-item", typed.lines().get(700))).isEmpty();
  }

  @Test
  void everyPieceOfEvidence_isExactlyTheSliceThatItNames() {
    JsonNode item = Json.mapper().readTree(CLOSURE);
    JsonNode flagged =
        Json.mapper().readTree(Typed.withInput(CLOSURE, "match", "--format", "json", "-").out());

    assertThat(flagged.get("flags")).isNotEmpty();
    for (JsonNode flag : flagged.get("flags")) {
      assertThat(flag.get("evidence")).isNotEmpty();
      for (JsonNode e : flag.get("evidence")) {
        String field = item.get(e.get("field").asString()).asString();
        assertThat(field.substring(e.get("start").asInt(), e.get("end").asInt()))
            .isEqualTo(e.get("text").asString());
      }
    }
  }

  @Test
  void aLineThatIsNoItem_isReportedWithItsNumber_andTheOthersAreAnswered() {
    Typed typed =
        Typed.withInput(
            "{\"title\":\"A\"}\n{oops\n{\"published\":\"2026-11-22T10:00:00Z\"}\n{\"title\":\"B\"}\n",
            "match",
            "--format",
            "json");

    assertThat(typed.exit()).isEqualTo(Exit.FAULT);
    assertThat(typed.lines()).hasSize(2);
    assertThat(typed.err())
        .contains("-:2: is no JSON", "-:3: dropped, it has neither")
        .doesNotContain("\tat ");
  }

  @Test
  void anArticleThatIsNotThere_isOneLine() {
    Typed typed = Typed.command("match", folder.resolve("none.txt").toString());

    assertThat(typed.exit()).isEqualTo(Exit.FAULT);
    assertThat(typed.err().lines())
        .hasSize(1)
        .first()
        .asString()
        .contains("none.txt: there is no such file");
  }

  @Test
  void aFolder_isReadFileByFile_inWhateverFormTheyAre() throws Exception {
    Files.writeString(
        folder.resolve("1.txt"), "Airspace shut\n\nVenezuela closed its airspace on Sunday.\n");
    Files.writeString(folder.resolve("2.jsonl"), CLOSURE + "\n");
    Files.writeString(
        folder.resolve("3.xml"),
        "<rss version=\"2.0\"><channel><title>F</title><item><title>Peru wins</title><guid>g</guid></item></channel></rss>");
    Files.writeString(
        folder.resolve("4.html"),
        "<html><head><title>Kenya floods</title></head><body><article><h1>Kenya floods</h1><p>Floods hit Kenya on Sunday, and"
            + " thousands of people in the west of the country had to leave their homes, the government said.</p></article></body></html>");

    Typed typed = Typed.command("match", "--format", "json", folder.toString());

    assertThat(typed.lines())
        .extracting(l -> Json.mapper().readTree(l).get("title").asString())
        .containsExactly(
            "Airspace shut", "Venezuela closes its airspace", "Peru wins", "Kenya floods");
  }

  @Test
  void aWatchlistWithATypo_isRefusedWithItsPlace() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("w.yaml"), "watchlists:\n  - id: w\n    entries: [{country: UK}]\n");

    Typed typed = Typed.withInput(CLOSURE, "match", "-w", file.toString());

    assertThat(typed.exit()).isEqualTo(Exit.FAULT);
    assertThat(typed.err())
        .contains(file + ":3:25: no country 'UK'; did you mean GB")
        .doesNotContain("\tat ");
  }

  @Test
  void aPipe_getsNoColour() {
    assertThat(Typed.withInput(CLOSURE, "match").out())
        .contains("event:airspace-closed")
        .doesNotContain("\u001B");
  }

  @Test
  void whyNot_asJson_addsTheReasonsAndWhatWasRefused() {
    Typed typed =
        Typed.withInput(
            "{\"id\":\"w\",\"language\":\"en\",\"title\":\"Ferry timetable for the winter\","
                + "\"body\":\"Michael Jordan opened a harbour hotel. A drill simulated an air strike on"
                + " Poland. Sweden closed its airspace.\"}",
            "match",
            "--why-not",
            "--format",
            "json");

    JsonNode flagged = Json.mapper().readTree(typed.out());
    assertThat(Conforms.faults("flagged-item", typed.lines().getFirst())).isEmpty();
    assertThat(rejected(flagged))
        .contains(
            "reading country:JO Jordan",
            "event event:air-strike air strike",
            "salience country:PL Poland");
    assertThat(flagged.get("rejected").valueStream())
        .allSatisfy(each -> assertThat(each.get("reason").asString()).isNotBlank())
        .anySatisfy(each -> {
          assertThat(each.get("decision").asString()).isEqualTo("event");
          assertThat(each.get("cues").valueStream().map(cue -> cue.get("cue").asString()))
              .contains("drill");
        });
    assertThat(flagged.get("reasons").valueStream().map(each -> each.get("entry").asString()))
        .contains("event:airspace-closed", "country:SE");
  }

  private static List<String> rejected(JsonNode flagged) {
    return flagged
        .get("rejected")
        .valueStream()
        .map(each ->
            String.join(
                " ",
                each.get("decision").asString(),
                each.get("entry").asString(),
                each.get("evidence").get("text").asString()))
        .toList();
  }

  @Test
  void whyNot_asText_saysTheRefusedReadingWithItsReason() {
    Typed typed =
        Typed.withInput(
            "{\"language\":\"en\",\"body\":\"Michael Jordan opened a harbour hotel.\"}",
            "match",
            "--why-not");

    assertThat(typed.out()).contains("not country:JO: ", "Michael Jordan");
  }

  @Test
  void whyNot_saysWhatAnEntryLeavesOutByItsConditions() throws Exception {
    Path watchlist = folder.resolve("w.yaml");
    Files.writeString(
        watchlist,
        """
        watchlists:
          - id: desk
            entries:
              - event: airspace-closed
                places: [FI]
                status: [in-effect]
        """);
    Typed typed =
        Typed.withInput(
            CLOSURE, "match", "--why-not", "-w", watchlist.toString(), "--format", "json");

    JsonNode flagged = Json.mapper().readTree(typed.out());
    assertThat(flagged.get("flags")).isEmpty();
    assertThat(flagged.get("rejected").get(0).get("decision").asString()).isEqualTo("condition");
    assertThat(flagged.get("rejected").get(0).get("reason").asString())
        .contains("it is in VE, not in FI");
  }

  @Test
  void explain_aQueryThatFindsNothing_saysWhichTermsHoldAndWhichDoNot() throws Exception {
    Path watchlist = folder.resolve("w.yaml");
    Files.writeString(
        watchlist,
        """
        watchlists:
          - id: ops
            name: Ops
            entries:
              - {id: carriers, query: "flights AND (strike OR country:CO)"}
        """);
    String[] text = {"match", "-w", watchlist.toString(), "--explain", "carriers"};

    assertThat(Typed.withInput(CLOSURE, text).lines())
        .containsSequence(
            "  nothing flagged",
            "  terms of carriers:",
            "      - AND",
            "        + flights (1)",
            "        - OR",
            "          - strike",
            "          - country:CO");
  }

  @Test
  void explain_aWatchlistThatTakesNoSuchItem_saysSoBeforeTheTerms() throws Exception {
    Path watchlist = folder.resolve("w.yaml");
    Files.writeString(
        watchlist,
        """
        watchlists:
          - id: ops
            name: Ops
            languages: [es, pt]
            entries:
              - {id: carriers, query: flights}
        """);
    String[] text = {"match", "-w", watchlist.toString(), "--explain", "carriers"};

    assertThat(Typed.withInput(CLOSURE, text).lines())
        .containsSequence(
            "  terms of carriers:",
            "      - watchlist ops takes languages es, pt; this is in en",
            "      + flights (1)");
  }

  @Test
  void explain_anEntryThatNobodyHas_isRefusedAtOnce() {
    Typed typed = Typed.withInput(CLOSURE, "match", "--explain", "nobody");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains("no entry 'nobody' with a query");
  }
}
