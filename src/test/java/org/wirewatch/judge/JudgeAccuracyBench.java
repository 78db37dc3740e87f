package org.wirewatch.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wirewatch.bench.Bench;
import org.wirewatch.bench.BenchRow;

/**
 * How well the project's own labelled items are judged: precision, recall and F1 of each set, kind
 * of entry, language and status. The budget of an F1 is its floor less a point.
 */
public final class JudgeAccuracyBench implements Bench {
  @Override
  public String name() {
    return "judge-accuracy";
  }

  @Override
  public List<BenchRow> run() {
    Map<String, Double> floors = JudgeEvaluation.floors();
    List<BenchRow> rows = new ArrayList<>();
    for (Figure figure : JudgeEvaluation.measure()) {
      String bench = name() + '/' + figure.name();
      Double floor = floors.get(figure.name());
      rows.add(BenchRow.of(bench, figure.precision(), "precision"));
      rows.add(BenchRow.of(bench, figure.recall(), "recall"));
      rows.add(
          floor == null
              ? BenchRow.of(bench, figure.f1(), "F1")
              : BenchRow.within(floor - JudgeEvaluation.POINT, bench, figure.f1(), "F1"));
    }
    return rows;
  }
}
