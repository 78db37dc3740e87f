package org.wirewatch.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirewatch.model.Entry;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Status;
import org.wirewatch.model.Watchlist;

class WatchlistReaderTest {
  @TempDir Path folder;

  @Test
  void everyFormOfEntry_isExpandedIntoSingleEntries() {
    Loaded<List<Watchlist>> loaded =
        WatchlistReader.read(
            "w.yaml",
            """
            watchlists:
              - id: desk
                name: Desk
                languages: [en, es]
                severity: high
                entries:
                  - country: [VE, NO]
                  - leader: nicolas-maduro
                  - event: airspace-closed
                    places: [VE, CO]
                    status: [announced, in-effect]
                    severity: critical
                  - region: baltics
                  - id: cartel
                    name: Cartel
                    any: [cartel de los soles]
                  - id: all
                    query: "*"
                sources: {tier: [1, 2], exclude: [satire-daily]}
            """);

    assertThat(loaded.problems()).isEmpty();
    Watchlist desk = loaded.value().getFirst();
    assertThat(desk.sources())
        .isEqualTo(new Watchlist.Sources(List.of(1, 2), List.of("satire-daily")));
    assertThat(desk.entries())
        .extracting(Entry::id)
        .contains(
            "country:VE",
            "country:NO",
            "leader:nicolas-maduro",
            "country:EE",
            "country:LV",
            "country:LT",
            "cartel",
            "all");
    assertThat(desk.entries())
        .filteredOn(e -> e.id().equals("event:airspace-closed"))
        .singleElement()
        .satisfies(e -> {
          assertThat(e.severity()).isEqualTo(Severity.CRITICAL);
          assertThat(e.places()).containsExactlyInAnyOrder("VE", "CO");
          assertThat(e.statuses()).containsExactlyInAnyOrder(Status.ANNOUNCED, Status.IN_EFFECT);
        });
  }

