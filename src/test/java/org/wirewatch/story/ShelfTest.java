package org.wirewatch.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShelfTest {
  /** What is in memory is derived: dropping it at any moment must change nothing. */
  @Test
  void aShelfRestoredBeforeEachReportFilesAsOneThatLasts() {
    assertThat(storiesFiled(true)).isEqualTo(storiesFiled(false));
  }

  @Test
  void theOldestReportsGoBeyondTheCapButForTheFirst() {
    MemoryStores stores = new MemoryStores();
    StoryLimits limits = new StoryLimits(10, 5, 2, StoryLimits.DEFAULT.moreReports(), 100);
    Shelf shelf = Shelf.restored("query:x", limits, stores);
    String story = "";
    for (int i = 0; i < 8; i++) {
      Report report =
          Reports.report(
              "item-" + i,
              "outlet-" + i,
              Reports.NOON.plusSeconds(i),
              "Dam bursts at Orrin Falls",
              "The dam at Orrin Falls burst and the valley was flooded up to Kessock bridge.");
      Sighting sighting = new Sighting("query:x", org.wirewatch.model.Kind.QUERY, report);
      for (Development development : new Correlator().file(sighting, shelf)) {
        story = development instanceof Development.Opened o ? o.story().id() : story;
      }
    }

    assertThat(stores.reports("query:x", story))
        .extracting(StoryStore.Filed::number)
        .containsExactly(0L, 1L, 5L, 6L, 7L);
    assertThat(stores.stories("query:x").getFirst().items()).isEqualTo(8);
  }

  private static List<String> storiesFiled(boolean restoredEachTime) {
    MemoryStores stores = new MemoryStores();
    Map<String, Shelf> shelves = new HashMap<>();
    List<String> filed = new ArrayList<>();
    for (InventedStories.Told told : InventedStories.all()) {
      if (restoredEachTime) {
        shelves.clear();
      }
      Shelf shelf =
          shelves.computeIfAbsent(
              told.sighting().thing(), t -> Shelf.restored(t, StoryLimits.DEFAULT, stores));
      new Correlator().file(told.sighting(), shelf).forEach(d -> filed.add(d.toString()));
    }
    return filed;
  }
}
