package org.wirewatch.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.wirewatch.Main;
import org.wirewatch.json.Json;
import org.wirewatch.model.Item;

/**
 * {@code wirewatch replay} of recorded items of 3 KB with one query and with every pack, each in a
 * process of its own from start to end, by the clock.
 */
final class ReplayBench implements Bench {
  private static final double LEAST = 5_000;
  private static final int TOLD_BY = 10;
  private static final int ITEMS = 40_000;
  private static final String ONE_QUERY =
      "watchlists: [{id: all, entries: [{id: ferries, query: Sutuvu OR lighthouse}]}]";

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public boolean isLong() {
    return true;
  }

  @Override
  public List<BenchRow> run() throws Exception {
    Path folder = Files.createTempDirectory("wirewatch-replay");
    try {
      Path items = folder.resolve("items.jsonl");
      write(items);
      double query = rate(folder, items, ONE_QUERY);
      double packs = rate(folder, items, NewsWriter.EVERY_PACK);
      return List.of(
          BenchRow.within(LEAST, name(), query, "items/s"),
          BenchRow.within(LEAST, name() + "-all-packs", packs, "items/s"));
    } finally {
      BenchFolder.delete(folder);
    }
  }

  private static void write(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (Item item : new MadeUpNews(7, TOLD_BY).items(ITEMS)) {
        out.write(Json.mapper().writeValueAsString(item));
        out.newLine();
      }
    }
  }

  private static double rate(Path folder, Path items, String watchlists) throws Exception {
    Path watchlist = Files.writeString(folder.resolve("watchlists.yaml"), watchlists);
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "replay",
                "--format",
                "json",
                "-w",
                watchlist.toString(),
                items.toString())
            .redirectOutput(folder.resolve("alerts.jsonl").toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IllegalStateException("replay ended with " + exit);
    }
    return ITEMS * 1e9 / (System.nanoTime() - start);
  }
}
