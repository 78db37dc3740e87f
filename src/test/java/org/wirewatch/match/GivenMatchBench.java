package org.wirewatch.match;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirewatch.bench.Bench;
import org.wirewatch.bench.BenchRow;
import org.wirewatch.bench.JmhRun;
import org.wirewatch.model.Item;
import org.wirewatch.text.Tokenizer;

/**
 * {@link MatchBenchmark} over items that somebody has, see {@link GivenCorpus}. Real text is cut
 * into words in two ways at apostrophes and hyphens, and only ours knows other languages than
 * English: so a row says how far both find the same.
 */
public final class GivenMatchBench implements Bench {
  private static final int COMPARED = 200;

  private final int entries;
  private final Path corpus;

  /**
   * @param corpus a file or a folder of what {@code match} reads
   */
  public GivenMatchBench(int entries, Path corpus) {
    this.entries = entries;
    this.corpus = corpus;
  }

  @Override
  public String name() {
    return "match-" + entries / 1000 + "k-given";
  }

  @Override
  public boolean isLong() {
    return entries > 10_000;
  }

  @Override
  public List<BenchRow> run() throws Exception {
    Map<String, Double> rates =
        JmhRun.perSecond(
            MatchBenchmark.class,
            Map.of(
                "entries", Integer.toString(entries),
                "kind", "NAMES",
                "corpus", corpus.toAbsolutePath().toString()));
    GivenCorpus given = GivenCorpus.of(corpus);
    return List.of(
        BenchRow.of(name(), rates.getOrDefault("wirewatch", 0.0), "items/s")
            .against("Lucene Monitor 10.3", rates.getOrDefault("luceneMonitor", 0.0), null),
        BenchRow.of(name() + "-item", given.meanLength(), "characters"),
        BenchRow.of(name() + "-same", same(given), "of matches"));
  }

  /** Of the matches that either finds, the share that both do. */
  private double same(GivenCorpus given) throws IOException {
    List<BenchmarkCorpus.Wanted> wanted = given.wanted(entries);
    WatchlistIndex index = WatchlistIndex.of(BenchmarkCorpus.compiled(wanted));
    long both = 0;
    long either = 0;
    try (LuceneContender lucene = LuceneContender.of(wanted)) {
      for (Item item : given.items().subList(0, Math.min(COMPARED, given.items().size()))) {
        Set<String> ours = new HashSet<>();
        index
            .match(ItemText.of(item, Tokenizer.tokenize(item)))
            .forEach(match -> ours.add(match.id()));
        List<String> theirs = lucene.match(item);
        long shared = theirs.stream().filter(ours::contains).count();
        both += shared;
        either += ours.size() + theirs.size() - shared;
      }
    }
    return either == 0 ? 1 : (double) both / either;
  }
}
