package org.wirewatch.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirewatch.topology.TopologyFixture.NOON;
import static org.wirewatch.topology.TopologyFixture.item;
import static org.wirewatch.topology.TopologyFixture.watching;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Change;

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
}
