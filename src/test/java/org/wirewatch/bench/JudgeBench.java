package org.wirewatch.bench;

import java.util.List;
import org.wirewatch.config.WatchlistReader;
import org.wirewatch.judge.Judge;
import org.wirewatch.model.Item;

/** Items of 3 KB judged with all packs and languages on, tokenising included. */
final class JudgeBench implements Bench {
  private static final double LEAST = 3_000;
  private static final int ITEMS = 600;
  private static final int WARM_UP = 10;
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
    long start = ProcessorTime.now();
    for (int i = 0; i < MEASURED; i++) {
      items.forEach(judge::judge);
    }
    double seconds = (ProcessorTime.now() - start) / 1e9;
    return List.of(BenchRow.within(LEAST, name(), MEASURED * ITEMS / seconds, "items/s"));
  }
}
