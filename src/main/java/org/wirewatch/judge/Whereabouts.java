package org.wirewatch.judge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirewatch.judge.EventMention.PlaceBasis;
import org.wirewatch.pack.EventCue;

/**
 * The places of an event and by what they were found.
 *
 * @param places ISO 3166-1 alpha-2; empty where nothing tells
 * @param named what names the first of them; null where no words at the event do
 */
record Whereabouts(PlaceBasis basis, List<String> places, @Nullable Mention named) {
  static final Whereabouts NOWHERE = new Whereabouts(PlaceBasis.UNKNOWN, List.of());

  Whereabouts {
    places = List.copyOf(places);
  }

  Whereabouts(PlaceBasis basis, List<String> places) {
    this(basis, places, null);
  }

  /**
   * A country with the members of the list that it stands in.
   *
   * @param all that may be in the list, in reading order
   */
  static Whereabouts of(
      PlaceBasis basis, Mention chosen, List<Mention> all, EventSentence sentence) {
    int at = all.indexOf(chosen);
    if (at < 0) {
      return new Whereabouts(basis, List.of(chosen.country()), chosen);
    }
    int from = at;
    while (from > 0 && inOneList(all.get(from - 1), all.get(from), sentence)) {
      from--;
    }
    int to = at;
    while (to + 1 < all.size() && inOneList(all.get(to), all.get(to + 1), sentence)) {
      to++;
    }
    List<Mention> list = all.subList(from, to + 1);
    if (list.size() == 2
        && !sentence.cueBetween(EventCue.AND, list.getFirst().last(), list.getLast().first())) {
      list = List.of(chosen); // "Israel, Lebanon:" is no list but who and where
    }
    List<String> codes = new ArrayList<>();
    for (Mention mention : list) {
      if (!codes.contains(mention.country())) {
        codes.add(mention.country());
      }
    }
    return new Whereabouts(basis, codes, chosen);
  }

  /** Whether two that follow one another are members of one list. */
  static boolean inOneList(Mention a, Mention b, EventSentence sentence) {
    int gap = b.first() - a.last() - 1;
    return gap <= 2
        && (sentence.cueBetween(EventCue.AND, a.last(), b.first())
            || (gap == 0 && sentence.commaBetween(a.last(), b.first())));
  }
}
