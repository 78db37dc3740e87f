package org.wirewatch.bench;

import java.util.List;
import java.util.Map;
import org.wirewatch.feed.FeedParserBenchmark;

/** Bytes of a feed to items, against ROME. */
final class FeedParseBench implements Bench {
  private static final double LEAST_RATIO = 8;

  @Override
  public String name() {
    return "feed-parse";
  }

  @Override
  public List<BenchRow> run() throws Exception {
    Map<String, Double> rates = JmhRun.perSecond(FeedParserBenchmark.class, Map.of());
    return List.of(
        BenchRow.of(name(), rates.getOrDefault("wirewatch", 0.0), "feeds/s")
            .against("ROME 2.1", rates.getOrDefault("rome", 0.0), LEAST_RATIO));
  }
}
