package org.wirewatch.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirewatch.bench.Bench;
import org.wirewatch.bench.BenchRow;

/**
 * How well invented reports are put together: the project's own development stories and held-out
 * ones, and two sets that were written by others.
 */
public final class StoryAccuracyBench implements Bench {
  @Override
  public String name() {
    return "story-accuracy";
  }

  @Override
  public List<BenchRow> run() {
    StoryEvaluation evaluation = new StoryEvaluation();
    Map<String, StoryEvaluation.Figures> parts = new LinkedHashMap<>();
    parts.put("development", evaluation.figures(false));
    parts.put("held-out", evaluation.figures(true));
    parts.put("varied", new StoryEvaluation("stories-varied.txt").figures(false));
    parts.put("blind", new StoryEvaluation("stories-blind.txt").figures(false));
    List<BenchRow> rows = new ArrayList<>();
    parts.forEach((of, figures) -> {
      String part = name() + "/" + of;
      rows.add(BenchRow.of(part + "/stories", (double) figures.stories(), "stories"));
      rows.add(BenchRow.of(part + "/reports", (double) figures.reports(), "reports"));
      rows.add(BenchRow.within(0.9, part + "/b-cubed", figures.bCubed(), "F1"));
      double wrong = 100 * figures.wronglyMerged();
      rows.add(BenchRow.within(2, part + "/wrong-pairs", wrong, "% of pairs"));
      rows.add(BenchRow.within(1.1, part + "/alerts", figures.alertsPerStory(), "alerts a story"));
      rows.add(BenchRow.within(0.9, part + "/originals-exact", figures.exactOriginals(), "recall"));
    });
    return rows;
  }
}
