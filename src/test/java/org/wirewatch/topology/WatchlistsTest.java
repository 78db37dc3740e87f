package org.wirewatch.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirewatch.topology.TopologyFixture.NOON;
import static org.wirewatch.topology.TopologyFixture.item;
import static org.wirewatch.topology.TopologyFixture.watching;

import org.junit.jupiter.api.Test;
import org.wirewatch.model.Alert;

class WatchlistsTest {
  @Test
  void aWatchlistDefinedWhileRunningIsLiveForTheNextItem() {
    try (TopologyFixture fixture = new TopologyFixture()) {
      fixture.push(NOON, item("1", "gazette", "Ferry aground", "A ferry ran aground."));
      fixture.define(watching("late", "*"));

      fixture.push(NOON.plusSeconds(9), item("2", "gazette", "Bridge shut", "A bridge is shut."));

      assertThat(fixture.alerts()).extracting(Alert::watchlist).containsExactly("late");
    }
  }

  @Test
  void aDefinitionThatCannotBeReadLeavesTheOthersWatching() {
    try (TopologyFixture fixture = new TopologyFixture(watching("a", "*"))) {
      fixture.define("broken", "{\"id\": [".getBytes(UTF_8));

      fixture.push(NOON, item("1", "gazette", "Ferry aground", "A ferry ran aground."));

      assertThat(fixture.alerts()).extracting(Alert::watchlist).containsExactly("a");
    }
  }

  @Test
  void anItemOlderThanTheFreshnessWindowRaisesNoAlert() {
    try (TopologyFixture fixture = new TopologyFixture(watching("a", "*"))) {
      var stale =
          TopologyFixture.at(
              item("1", "gazette", "Ferry aground", "A ferry ran aground."),
              NOON.minusSeconds(7 * 3600));

      fixture.push(NOON, TopologyFixture.fetchedAt(stale, NOON));

      assertThat(fixture.alerts()).isEmpty();
    }
  }
}
