package org.wirewatch.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirewatch.topology.TopologyFixture.NOON;
import static org.wirewatch.topology.TopologyFixture.item;
import static org.wirewatch.topology.TopologyFixture.watching;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirewatch.json.Conforms;
import org.wirewatch.json.Json;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Change;
import org.wirewatch.model.Item;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Watchlist;
import org.wirewatch.story.StoryLimits;

class AlertTopologyTest {
  private static final String TITLE = "Ferry Aurelia runs aground off Brindle Point";
  private static final String BODY =
      "The ferry Aurelia ran aground on rocks off Brindle Point on Monday with 212 people aboard,"
          + " the coastguard said. All passengers were taken off by lifeboats before nightfall.";

  @Test
  void oneItemIsOneAlertForEachSubscriber() {
    try (TopologyFixture fixture = new TopologyFixture(watching("a", "*"), watching("b", "*"))) {
      List<Alert> alerts = fixture.push(NOON, item("1", "gazette", TITLE, BODY)).alerts();

      assertThat(alerts).extracting(Alert::watchlist).containsExactly("a", "b");
      assertThat(alerts).extracting(a -> a.story().id()).containsOnly(alerts.get(0).story().id());
    }
  }

  @Test
  void anUnchangedItemIsDropped() {
    try (TopologyFixture fixture = new TopologyFixture(watching("a", "*"))) {
      fixture.push(NOON, item("1", "gazette", TITLE, BODY)).alerts();

      fixture.push(NOON.plusSeconds(60), item("1", "gazette", TITLE, BODY));

      assertThat(fixture.alerts()).isEmpty();
    }
  }

  @Test
  void anotherOutletsReportCorroborates() {
    try (TopologyFixture fixture = new TopologyFixture(watching("a", "*"))) {
      fixture.push(NOON, item("1", "gazette", TITLE, BODY)).alerts();

      fixture.push(
          NOON.plusSeconds(60),
          item(
              "2",
              "herald",
              "Passengers taken off ferry aground at Brindle Point",
              "Lifeboats have taken all 212 passengers off the Aurelia, a ferry that hit rocks off"
                  + " Brindle Point on Monday."));

      assertThat(fixture.alerts())
          .singleElement()
          .satisfies(alert -> {
            assertThat(alert.change()).isEqualTo(Change.CORROBORATED);
            assertThat(alert.story().originals()).isEqualTo(2);
          });
    }
  }

  /** Somebody wrote a query that takes everything. */
  @Test
  void anEntryThatFloods_isThrottledAndItsOwnerTold_andOthersHearWhatTheyWouldHaveHeard() {
    Watchlist flooding = watching("flooding", "*");
    Watchlist calm = watching("calm", "ferry");

    List<Alert> both = flood(flooding, calm);
    List<Alert> alone = flood(calm);

    assertThat(both.stream().filter(a -> a.watchlist().equals("calm")).toList())
        .hasSize(20)
        .isEqualTo(alone);
    List<Alert> raised =
        both.stream()
            .filter(a -> a.watchlist().equals("flooding") && a.change() == Change.NEW)
            .toList();
    assertThat(raised).hasSize(StoryLimits.DEFAULT.alertsPerHour() + 1);
    assertThat(raised.getLast().severity()).isEqualTo(Severity.LOW);
    assertThat(raised.getLast().headline()).contains("'entry-of-flooding'", "floods");
    assertThat(Conforms.faults("alert", Json.mapper().writeValueAsString(raised.getLast())))
        .isEmpty();
  }

  /** Its owner sees it in the figures too. */
  @Test
  void whatIsHeldBack_isCounted() {
    try (TopologyFixture fixture = new TopologyFixture(watching("flooding", "*"))) {
      fixture.push(flood());

      assertThat(fixture.meters.counter("wirewatch.story.floods").count()).isEqualTo(1);
      assertThat(fixture.meters.counter("wirewatch.story.held").count()).isGreaterThan(1_000);
    }
  }

  /** 2,000 matters within an hour, every hundredth about a ferry. */
  private static List<Alert> flood(Watchlist... watchlists) {
    try (TopologyFixture fixture = new TopologyFixture(watchlists)) {
      fixture.push(flood());
      return fixture.alerts();
    }
  }

  private static List<Item> flood() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      String name = Integer.toString(i * 7_919 + 46_656, 36);
      String title = (i % 100 == 0 ? "Ferry " : "Mayor ") + name + " in Port" + name;
      Item item = item("item-" + i, "gazette", title, title + " Kel" + name);
      items.add(TopologyFixture.at(item, NOON.plusMillis(1_700L * i)));
    }
    return items;
  }
}
