package org.wirewatch.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirewatch.topology.TopologyFixture.NOON;
import static org.wirewatch.topology.TopologyFixture.item;
import static org.wirewatch.topology.TopologyFixture.watching;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wirewatch.json.Json;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Change;
import org.wirewatch.model.Item;
import org.wirewatch.model.Watchlist;

class ReplayTest {
  private static final String DAM = "Dam at Orrin Falls gives way above Kessock";
  private static final String FAIR = "Cheese fair opens in Brae with brass band";

  @Test
  void theSameItemsGiveTheSameAlertsByteByByte() {
    List<Item> items = storm(40);

    assertThat(json(replay(items))).isEqualTo(json(replay(items)));
  }

  @Test
  void aStormIsOneAlertWithAHandfulOfRevisionsThatEndsWithEveryReport() {
    List<Alert> alerts = replay(storm(600));

    Set<String> ids = new HashSet<>();
    alerts.forEach(alert -> ids.add(alert.id()));
    assertThat(ids).hasSize(1);
    assertThat(alerts).hasSizeLessThan(25);
    assertThat(alerts.getLast().story().reports()).hasSize(600);
  }

  @Test
  void moreReportsComeAtMostOnceAMinute() {
    List<Alert> more =
        replay(storm(200)).stream().filter(a -> a.change() == Change.MORE_REPORTS).toList();

    assertThat(more).isNotEmpty();
    for (int i = 1; i < more.size(); i++) {
      assertThat(Duration.between(more.get(i - 1).times().revised(), more.get(i).times().revised()))
          .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
    }
  }

  /** Nothing ticks in between: the next item finds three days gone. */
  @Test
  void aStoryThatHasLongBeenQuiet_isResolvedAtTheTimeItWas() {
    List<Alert> alerts = replay(List.of(of(DAM, NOON), of(FAIR, NOON.plus(Duration.ofDays(3)))));

    assertThat(alerts)
        .extracting(Alert::change)
        .containsExactly(Change.NEW, Change.RESOLVED, Change.NEW);
    assertThat(alerts.get(1).id()).isEqualTo(alerts.get(0).id());
    assertThat(alerts.get(1).times().revised()).isEqualTo(NOON.plus(Duration.ofDays(2)));
  }

  @Test
  void reportsThatWait_areToldAtTheirTime_thoughTheNextItemComesHoursLater() {
    Item again = TopologyFixture.at(item("again", "gazette", DAM, "Troops came."), NOON);
    Item later = of(FAIR, NOON.plus(Duration.ofHours(5)));

    List<Alert> alerts = replay(List.of(of(DAM, NOON), again, later));

    assertThat(alerts)
        .extracting(Alert::change)
        .containsExactly(Change.NEW, Change.MORE_REPORTS, Change.NEW);
    assertThat(alerts.get(1).times().revised()).isEqualTo(NOON.plus(Duration.ofMinutes(1)));
  }

  /** What is still open at the end stays so: nobody knows what came after. */
  @Test
  void theEndOfTheItems_isNotTheEndOfTheirStories() {
    assertThat(replay(List.of(of(DAM, NOON))))
        .extracting(Alert::change)
        .containsExactly(Change.NEW);
  }

  private static Item of(String title, Instant at) {
    return TopologyFixture.at(item(title, "gazette", title, ""), at);
  }

  @Test
  void anItemWithoutATimeIsReadAtThatOfTheItemBefore() {
    Item timeless = item("late", "gazette", "Ferry Aurelia runs aground", "No time was given.");
    List<Alert> alerts = replay(List.of(storm(1).getFirst(), timeless));

    assertThat(alerts.getLast().story().lastSeen()).isEqualTo(NOON);
  }

  @Test
  void anOldItemThatAFeedStillCarriesIsNotReadTwice() {
    Item old = TopologyFixture.at(item("old", "gazette", "Fair opens", "It opened."), NOON);
    Item later =
        TopologyFixture.at(
            item("new", "gazette", "Bridge shut", "It was shut."), NOON.plus(Duration.ofDays(40)));
    Item last =
        TopologyFixture.at(
            item("last", "gazette", "Mill burns", "It burnt."), NOON.plus(Duration.ofDays(42)));

    List<Alert> alerts = replay(List.of(later, old, last, old));

    assertThat(alerts.stream().filter(a -> a.change() == Change.NEW)).hasSize(3);
  }

  /** Whatever else a task has to do with: as if each watched thing were in a partition alone. */
  @Test
  void alertsAreTheSameHoweverThingsAreSpreadOverPartitions() {
    List<Watchlist> all = List.of(watching("a", "dam"), watching("b", "ferry"), watching("c", "*"));
    List<Item> items = mixed(400);

    List<String> together = sorted(replay(all, items));
    List<Alert> apart = new ArrayList<>();
    all.forEach(one -> apart.addAll(replay(List.of(one), items)));

    assertThat(together).hasSizeGreaterThan(50).isEqualTo(sorted(apart));
  }

  private static List<String> sorted(List<Alert> alerts) {
    return alerts.stream().map(a -> Json.mapper().writeValueAsString(a)).sorted().toList();
  }

  /** Matters of several days, reports of each among those of others, and a last one of all. */
  private static List<Item> mixed(int reports) {
    List<String> matters =
        List.of(
            "Dam at Orrin Falls gives way, valley of Kessock evacuated",
            "Ferry Aurelia aground off Kelm, lifeboats take 200 off",
            "Teachers of Vorn walk out over wages set by Minister Hadley",
            "Ferry service to Brae ends after Quayle line fails");
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < reports; i++) {
      String matter = matters.get(i * 7 % 13 % matters.size());
      Item plain = item("item-" + i, "outlet-" + i % 9, matter, matter + ". So says report " + i);
      items.add(TopologyFixture.at(plain, NOON.plus(Duration.ofMinutes(37L * i))));
    }
    Item last = item("last", "gazette", "Dam and ferry: a year in review", "Nothing happened.");
    items.add(TopologyFixture.at(last, NOON.plus(Duration.ofDays(40))));
    return items;
  }

  private static List<Item> storm(int reports) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < reports; i++) {
      Item plain =
          item(
              "item-" + i,
              "outlet-" + i % 40,
              "Dam at Orrin Falls gives way, valley evacuated",
              "The dam at Orrin Falls gave way on Monday and water rushed towards Kessock. Report "
                  + i
                  + " says that 3,200 people were brought out of the valley.");
      items.add(TopologyFixture.at(plain, NOON.plusSeconds(i)));
    }
    return items;
  }

  private static List<Alert> replay(List<Item> items) {
    return replay(List.of(watching("a", "*")), items);
  }

  private static List<Alert> replay(List<Watchlist> watched, List<Item> items) {
    try (Replay replay = Replay.of(watched, TopologyFixture.byWord(watched), null)) {
      List<Alert> alerts = new ArrayList<>();
      items.forEach(item -> alerts.addAll(replay.feed(item)));
      alerts.addAll(replay.finish());
      return alerts;
    }
  }

  private static String json(List<Alert> alerts) {
    return Json.mapper().writeValueAsString(alerts);
  }
}
