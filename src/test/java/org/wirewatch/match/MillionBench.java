package org.wirewatch.match;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.wirewatch.bench.Bench;
import org.wirewatch.bench.BenchRow;
import org.wirewatch.bench.ProcessorTime;
import org.wirewatch.model.Item;
import org.wirewatch.text.Tokenizer;

/** A million entries: build, memory, speed, the slowest items, edits. */
public final class MillionBench implements Bench {
  private static final int ENTRIES = 1_000_000;
  private static final int ITEMS = 1_000;
  private static final int WARM_UP = 40;
  private static final int MEASURED = 10;
  private static final int EDITS = 200;

  @Override
  public String name() {
    return "match-1m";
  }

  @Override
  public boolean isLong() {
    return true;
  }

  @Override
  public List<BenchRow> run() {
    BenchmarkCorpus corpus = new BenchmarkCorpus(BenchmarkCorpus.Kind.NAMES);
    List<Item> items = corpus.items(ITEMS);
    List<BenchmarkCorpus.Wanted> wanted = corpus.wanted(ENTRIES);
    long empty = usedHeap();
    long start = ProcessorTime.now();
    WatchlistIndex index = WatchlistIndex.of(BenchmarkCorpus.compiled(wanted));
    double build = (ProcessorTime.now() - start) / 1e9;
    double heap = (usedHeap() - empty) / 1e6;
    long[] nanos = perItem(index, items);
    double edit = slowestEdit(index, items.getFirst());
    return List.of(
        BenchRow.within(3_000, name(), nanos.length * 1e9 / Arrays.stream(nanos).sum(), "items/s"),
        BenchRow.within(1, name() + "-p99", nanos[nanos.length * 99 / 100] / 1e6, "ms"),
        BenchRow.within(600, name() + "-heap", heap, "MB"),
        BenchRow.within(15, name() + "-build", build, "s"),
        BenchRow.within(100, name() + "-edit", edit, "ms"),
        hitHeavy());
  }

  /** The same figure where an item hits hundreds of entries, of which each has its cost. */
  private BenchRow hitHeavy() {
    BenchmarkCorpus corpus = new BenchmarkCorpus(BenchmarkCorpus.Kind.WORDS);
    List<Item> items = corpus.items(ITEMS);
    WatchlistIndex index = WatchlistIndex.of(BenchmarkCorpus.compiled(corpus.wanted(ENTRIES)));
    long[] nanos = perItem(index, items);
    double rate = nanos.length * 1e9 / Arrays.stream(nanos).sum();
    return BenchRow.of(name() + "-hit-heavy", rate, "items/s");
  }

  /** Sorted. */
  private static long[] perItem(WatchlistIndex index, List<Item> items) {
    for (int i = 0; i < WARM_UP; i++) {
      items.forEach(item -> match(index, item));
    }
    long[] nanos = new long[MEASURED * items.size()];
    for (int i = 0; i < nanos.length; i++) {
      long start = ProcessorTime.now();
      match(index, items.get(i % items.size()));
      nanos[i] = ProcessorTime.now() - start;
    }
    Arrays.sort(nanos);
    return nanos;
  }

  private static List<QueryMatch> match(WatchlistIndex index, Item item) {
    return index.match(ItemText.of(item, Tokenizer.tokenize(item)));
  }

  /** Until an item that the edited entry fits is matched by it, in milliseconds of the clock. */
  private static double slowestEdit(WatchlistIndex built, Item item) {
    WatchlistIndex index = built;
    String word = item.title().substring(0, item.title().indexOf(' '));
    Map<String, CompiledQuery> edit =
        BenchmarkCorpus.compiled(List.of(BenchmarkCorpus.Wanted.any(word)));
    CompiledQuery query = edit.values().iterator().next();
    long slowest = 0;
    for (int i = 0; i < EDITS; i++) {
      String id = "q" + i * 37;
      long start = System.nanoTime();
      index = index.with(id, query);
      boolean visible = match(index, item).stream().anyMatch(found -> found.id().equals(id));
      slowest = Math.max(slowest, System.nanoTime() - start);
      if (!visible) {
        throw new IllegalStateException("the edit of " + id + " is not seen");
      }
    }
    return slowest / 1e6;
  }

  private static long usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
