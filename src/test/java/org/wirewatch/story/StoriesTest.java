package org.wirewatch.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wirewatch.story.InventedStories.Told;

/** How well invented reports in many languages are told apart and put together. */
class StoriesTest {
  private static final List<Told> TOLD = InventedStories.all();
  private static final Map<String, String> FOUND = new HashMap<>();

  @BeforeAll
  static void correlate() {
    MemoryStores stores = new MemoryStores();
    Map<String, Shelf> shelves = new HashMap<>();
    Correlator correlator = new Correlator();
    for (Told told : TOLD) {
      Shelf shelf =
          shelves.computeIfAbsent(
              told.sighting().thing(), t -> Shelf.restored(t, StoryLimits.DEFAULT, stores));
      for (Development development : correlator.file(told.sighting(), shelf)) {
        switch (development) {
          case Development.Opened o -> FOUND.put(o.report().item(), o.story().id());
          case Development.Joined j -> FOUND.put(j.report().item(), j.story().id());
          case Development.Merged m ->
              FOUND.replaceAll((_, s) -> s.equals(m.story().id()) ? m.into().id() : s);
          case Development.Closed _, Development.TimePassed _ -> {}
        }
      }
    }
  }

  @Test
  void developmentStoriesAreFoundWithBCubedOfNineTenths() {
    assertThat(bCubed(false)).as(wrong(false)).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void heldOutStoriesAreFoundWithBCubedOfNineTenths() {
    assertThat(bCubed(true)).as(wrong(true)).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void atMostTwoInAHundredJoinedPairsAreWrong() {
    long joined = pairs((a, b) -> found(a).equals(found(b)));
    long wrongly = pairs((a, b) -> found(a).equals(found(b)) && !a.story().equals(b.story()));

    assertThat((double) wrongly / joined).as(wrong(false) + wrong(true)).isLessThanOrEqualTo(0.02);
  }

  @Test
  void alertsPerStoryAreAtMostElevenTenths() {
    long stories = TOLD.stream().map(Told::story).distinct().count();

    assertThat((double) new HashSet<>(FOUND.values()).size() / stories)
        .as(wrong(false) + wrong(true))
        .isLessThanOrEqualTo(1.1);
  }

  private static String found(Told told) {
    return Objects.requireNonNull(FOUND.get(told.sighting().report().item()));
  }

  /** Bagga and Baldwin 1998; the harmonic mean of precision and recall over reports. */
  private static double bCubed(boolean heldOut) {
    double precision = 0;
    double recall = 0;
    List<Told> scored = TOLD.stream().filter(t -> t.heldOut() == heldOut).toList();
    for (Told told : scored) {
      long together = TOLD.stream().filter(t -> found(t).equals(found(told))).count();
      long gold = TOLD.stream().filter(t -> t.story().equals(told.story())).count();
      long right =
          TOLD.stream()
              .filter(t -> t.story().equals(told.story()) && found(t).equals(found(told)))
              .count();
      precision += (double) right / together;
      recall += (double) right / gold;
    }
    precision /= scored.size();
    recall /= scored.size();
    return 2 * precision * recall / (precision + recall);
  }

  private static long pairs(BiPredicate<Told, Told> what) {
    long count = 0;
    for (int i = 0; i < TOLD.size(); i++) {
      for (int j = i + 1; j < TOLD.size(); j++) {
        count += what.test(TOLD.get(i), TOLD.get(j)) ? 1 : 0;
      }
    }
    return count;
  }

  private static String wrong(boolean heldOut) {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < TOLD.size(); i++) {
      for (int j = i + 1; j < TOLD.size(); j++) {
        Told a = TOLD.get(i);
        Told b = TOLD.get(j);
        boolean together = found(a).equals(found(b));
        if ((a.heldOut() == heldOut) && together != a.story().equals(b.story())) {
          wrong.add((together ? "joined: " : "parted: ") + title(a) + " | " + title(b));
        }
      }
    }
    return String.join("\n", wrong) + "\n";
  }

  private static String title(Told told) {
    return told.sighting().report().title();
  }
}