  @Test
  void anEntryWrittenOut_winsOverThePack() {
    Loaded<List<Watchlist>> loaded =
        WatchlistReader.read(
            "w.yaml",
            """
            watchlists:
              - id: w
                severity: low
                entries:
                  - {event: coup, severity: critical}
                  - pack: events
            """);

    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.value().getFirst().entries())
        .filteredOn(e -> e.id().equals("event:coup"))
        .extracting(Entry::severity)
        .containsExactly(Severity.CRITICAL);
  }

  static List<Arguments> faults() {
    return List.of(
        Arguments.of(
            "watchlists:\n  - id: w\n    entires: []\n",
            "w.yaml:3:5: unknown key 'entires' in 'watchlists'; did you mean 'entries'?"),
        Arguments.of(
            "watchlists:\n  - id: w\n    entries:\n      - country: UK\n",
            "w.yaml:4:18: no country 'UK'; did you mean GB"),
        Arguments.of(
            "watchlists:\n  - id: w\n    entries:\n      - event: airspace-close\n",
            "w.yaml:4:16: no event 'airspace-close'; did you mean airspace-closed?"),
        Arguments.of(
            "watchlists:\n  - id: w\n    entries:\n      - leader: nicolas-madero\n",
            "w.yaml:4:17: no leader 'nicolas-madero'; did you mean nicolas-maduro?"),
        Arguments.of(
            """
            watchlists:
              - id: w
                entries:
                  - {id: q, query: "port AND event:airspace-closd"}
            """,
            "w.yaml:4:34: no event 'airspace-closd'; did you mean airspace-closed?"),
        Arguments.of(
            "watchlists:\n  - id: w\n    severity: loud\n    entries: [{pack: events}]\n",
            "w.yaml:3:15: 'watchlists.severity' is 'loud'; it takes one of critical, high, medium, low, info"),
        Arguments.of(
            "watchlists:\n  - id: w\n    entries: [{pack: events}]\n  - id: w\n    entries: [{pack: events}]\n",
            "w.yaml:4:9: watchlist 'w' stands already at w.yaml:2:9"),
        Arguments.of(
            "watchlists:\n  - id: w\n    entries:\n      - {country: VE, event: coup}\n",
            "an entry watches one thing, not country and event"),
        Arguments.of("watchlists:\n  - id: w\n    entries:\n      - any: [a]\n", "'id' is missing"),
        Arguments.of(
            "watchlists:\n  - id: w\n    entries:\n      - {id: x, any: []}\n",
            "entry 'x' has nothing to look for"),
        Arguments.of(
            "watchlists:\n  - id: w\n    entries: [{pack: evnts}]\n",
            "no pack 'evnts'; there are countries, leaders, events"),
        Arguments.of("watchlists: [\n", "w.yaml:2:1: this is not YAML"),
        Arguments.of(
            "watchlists:\n  - id: a\n    id: b\n    entries: [{pack: events}]\n",
            "w.yaml:3:5: 'id' stands already in line 2"),
        Arguments.of(
            "watchlists:\n  - id: w\n    entries:\n      - {id: x, query: \"(carrier OR destroyer\"}\n",
            "w.yaml:4:"),
        Arguments.of("nothing: here\n", "no 'watchlists' here"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFault_isToldWithItsPlaceAndHowToMendIt(String text, String expected) {
    assertThat(WatchlistReader.read("w.yaml", text).problems())
        .extracting(Problem::toString)
        .anySatisfy(p -> assertThat(p).contains(expected));
  }

  @Test
  void oneFaultyEntry_leavesTheRest() {
    Loaded<List<Watchlist>> loaded =
        WatchlistReader.read(
            "w.yaml",
            "watchlists:\n  - id: w\n    entries:\n      - country: [VE, QQ]\n      - event: coup\n");

    assertThat(loaded.hasErrors()).isTrue();
    assertThat(loaded.value().getFirst().entries())
        .extracting(Entry::id)
        .containsExactly("country:VE", "event:coup");
  }

  @Test
  void aFileNestedTenThousandDeep_isAProblemNotACrash() {
    assertThat(WatchlistReader.read("w.yaml", "watchlists: " + "[".repeat(100_000)).hasErrors())
        .isTrue();
  }

  @Test
  void aFileThatMultipliesItselfByAliases_isAProblemNotACrash() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      text.append("a%d: &a%d [".formatted(i, i))
          .append(("*a" + (i - 1) + ", ").repeat(9))
          .append("]\n");
    }
    assertThat(WatchlistReader.read("w.yaml", text.toString()).hasErrors()).isTrue();
  }

  @Test
  void aFileThatIsNotUtf8_saysSo() throws Exception {
    Path file = folder.resolve("latin.yaml");
    Files.write(file, "watchlists: [{id: 'Región'}]".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(WatchlistReader.read(List.of(file)).problems())
        .extracting(Problem::toString)
        .containsExactly(file + ":1:1: is not UTF-8; save it in that encoding");
  }

  @Test
  void theStarterFile_isSound() {
    Loaded<List<Watchlist>> loaded =
        WatchlistReader.read("watchlists.yaml", WrittenFiles.starter("watchlists.yaml"));

    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.value()).hasSize(2);
  }

  @Test
  void read_entryWithinAnotherAndHomograph_warns() {
    Loaded<List<Watchlist>> loaded =
        WatchlistReader.read(
            "w.yaml",
            """
            watchlists:
              - id: desk
                entries:
                  - {id: cartel, any: [cartel]}
                  - {id: suns, any: [cartel of the suns]}
                  - {id: land, any: [Turkey]}
                  - {id: person, any: [Lee]}
                  - {id: change, query: coup}
                  - {id: known, any: [Netanyahu, Bolivia]}
            """);

    assertThat(loaded.hasErrors()).isFalse();
    assertThat(loaded.problems())
        .map(Problem::toString)
        .satisfiesExactly(
            contained ->
                assertThat(contained)
                    .contains("w.yaml:5:")
                    .contains("whatever entry 'suns' finds, entry 'cartel' finds too"),
            homograph ->
                assertThat(homograph)
                    .contains("w.yaml:6:")
                    .contains("means several things")
                    .contains("watch country:TR"),
            surname -> assertThat(surname).contains("w.yaml:7:").contains("watch leader:"),
            figure -> assertThat(figure).contains("w.yaml:8:").contains("watch event:coup"));
  }
}
