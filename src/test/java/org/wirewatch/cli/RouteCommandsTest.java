package org.wirewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirewatch.json.Json;
import tools.jackson.databind.JsonNode;

class RouteCommandsTest {
  private static final String AT = "2026-11-23T22:30:00+01:00";

  @TempDir Path folder;
  private Path config;

  @BeforeEach
  void write() throws IOException {
    config =
        Files.writeString(
            folder.resolve("c.yaml"),
            """
            receivers:
              - {name: desk, console: {}, time_zone: Europe/Berlin, quiet_hours: {from: "22:00", to: "06:00", bypass: critical}}
              - {name: duty, console: {}}
              - {name: chief, console: {}}
            routes:
              receiver: desk
              routes:
                - {match: {place: [ve], severity: [critical, high]}, receiver: duty, first: 30s, continue: true, reminder: 30m, escalate: {after: 15m, to: chief}}
                - {match: {kind: country}, receiver: chief, digest: daily 07:30}
            inhibit:
              - {by: {entry: ["event:airspace-closed"]}, of: {entry: ["event:curfew"]}}
            """);
  }

  private Typed test(String alert, String... more) {
    String[] words = {
      "route", "test", "-", "--config", config.toString(), "--data", folder.toString(), "--at", AT
    };
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return Typed.withInput(alert, all);
  }

  @Test
  void routeTest_printsThePathAndWhoIsToldWhen() {
    Typed typed = test("{\"entry\":\"country:VE\",\"kind\":\"country\",\"severity\":\"high\"}");

    assertThat(typed.exit()).isZero();
    assertThat(typed.lines())
        .containsExactly(
            "a-test revision 1, country:VE, high at 2026-11-23T21:30:00Z, in VE",
            "  root: yes",
            "  root.0: yes, place is VE; severity is high; goes on",
            "  root.0 → duty",
            "  root.1: yes, kind is country",
            "  root.1 → chief",
            "routed",
            "duty by root.0: told at 2026-11-23T21:30:30Z as alert",
            "  held: waits 30s for more, until 2026-11-23T21:30:30Z",
            "  then: told again every 30m until somebody acknowledges",
            "  then: chief is told after 15m unless somebody acknowledges",
            "chief by root.1: told at 2026-11-24T07:30:00Z as digest",
            "  held: gathered for the digest of 2026-11-24T07:30:00Z");
  }

  @Test
  void routeTest_withoutAPlace_endsInTheCatchAllAndItsQuietHours() {
    Typed typed = test("{\"entry\":\"event:curfew\",\"kind\":\"event\",\"severity\":\"high\"}");

    assertThat(typed.lines())
        .contains(
            "  root.0: no, place is not VE: it has none",
            "caught by the root: no route below it takes the alert",
            "desk by root: told at 2026-11-24T05:00:00Z as alert",
            "  held: quiet hours of desk until 2026-11-24T05:00:00Z",
            "  then: not told while an alert with entry event:airspace-closed stands open");
  }

  @Test
  void routeTest_asJson_hasEveryConditionThatFailed() {
    Typed typed = test("{\"kind\":\"event\",\"severity\":\"critical\"}", "--format", "json");

    JsonNode report = Json.mapper().readTree(typed.out());
    assertThat(report.get("outcome").asString()).isEqualTo("catch-all");
    assertThat(report.get("path").get(1).get("unmet").get(0).asString())
        .isEqualTo("place is not VE: it has none");
    assertThat(report.get("told").get(0).get("at").asString()).isEqualTo("2026-11-23T21:30:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | holds no alert",
        "{\"severity\":\"loud\"} | severity",
        "{ | Unexpected end-of-input: expected close marker for Object",
        "{\"receiver\":\"desk\",\"alerts\":[]} | holds a message",
        "'' | holds no alert"
      })
  void routeTest_ofWhatIsNoAlert_saysSoInOneLine(String input, String message) {
    Typed typed = test(input);

    assertThat(typed.exit()).isEqualTo(Exit.FAULT);
    assertThat(typed.err()).contains(message).hasLineCount(1);
  }

  @Test
  void aRouteForAPlaceThatIsNoCountry_isAnErrorOfTheConfiguration() throws IOException {
    Files.writeString(config, Files.readString(config).replace("[ve]", "[Venezuela]"));

    Typed typed = Typed.command("config", "check", config.toString());

    assertThat(typed.exit()).isEqualTo(Exit.FAULT);
    assertThat(typed.out()).contains("no country 'Venezuela'; did you mean VE");
  }

  @Test
  void aRouteForAnEntryThatNobodyKnows_isAWarningOfTheConfiguration() throws IOException {
    String match = "{entry: ['event:airspce-closed', 'event:air*', 'own'], place: [ve]}";
    Files.writeString(
        config, Files.readString(config).replace("{place: [ve], ", match.replace("}", ", ")));

    Typed typed = Typed.command("config", "check", config.toString());

    assertThat(typed.exit()).isEqualTo(Exit.DONE);
    assertThat(typed.out().lines())
        .singleElement()
        .asString()
        .contains("no event 'airspce-closed'; did you mean airspace-closed?; no alert meets that");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "silence add place=VE | say for how long",
        "silence add colour=red --for 2h | is no condition",
        "silence add place=Venezuela --for 2h | did you mean VE",
        "silence add severity=loud --for 2h | severity is one of critical, high",
        "silence add entry=event:airspce-closed --for 2h | did you mean airspace-closed?",
        "silence add entry=leader:zz* --for 2h | no leader begins with 'zz'",
        "silence add tier=9 --for 2h | tier is 1, 2 or 3",
        "silence add place=VE --for soon | is no span of time",
        "silence add place=VE --until 2020-01-01T00:00:00Z | is over already",
        "alert false-alarm a-1 | --reason",
        "alert snooze a-1 --until tomorrow | is no time",
      })
  void whatCannotBeMeant_isWrongUsage(String words, String message) {
    Typed typed = Typed.command(words.split(" "));

    assertThat(typed.exit()).isEqualTo(Exit.USAGE);
    assertThat(typed.err()).contains(message);
  }

  @ParameterizedTest
  @CsvSource({
    "silence list",
    "silence add place=VE --for 2h",
    "silence expire s-1",
    "ack a-1",
    "alert assign a-1 --to bo"
  })
  void whereNoWirewatchRuns_saysHowToReachOne(String words) {
    Typed typed = Typed.command((words + " --data " + folder).split(" "));

    assertThat(typed.exit()).isEqualTo(Exit.ENVIRONMENT);
    assertThat(typed.err()).contains("no Wirewatch runs in " + folder, "--bootstrap-servers");
  }
}
