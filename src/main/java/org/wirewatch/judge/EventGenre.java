package org.wirewatch.judge;

import java.util.Optional;
import org.wirewatch.model.Field;
import org.wirewatch.pack.EventCue;
import org.wirewatch.pack.EventHits;
import org.wirewatch.text.Tokens;

/**
 * Tells news from reports of matches, where shots are fired and sides are hit all the time, and
 * from reviews of books and films.
 */
final class EventGenre {
  private static final int WORDS_OF_SPORT = 3;

  private EventGenre() {}

  /** Why nothing in an item is an event, if so. */
  static Optional<EventStatus.Verdict> against(EventHits hits, Tokens tokens) {
    int sport = 0;
    boolean headline = false;
    boolean below = false;
    for (int hit = 0; hit < hits.size(); hit++) {
      sport += hits.is(hit, EventCue.SPORT) ? 1 : 0;
      if (hits.is(hit, EventCue.FICTION)) {
        boolean title = tokens.field(hits.first(hit)) == Field.TITLE;
        headline |= title;
        below |= !title;
      }
    }
    if (sport >= WORDS_OF_SPORT) {
      return Optional.of(new EventStatus.Verdict.Refused("told in a report of a match"));
    }
    return headline && below
        ? Optional.of(new EventStatus.Verdict.Refused("told of a book, a film or a show"))
        : Optional.empty();
  }
}
