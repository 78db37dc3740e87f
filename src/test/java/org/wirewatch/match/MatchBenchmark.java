package org.wirewatch.match;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.wirewatch.bench.ProcessorTime;
import org.wirewatch.model.Item;
import org.wirewatch.text.Tokenizer;

/**
 * Single items of 3 KB against many entries, tokenising included, ours and Lucene Monitor in one
 * run; both must find the same. See {@link MatchBench}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx3g", "-XX:+UseSerialGC"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
public class MatchBenchmark {
  @Param({"10000", "100000"})
  int entries = 10_000;

  @Param({"NAMES", "WORDS"})
  String kind = "NAMES";

  /** A folder of real items; those made up if it is empty. */
  @Param({""})
  String corpus = "";

  private List<Item> items = List.of();
  private WatchlistIndex index = WatchlistIndex.EMPTY;
  private LuceneContender lucene = contender(List.of());
  private int next;

  private static LuceneContender contender(List<BenchmarkCorpus.Wanted> wanted) {
    try {
      return LuceneContender.of(wanted);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Setup(Level.Trial)
  public void setUp() throws IOException {
    if (corpus.isEmpty()) {
      BenchmarkCorpus madeUp = new BenchmarkCorpus(BenchmarkCorpus.Kind.valueOf(kind));
      items = madeUp.items(500);
      contend(madeUp.wanted(entries));
      requireSameMatches();
    } else {
      GivenCorpus given = GivenCorpus.of(Path.of(corpus));
      items = given.items();
      contend(given.wanted(entries));
    }
  }

  private void contend(List<BenchmarkCorpus.Wanted> wanted) throws IOException {
    index = WatchlistIndex.of(BenchmarkCorpus.compiled(wanted));
    lucene.close();
    lucene = contender(wanted);
  }

  private void requireSameMatches() throws IOException {
    for (Item item : items.subList(0, 50)) {
      List<String> ours = ours(item).stream().map(QueryMatch::id).toList();
      if (!ours.equals(lucene.match(item))) {
        throw new AssertionError(ours + " is not " + lucene.match(item));
      }
    }
  }

  @TearDown(Level.Trial)
  public void tearDown() throws IOException {
    lucene.close();
  }

  @Benchmark
  public List<QueryMatch> wirewatch(ProcessorTime time) {
    time.done++;
    return ours(nextItem());
  }

  @Benchmark
  public List<String> luceneMonitor(ProcessorTime time) throws IOException {
    time.done++;
    return lucene.match(nextItem());
  }

  private List<QueryMatch> ours(Item item) {
    return index.match(ItemText.of(item, Tokenizer.tokenize(item)));
  }

  private Item nextItem() {
    next = (next + 1) % items.size();
    return items.get(next);
  }
}
