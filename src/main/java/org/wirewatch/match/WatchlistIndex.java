package org.wirewatch.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Many queries, matched against one item at a time: the front door of this package.
 *
 * <p>Every word and phrase of every query is looked for in one pass over the item; a query is
 * decided only where one of its rarer words was found; what queries have in common is stored and
 * evaluated once. The cost of an item grows with its length and with what it hits, hardly with the
 * number of queries.
 *
 * <p>Immutable; safe to share between threads. An edit gives a new index that shares all but a
 * small segment with the old one: compile aside, then swap one reference. Many edits leave many
 * segments; {@link #compacted} makes one of them, at the cost of compiling all.
 */
public final class WatchlistIndex {
  /** No queries. */
  public static final WatchlistIndex EMPTY = new WatchlistIndex(List.of());

  /** Segments up to this many queries are recompiled into one as edits come. */
  private static final int SMALL_SEGMENT = 512;

  private static final int MOST_SMALL_SEGMENTS = 4;

  private static final ThreadLocal<Evaluation> EVALUATIONS =
      ThreadLocal.withInitial(Evaluation::new);

  private final List<Segment> segments;

  private WatchlistIndex(List<Segment> segments) {
    this.segments = List.copyOf(segments);
  }

  /** An index of queries by their ids. */
  public static WatchlistIndex of(Map<String, CompiledQuery> queries) {
    return EMPTY.with(queries);
  }

  /** The number of queries. */
  public int size() {
    return segments.stream().mapToInt(Segment::size).sum();
  }

  public boolean contains(String id) {
    return segments.stream().anyMatch(segment -> segment.contains(id));
  }

  /** This with one query, instead of what had its id. */
  public WatchlistIndex with(String id, CompiledQuery query) {
    return with(Map.of(id, query));
  }

  /** This with some queries, instead of what had their ids. */
  public WatchlistIndex with(Map<String, CompiledQuery> queries) {
    if (queries.isEmpty()) {
      return this;
    }
    List<Segment> kept = withoutAll(queries.keySet());
    List<Segment.Stored> added = new ArrayList<>(queries.size());
    queries.forEach((id, query) -> added.add(new Segment.Stored(id, query)));
    kept.add(Segment.of(added));
    return new WatchlistIndex(merged(kept));
  }

  /** This without some queries. */
  public WatchlistIndex without(Collection<String> ids) {
    return new WatchlistIndex(withoutAll(ids));
  }

  private List<Segment> withoutAll(Collection<String> ids) {
    List<Segment> kept = new ArrayList<>();
    for (Segment segment : segments) {
      Segment left = segment;
      for (String id : ids) {
        left = left.without(id);
      }
      if (left.size() > 0) {
        kept.add(left);
      }
    }
    return kept;
  }

  /** Recompiles the small segments into one where there are too many of them. */
  private static List<Segment> merged(List<Segment> segments) {
    List<Segment> small =
        segments.stream().filter(segment -> segment.size() <= SMALL_SEGMENT).toList();
    if (small.size() <= MOST_SMALL_SEGMENTS) {
      return segments;
    }
    List<Segment> result = new ArrayList<>(segments);
    result.removeAll(small);
    result.add(Segment.of(small.stream().flatMap(segment -> segment.stored().stream()).toList()));
    return result;
  }

  /** Whether {@link #compacted} would make matching faster. */
  public boolean isFragmented() {
    return segments.size() > 2 * MOST_SMALL_SEGMENTS;
  }

  /** The same queries in one segment. */
  public WatchlistIndex compacted() {
    List<Segment.Stored> all = new ArrayList<>(size());
    segments.forEach(segment -> all.addAll(segment.stored()));
    return all.isEmpty() ? EMPTY : new WatchlistIndex(List.of(Segment.of(all)));
  }

  /** The queries that hold for an item, by id. */
  public List<QueryMatch> match(ItemText text) {
    List<QueryMatch> found = new ArrayList<>();
    Evaluation evaluation = EVALUATIONS.get();
    evaluation.read(text.tokens());
    for (Segment segment : segments) {
      segment.match(text, evaluation, found);
    }
    if (segments.size() > 1) {
      found.sort(Comparator.comparing(QueryMatch::id));
    }
    return found;
  }

  /** Term by term, what of a query holds for an item and what does not; empty for an unknown id. */
  public Optional<Reason> explain(String id, ItemText text) {
    for (Segment segment : segments) {
      Segment.@Nullable Stored stored = segment.stored(id);
      if (stored != null) {
        return Optional.of(Reason.of(stored.query().query(), text));
      }
    }
    return Optional.empty();
  }
}
