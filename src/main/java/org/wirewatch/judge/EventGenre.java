package org.wirewatch.judge;

import org.wirewatch.pack.EventCue;
import org.wirewatch.pack.EventHits;

/** Tells reports of matches from news: there shots are fired and sides are hit all the time. */
final class EventGenre {
  private static final int WORDS_OF_SPORT = 3;

  static final EventStatus.Verdict SPORT =
      new EventStatus.Verdict.Refused("told in a report of a match");

  private EventGenre() {}

  static boolean isSport(EventHits hits) {
    int words = 0;
    for (int hit = 0; hit < hits.size(); hit++) {
      if (hits.is(hit, EventCue.SPORT) && ++words >= WORDS_OF_SPORT) {
        return true;
      }
    }
    return false;
  }
}
