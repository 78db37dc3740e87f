package org.wirewatch.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wirewatch.match.PhraseMatch;

/**
 * Some tokens in a row and everything that they may mean.
 *
 * @param first the first token
 * @param last the last token, inclusive
 * @param start UTF-16 offset into the field of {@code first}
 * @param end exclusive
 * @param countries those of the senses, in the order of the pack: asked for all the time
 */
record Span(
    int first, int last, int start, int end, List<Sense> senses, List<Sense.OfCountry> countries) {

  Span(int first, int last, int start, int end, List<Sense> senses) {
    this(first, last, start, end, senses, countries(senses));
  }

  private static List<Sense.OfCountry> countries(List<Sense> senses) {
    return all(senses, Sense.OfCountry.class);
  }

  /** Loops, not streams: asked of every name in every item. */
  private static <S extends Sense> List<S> all(List<Sense> senses, Class<S> type) {
    if (senses.size() == 1) {
      Sense only = senses.getFirst();
      return type.isInstance(only) ? List.of(type.cast(only)) : List.of();
    }
    List<S> some = new ArrayList<>(senses.size());
    for (int i = 0; i < senses.size(); i++) {
      if (type.isInstance(senses.get(i))) {
        some.add(type.cast(senses.get(i)));
      }
    }
    return List.copyOf(some);
  }

  <S extends Sense> List<S> all(Class<S> type) {
    return all(senses, type);
  }

  <S extends Sense> Optional<S> one(Class<S> type) {
    for (int i = 0; i < senses.size(); i++) {
      if (type.isInstance(senses.get(i))) {
        return Optional.of(type.cast(senses.get(i)));
      }
    }
    return Optional.empty();
  }

  boolean has(Class<? extends Sense> type) {
    return one(type).isPresent();
  }

  Span with(List<Sense> some) {
    return new Span(first, last, start, end, some);
  }

  boolean isInside(Span other) {
    return other.first <= first
        && other.last >= last
        && (other.last - other.first > last - first || other.end - other.start > end - start);
  }

  /** The matches of one stretch of text taken together, by first token and then the longest. */
  static List<Span> of(List<PhraseMatch<Sense>> matches) {
    List<PhraseMatch<Sense>> sorted = new ArrayList<>(matches);
    sorted.sort(
        Comparator.<PhraseMatch<Sense>>comparingInt(PhraseMatch::first)
            .thenComparing(PhraseMatch::last, Comparator.reverseOrder())
            .thenComparingInt(PhraseMatch::start)
            .thenComparingInt(PhraseMatch::end));
    List<Span> spans = new ArrayList<>();
    int from = 0;
    while (from < sorted.size()) {
      int to = from + 1;
      while (to < sorted.size() && isSame(sorted.get(from), sorted.get(to))) {
        to++;
      }
      PhraseMatch<Sense> match = sorted.get(from);
      spans.add(
          new Span(
              match.first(),
              match.last(),
              match.start(),
              match.end(),
              sorted.subList(from, to).stream().map(PhraseMatch::value).toList()));
      from = to;
    }
    return spans;
  }

  private static boolean isSame(PhraseMatch<Sense> a, PhraseMatch<Sense> b) {
    return a.first() == b.first()
        && a.last() == b.last()
        && a.start() == b.start()
        && a.end() == b.end();
  }
}
