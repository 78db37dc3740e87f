package org.wirewatch.bench;

import java.util.List;
import org.wirewatch.config.WatchlistReader;
import org.wirewatch.judge.Judge;
import org.wirewatch.model.Item;

/**
 * Items of 3 KB judged with all packs and languages on, tokenising included; the fastest of some
 * rounds, since others on the machine only make it slower.
 */
final class JudgeBench implements Bench {
  private static final double LEAST = 3_000;
  private static final int ITEMS = 600;
  private static final int WARM_UP = 25;
  private static final int MEASURED = 8;

  @Override
  public String name() {
    return "judge";
  }

  @Override
  public List<BenchRow> run() {
    List<Item> items = new NewsWriter(1).items(ITEMS);
    Judge judge = Judge.of(WatchlistReader.read("bench.yaml", NewsWriter.EVERY_PACK).value());
    for (int i = 0; i < WARM_UP; i++) {
      items.forEach(judge::judge);
    }
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < MEASURED; i++) {
      long start = ProcessorTime.now();
      items.forEach(judge::judge);
      fastest = Math.min(fastest, ProcessorTime.now() - start);
    }
    return List.of(BenchRow.within(LEAST, name(), ITEMS * 1e9 / fastest, "items/s"));
  }
}
