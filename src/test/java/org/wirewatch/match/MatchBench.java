package org.wirewatch.match;

import java.util.List;
import java.util.Map;
import org.wirewatch.bench.Bench;
import org.wirewatch.bench.BenchRow;
import org.wirewatch.bench.JmhRun;

/** {@link MatchBenchmark} at one size: a watchlist of names, and a hit-heavy one beside it. */
public final class MatchBench implements Bench {
  private final int entries;
  private final double leastRatio;

  /**
   * @param leastRatio how many times faster than Lucene Monitor it has to be
   */
  public MatchBench(int entries, double leastRatio) {
    this.entries = entries;
    this.leastRatio = leastRatio;
  }

  @Override
  public String name() {
    return "match-" + entries / 1000 + "k";
  }

  @Override
  public boolean isLong() {
    return entries > 10_000;
  }

  @Override
  public List<BenchRow> run() throws Exception {
    return List.of(
        row(name(), BenchmarkCorpus.Kind.NAMES, true),
        row(name() + "-hit-heavy", BenchmarkCorpus.Kind.WORDS, false));
  }

  private BenchRow row(String bench, BenchmarkCorpus.Kind kind, boolean budgeted) throws Exception {
    Map<String, Double> rates =
        JmhRun.perSecond(
            MatchBenchmark.class,
            Map.of("entries", Integer.toString(entries), "kind", kind.name()));
    return BenchRow.of(bench, rates.getOrDefault("wirewatch", 0.0), "items/s")
        .against(
            "Lucene Monitor 10.3",
            rates.getOrDefault("luceneMonitor", 0.0),
            budgeted ? leastRatio : null);
  }
}
