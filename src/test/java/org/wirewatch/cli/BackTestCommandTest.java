package org.wirewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirewatch.json.Conforms;
import org.wirewatch.json.Json;
import tools.jackson.databind.JsonNode;

class BackTestCommandTest {
  @TempDir Path folder;
  private String items = "";

  @BeforeEach
  void record() throws IOException {
    items =
        file(
            "items.jsonl",
            """
            {"id":"1","title":"Ferry Aurelia runs aground off Kelm","body":"The ferry Aurelia ran aground off Kelm on Monday.","published":"2026-03-02T08:00:00Z","source":"gazette"}
            {"id":"2","title":"Aurelia ferry aground off Kelm, 200 taken off","body":"Lifeboats took 200 people off the ferry Aurelia, which is aground off Kelm.","published":"2026-03-02T09:00:00Z","source":"herald"}
            {"id":"3","title":"Tram strike in Vorn enters third day","body":"Tram drivers in Vorn stayed away for a third day.","published":"2026-03-04T08:00:00Z","source":"gazette"}
            """);
  }

  @Test
  void anEntry_isShownWithItsItemsStoriesAlertsAndOverlap() throws IOException {
    String watchlist = watchlist("new.yaml", "{id: ships, query: ferry}", "{id: all, query: '*'}");

    Typed typed = Typed.command("watchlist", "backtest", watchlist, items, "--format", "json");

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.lines())
        .hasSize(2)
        .allSatisfy(l -> assertThat(Conforms.faults("backtest-line", l)).isEmpty());
    JsonNode ships = Json.mapper().readTree(typed.lines().get(1));
    assertThat(ships.get("items").asInt()).isEqualTo(2);
    assertThat(ships.get("stories").asInt()).isEqualTo(1);
    assertThat(ships.get("alerts_per_day").asDouble()).isEqualTo(0.5);
    assertThat(ships.at("/examples/0/title").asString()).startsWith("Ferry Aurelia");
    assertThat(ships.at("/overlap/0/entry").asString()).isEqualTo("all");
    assertThat(ships.at("/overlap/0/share").asDouble()).isEqualTo(1.0);
    assertThat(typed.err()).contains("3 items in");
  }

  @Test
  void diff_showsWhatAChangeAddsAndLoses() throws IOException {
    String old = watchlist("old.yaml", "{id: news, query: ferry}");
    String now = watchlist("new.yaml", "{id: news, query: lifeboats OR tram}");

    Typed typed =
        Typed.command("watchlist", "backtest", now, items, "--diff", old, "--format", "json");

    JsonNode change = Json.mapper().readTree(typed.out()).get("change");
    assertThat(change.get("added").asInt()).isEqualTo(1);
    assertThat(change.get("lost").asInt()).isEqualTo(1);
    assertThat(change.at("/added_examples/0/item").asString()).isEqualTo("3");
    assertThat(change.at("/lost_examples/0/item").asString()).isEqualTo("1");
  }

  @Test
  void diff_showsOneHeadlineOnce() throws IOException {
    String copies =
        file(
            "copies.jsonl",
            """
            {"id":"1","title":"Tram strike in Vorn","body":"Tram drivers stayed away.","source":"a"}
            {"id":"2","title":"Tram strike in Vorn","body":"Tram drivers stayed away.","source":"b"}
            {"id":"3","title":"Trams in Vorn run again","body":"The tram is back.","source":"b"}
            """);
    String old = watchlist("old.yaml", "{id: news, query: ferry}");
    String now = watchlist("new.yaml", "{id: news, query: tram}");

    Typed typed =
        Typed.command("watchlist", "backtest", now, copies, "--diff", old, "--format", "json");

    JsonNode change = Json.mapper().readTree(typed.out()).get("change");
    assertThat(change.get("added").asInt()).isEqualTo(3);
    assertThat(change.get("added_examples"))
        .extracting(e -> e.get("title").asString())
        .containsExactly("Tram strike in Vorn", "Trams in Vorn run again");
  }

  @Test
  void text_isForPeople() throws IOException {
    Typed typed =
        Typed.command("watchlist", "backtest", watchlist("w.yaml", "{id: s, query: ferry}"), items);

    assertThat(typed.out()).contains("desk/s", "2 items, 1 story, 1 alert,", "! Ferry Aurelia");
  }

  @Test
  void since_leavesOutWhatIsOlder_andWantsADuration() throws IOException {
    String watchlist = watchlist("w.yaml", "{id: s, query: ferry}");

    Typed late = Typed.command("watchlist", "backtest", watchlist, items, "--since", "1h");
    assertThat(late.out()).contains("0 items");
    assertThat(late.err()).contains("items are of before", "leave it out to take all");
    Typed wrong = Typed.command("watchlist", "backtest", watchlist, items, "--since", "yesterday");
    assertThat(wrong.exit()).isEqualTo(Exit.USAGE);
    assertThat(wrong.err()).contains("--since takes a duration such as 12h or 7d");
  }

  @Test
  void whereNothingRuns_itSaysHowToGetAtItems() throws IOException {
    Typed typed =
        Typed.command(
            "watchlist",
            "backtest",
            watchlist("w.yaml", "{id: s, query: ferry}"),
            "--data",
            folder.resolve("none").toString());

    assertThat(typed.exit()).isEqualTo(Exit.ENVIRONMENT);
    assertThat(typed.err()).contains("--bootstrap-servers", "files of items");
  }

  private String watchlist(String name, String... entries) throws IOException {
    return file(
        name,
        "watchlists:\n  - id: desk\n    entries:\n      - "
            + String.join("\n      - ", entries)
            + "\n");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
