package org.wirewatch.judge;

import java.util.ArrayList;
import java.util.List;
import org.wirewatch.pack.EventCue;
import org.wirewatch.pack.EventHits;

/** Tells who does it: the subject of the clause, or what stands after "by". */
final class EventActors {
  private static final int BY_REACH = 3;

  private final ItemReading reading;

  EventActors(ItemReading reading) {
    this.reading = reading;
  }

  /** Entries of leaders and countries, at most one of each; the leader first. */
  List<String> find(EventSentence sentence, EventMatcher.Match match) {
    List<String> actors = new ArrayList<>();
    int from = sentence.clauseStart(match.first());
    int to = sentence.clauseEnd(match.last());
    EventHits hits = sentence.hits();
    int doing = hits.first(match.doing());
    boolean anchorFirst = match.anchor() != match.doing() && hits.first(match.anchor()) < doing;
    int subjectEnd = anchorFirst ? hits.first(match.anchor()) : doing;
    boolean leader = false;
    boolean country = false;
    for (Mention mention : reading.mentionsWithin(from, to)) {
      // "Israel's airspace was closed" does not tell by whom
      boolean owns = anchorFirst && mention.isCountry() && subjectEnd - mention.last() <= 2;
      boolean acts = (mention.last() < subjectEnd && !owns) || isAfterBy(mention, sentence);
      if (acts && mention.isCountry() && !country) {
        country = true;
        actors.add(mention.referent().entry());
      } else if (acts && !mention.isCountry() && !leader) {
        leader = true;
        actors.addFirst(mention.referent().entry());
      }
    }
    return actors;
  }

  private static boolean isAfterBy(Mention mention, EventSentence sentence) {
    EventHits hits = sentence.hits();
    for (int hit = sentence.fromHit(); hit < sentence.toHit(); hit++) {
      int gap = mention.first() - hits.last(hit) - 1;
      if (hits.is(hit, EventCue.BY) && gap >= 0 && gap <= BY_REACH) {
        return true;
      }
    }
    return false;
  }
}
