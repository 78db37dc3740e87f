package org.wirewatch.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wirewatch.model.Item;

/**
 * How fast a backlog of items of 3 KB is worked off, one partition, one thread, exactly once: by a
 * bare pass-through that reads and writes them as JSON, by the whole topology with one query, and
 * with all packs.
 */
final class TopologyBench implements Bench {
  private static final double LEAST_RATIO = 0.4;
  private static final int TOLD_BY = 10;
  private static final int WARM_UP = 10_000;
  private static final int MEASURED = 20_000;
  private static final String PASS_THROUGH = "pass-through";
  private static final String ONE_QUERY =
      "watchlists: [{id: all, entries: [{id: ferries, query: lighthouse}]}]";

  @Override
  public String name() {
    return "topology";
  }

  @Override
  public boolean isLong() {
    return true;
  }

  @Override
  public List<BenchRow> run() throws Exception {
    double bare = rate(PASS_THROUGH);
    double query = rate(ONE_QUERY);
    double packs = rate(NewsWriter.EVERY_PACK);
    return List.of(
        BenchRow.of(name(), query, "items/s").against("bare pass-through", bare, LEAST_RATIO),
        BenchRow.of(name() + "-all-packs", packs, "items/s")
            .against("bare pass-through", bare, null));
  }

  private static double rate(String what) throws Exception {
    Path folder = Files.createTempDirectory("wirewatch-topology");
    try (RunningTopology running = RunningTopology.prepared(folder)) {
      MadeUpNews news = new MadeUpNews(5, TOLD_BY);
      List<String> read = new ArrayList<>(List.of(running.topics().items().name()));
      String group = running.topics().names().prefix();
      if (what.equals(PASS_THROUGH)) {
        running.startPassThrough();
      } else {
        running.startWatching(what);
        read.add(group + "-sightings-repartition");
      }
      workOff(running, news.items(WARM_UP), group, read);
      return MEASURED / workOff(running, news.items(MEASURED), group, read);
    } finally {
      BenchFolder.delete(folder);
    }
  }

  /** Seconds that it takes to read and commit so many items. */
  private static double workOff(
      RunningTopology running, List<Item> items, String group, List<String> read) throws Exception {
    long start = System.nanoTime();
    running.sendAll(items);
    running.awaitReadTo(group, read);
    return (System.nanoTime() - start) / 1e9;
  }
}
