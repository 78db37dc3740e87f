package org.wirewatch.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wirewatch.judge.Judge;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Change;
import org.wirewatch.model.Flag;
import org.wirewatch.model.Item;
import org.wirewatch.model.Kind;
import org.wirewatch.model.Watchlist;
import org.wirewatch.topology.Replay;

/**
 * Watchlists tried on items of the past: which items and alerts each entry would have given.
 * Confined to one thread, but for {@link #judge}.
 */
final class BackTest implements AutoCloseable {
  private static final double MILLIS_A_DAY = Duration.ofDays(1).toMillis();

  private final Replay replay;
  private final Map<Key, Entry> entries = new TreeMap<>();
  private @Nullable Instant first;
  private @Nullable Instant last;

  BackTest(List<Watchlist> watchlists) {
    replay = Replay.of(watchlists, Judge.of(watchlists)::screen, null);
    for (Watchlist watchlist : watchlists) {
      watchlist
          .entries()
          .forEach(e -> entries.put(new Key(watchlist.id(), e.id()), new Entry(e.name())));
    }
  }

  /** An entry of a watchlist. */
  record Key(String watchlist, String entry) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparing(Key::watchlist).thenComparing(Key::entry).compare(this, other);
    }

    @Override
    public String toString() {
      return watchlist + "/" + entry;
    }
  }

  /** An item that an entry takes. */
  record Example(String item, String title, @Nullable String url) {
    static Example of(Item item) {
      return new Example(item.id(), item.title(), item.url());
    }
  }

  /** What an entry gave. */
  static final class Entry {
    private final String name;
    private final Set<String> stories = new TreeSet<>();
    private final Examples examples = new Examples();
    private final Map<Key, Integer> shared = new TreeMap<>();
    private int items;
    private int alerts;

    Entry(String name) {
      this.name = name;
    }

    String name() {
      return name;
    }

    int items() {
      return items;
    }

    int stories() {
      return stories.size();
    }

    int alerts() {
      return alerts;
    }

    /** The first reports of its alerts. */
    List<Example> examples() {
      return examples.list();
    }

    /** How many of its items each other entry has too. */
    Map<Key, Integer> shared() {
      return shared;
    }
  }

  /** The first so many, of one headline one: twenty copies of one report show nothing more. */
  static final class Examples {
    private static final int MOST = 3;

    private final List<Example> list = new java.util.ArrayList<>();

    void add(Example example) {
      boolean isOther = list.stream().noneMatch(e -> e.title().equals(example.title()));
      if (list.size() < MOST && isOther) {
        list.add(example);
      }
    }

    List<Example> list() {
      return List.copyOf(list);
    }
  }

  /** Judges an item before its turn. Thread-safe. */
  Replay.Ahead judge(Item item) {
    return replay.judge(item);
  }

  /** Counts an item; the entries that take it. */
  Set<Key> take(Replay.Ahead judged) {
    Instant seen = judged.item().seen();
    if (seen != null) {
      first = first == null || seen.isBefore(first) ? seen : first;
      last = last == null || seen.isAfter(last) ? seen : last;
    }
    Set<Key> taken = new TreeSet<>();
    for (Flag flag : judged.flagged().flags()) {
      if (flag.about() || flag.kind() == Kind.EVENT || flag.kind() == Kind.QUERY) {
        taken.add(new Key(flag.watchlist(), flag.entry()));
      }
    }
    for (Key key : taken) {
      Entry entry = entry(key);
      entry.items++;
      taken.stream()
          .filter(other -> !other.equals(key))
          .forEach(other -> entry.shared.merge(other, 1, Integer::sum));
    }
    replay.feed(judged).forEach(this::count);
    return taken;
  }

  private void count(Alert alert) {
    Entry entry = entry(new Key(alert.watchlist(), alert.entry()));
    if (alert.change() == Change.NEW) {
      entry.alerts++;
      entry.stories.add(alert.story().id());
      Alert.Report report = alert.story().reports().getFirst();
      entry.examples.add(new Example(report.item(), report.title(), report.url()));
    }
    if (alert.mergedInto() != null) {
      entry.stories.remove(alert.story().id());
    }
  }

  private Entry entry(Key key) {
    return entries.computeIfAbsent(key, k -> new Entry(k.entry()));
  }

  /** What each entry gave, those that gave nothing too. */
  Map<Key, Entry> entries() {
    return entries;
  }

  /** How many days the items span, at least one. */
  double days() {
    if (first == null || last == null) {
      return 1;
    }
    return Math.max(1, Duration.between(first, last).toMillis() / MILLIS_A_DAY);
  }

  @Override
  public void close() {
    replay.close();
  }
}
