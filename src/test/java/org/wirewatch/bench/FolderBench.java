package org.wirewatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.wirewatch.Main;
import org.wirewatch.model.Item;

/**
 * {@code wirewatch match} over a folder of 10,000 files with every pack, in a process of its own
 * from start to end, its results written to a file.
 */
final class FolderBench implements Bench {
  private static final int FILES = 10_000;

  @Override
  public String name() {
    return "folder";
  }

  @Override
  public boolean isLong() {
    return true;
  }

  @Override
  public List<BenchRow> run() throws Exception {
    Path folder = Files.createTempDirectory("wirewatch-bench");
    try {
      Path watchlist = Files.writeString(folder.resolve("all.yaml"), NewsWriter.EVERY_PACK);
      Path articles = Files.createDirectory(folder.resolve("articles"));
      double megabytes = write(articles) / 1e6;
      long start = System.nanoTime();
      match(watchlist, articles, folder.resolve("results.jsonl"));
      double seconds = (System.nanoTime() - start) / 1e9;
      return List.of(
          BenchRow.of(name(), megabytes / seconds, "MB/s"),
          BenchRow.of(name() + "-files", FILES / seconds, "files/s"));
    } finally {
      BenchFolder.delete(folder);
    }
  }

  private static long write(Path folder) throws IOException {
    NewsWriter news = new NewsWriter(2);
    long bytes = 0;
    for (Item item : news.items(FILES)) {
      Path file = folder.resolve(item.id() + ".txt");
      Files.writeString(file, item.title() + "\n\n" + item.body());
      bytes += Files.size(file);
    }
    return bytes;
  }

  private static void match(Path watchlist, Path articles, Path results) throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "match",
                "--format",
                "json",
                "-w",
                watchlist.toString(),
                articles.toString())
            .redirectOutput(results.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IllegalStateException("match ended with " + exit);
    }
    try (Stream<String> lines = Files.lines(results)) {
      if (lines.count() != FILES) {
        throw new IllegalStateException("not one line an item in " + results);
      }
    }
  }
}
