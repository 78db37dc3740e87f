package org.wirewatch.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one entry would have given, as it is printed.
 *
 * @param items that it takes
 * @param stories that they tell
 * @param alerts raised; two that proved to be one story are two
 * @param overlap the other entries that take most of the same items
 * @param change against another version of the watchlists; null where none was given
 */
record BackTestLine(
    String watchlist,
    String entry,
    String name,
    int items,
    int stories,
    int alerts,
    double alertsPerDay,
    List<BackTest.Example> examples,
    List<Overlap> overlap,
    @Nullable Change change) {
  private static final int MOST = 5;

  /**
   * @param share of this entry's items
   */
  record Overlap(String watchlist, String entry, int items, double share) {}

  /**
   * What this version takes and the old one did not, and the other way round.
   *
   * @param alertsBefore raised by the old version
   */
  record Change(
      int added,
      int lost,
      int alertsBefore,
      List<BackTest.Example> addedExamples,
      List<BackTest.Example> lostExamples) {}

  static BackTestLine of(
      BackTest.Key key, BackTest.Entry entry, double days, @Nullable Change change) {
    return new BackTestLine(
        key.watchlist(),
        key.entry(),
        entry.name(),
        entry.items(),
        entry.stories(),
        entry.alerts(),
        Math.round(100 * entry.alerts() / days) / 100.0,
        entry.examples(),
        entry.shared().entrySet().stream()
            .sorted(
                Comparator.comparingInt((Map.Entry<BackTest.Key, Integer> e) -> -e.getValue())
                    .thenComparing(Map.Entry::getKey))
            .limit(MOST)
            .map(e -> overlap(e.getKey(), e.getValue(), entry.items()))
            .toList(),
        change);
  }

  private static Overlap overlap(BackTest.Key other, int shared, int items) {
    double share = Math.round(100.0 * shared / items) / 100.0;
    return new Overlap(other.watchlist(), other.entry(), shared, share);
  }

  /** For people. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append("%s/%s  %s%n".formatted(watchlist, entry, name));
    text.append(
        String.format(
            Locale.ROOT,
            "  %s, %s, %s, %.2f a day%n",
            Counted.of(items, "item", "items"),
            Counted.of(stories, "story", "stories"),
            Counted.of(alerts, "alert", "alerts"),
            alertsPerDay));
    examples.forEach(e -> text.append("  ! ").append(e.title()).append('\n'));
    overlap.forEach(o ->
        text.append("  = %d of them also %s/%s%n".formatted(o.items(), o.watchlist(), o.entry())));
    if (change != null) {
      text.append(
          "  %s more, %d fewer than before; %s before%n"
              .formatted(
                  Counted.of(change.added(), "item", "items"),
                  change.lost(),
                  Counted.of(change.alertsBefore(), "alert", "alerts")));
      change.addedExamples().forEach(e -> text.append("  + ").append(e.title()).append('\n'));
      change.lostExamples().forEach(e -> text.append("  - ").append(e.title()).append('\n'));
    }
    return text.toString().stripTrailing();
  }
}
