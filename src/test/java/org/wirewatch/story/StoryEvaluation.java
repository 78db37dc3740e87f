package org.wirewatch.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.wirewatch.story.InventedStories.Told;

/**
 * The invented reports correlated, and how well: of the development stories, whose faults may be
 * looked at, and of the held-out ones, which are only scored.
 */
final class StoryEvaluation {
  private final List<Told> told;
  private final Map<String, String> found = new HashMap<>();
  private final Map<String, Story> stories = new HashMap<>();

  /**
   * How well one part was done.
   *
   * @param stories how many it has, and {@code reports}
   * @param bCubed Bagga and Baldwin 1998: the harmonic mean of precision and recall over reports
   * @param wronglyMerged of the pairs of reports put together, the share that tell different
   *     stories
   * @param alertsPerStory stories found for each that there is
   * @param exactOriginals the share of stories whose independent originals were counted exactly
   */
  record Figures(
      long stories,
      long reports,
      double bCubed,
      double wronglyMerged,
      double alertsPerStory,
      double exactOriginals) {}

  /** Of {@code stories.txt}. */
  StoryEvaluation() {
    this("stories.txt");
  }

  StoryEvaluation(String file) {
    told = InventedStories.all(file);
    MemoryStores stores = new MemoryStores();
    Map<String, Shelf> shelves = new HashMap<>();
    Correlator correlator = new Correlator();
    for (Told one : told) {
      Shelf shelf =
          shelves.computeIfAbsent(
              one.sighting().thing(), t -> Shelf.restored(t, StoryLimits.DEFAULT, stores));
      correlator.file(one.sighting(), shelf).forEach(this::take);
    }
  }

  private void take(Development development) {
    switch (development) {
      case Development.Opened opened -> filed(opened.report(), opened.story());
      case Development.Joined joined -> filed(joined.report(), joined.story());
      case Development.Merged merged -> {
        found.replaceAll((_, s) -> s.equals(merged.story().id()) ? merged.into().id() : s);
        stories.put(merged.into().id(), merged.into());
      }
      case Development.Closed _, Development.TimePassed _ -> {}
    }
  }

  private void filed(Report report, Story story) {
    found.put(report.item(), story.id());
    stories.put(story.id(), story);
  }

  Figures figures(boolean heldOut) {
    List<Told> part = told.stream().filter(t -> t.heldOut() == heldOut).toList();
    long count = part.stream().map(Told::story).distinct().count();
    long joined = pairs(heldOut, this::together);
    long wrongly = pairs(heldOut, (a, b) -> together(a, b) && !a.story().equals(b.story()));
    return new Figures(
        count,
        part.size(),
        bCubed(part),
        joined == 0 ? 0 : (double) wrongly / joined,
        (double) part.stream().map(this::found).distinct().count() / count,
        (double) (count - miscounted(heldOut).size()) / count);
  }

  /** The pairs of the part that were wrongly put together or parted, a line each. */
  String faults(boolean heldOut) {
    List<String> faults = new ArrayList<>(miscounted(heldOut));
    pairs(
        heldOut,
        (a, b) -> {
          if (together(a, b) != a.story().equals(b.story())) {
            faults.add((together(a, b) ? "joined: " : "parted: ") + title(a) + " | " + title(b));
          }
          return false;
        });
    return String.join("\n", faults) + "\n";
  }

  private List<String> miscounted(boolean heldOut) {
    Map<String, String> faults = new HashMap<>();
    for (Told one : told) {
      Story story = Objects.requireNonNull(stories.get(found(one)));
      int counted = story.origins().size();
      if (one.heldOut() == heldOut && counted != one.originals()) {
        faults.putIfAbsent(
            one.story(),
            one.story()
                + ": "
                + counted
                + " originals, not "
                + one.originals()
                + ", "
                + story.origins());
      }
    }
    return faults.values().stream().sorted().toList();
  }

  private double bCubed(List<Told> part) {
    double precision = 0;
    double recall = 0;
    for (Told one : part) {
      long joined = told.stream().filter(t -> together(t, one)).count();
      long gold = told.stream().filter(t -> t.story().equals(one.story())).count();
      long right =
          told.stream().filter(t -> t.story().equals(one.story()) && together(t, one)).count();
      precision += (double) right / joined;
      recall += (double) right / gold;
    }
    precision /= part.size();
    recall /= part.size();
    return 2 * precision * recall / (precision + recall);
  }

  /** Counts pairs; one with a held-out report is a held-out pair. */
  private long pairs(boolean heldOut, BiPredicate<Told, Told> what) {
    long count = 0;
    for (int i = 0; i < told.size(); i++) {
      for (int j = i + 1; j < told.size(); j++) {
        boolean held = told.get(i).heldOut() || told.get(j).heldOut();
        count += held == heldOut && what.test(told.get(i), told.get(j)) ? 1 : 0;
      }
    }
    return count;
  }

  private boolean together(Told a, Told b) {
    return found(a).equals(found(b));
  }

  private String found(Told one) {
    return Objects.requireNonNull(found.get(one.sighting().report().item()));
  }

  private static String title(Told one) {
    return one.sighting().report().title();
  }
}
