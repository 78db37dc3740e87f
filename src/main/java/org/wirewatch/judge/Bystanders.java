package org.wirewatch.judge;

import java.util.BitSet;
import java.util.List;
import org.wirewatch.pack.EventCue;
import org.wirewatch.pack.EventHits;
import org.wirewatch.pack.EventKind.PlaceRole;
import org.wirewatch.pack.Events;
import org.wirewatch.pack.Packs;

/**
 * Tells the countries that are only named beside an event from those where it may be: why it
 * happened, who did it, whose airlines it is about, with whom the border is shared.
 */
final class Bystanders {
  private static final int CAUSE_REACH = 7;

  /** What belongs to somebody who need not own the airspace: "Indian airlines". */
  private static final BitSet USERS = users();

  private Bystanders() {}

  /**
   * Those that the event may be at. What happens happens somewhere named, near or after something
   * else if need be, rather than at the people that it happens to.
   */
  static List<Mention> without(
      PlaceRole role, List<Mention> all, EventSentence sentence, EventMatcher.Match match) {
    List<Mention> free =
        all.stream().filter(mention -> !isOne(role, mention, sentence, match)).toList();
    boolean peopleOnly = free.stream().allMatch(mention -> mention.form() == Mention.Form.DEMONYM);
    return role == PlaceRole.SCENE && peopleOnly ? all : free;
  }

  /** Who does it, of all that are named. */
  static List<Mention> doers(
      List<Mention> mentions, EventSentence sentence, EventMatcher.Match match) {
    return mentions.stream().filter(mention -> isDoer(mention, sentence, match)).toList();
  }

  private static boolean isOne(
      PlaceRole role, Mention mention, EventSentence sentence, EventMatcher.Match match) {
    // "exploded near a market in Karachi": what it happens in is no cause of it
    boolean scene = role == PlaceRole.SCENE && sentence.cueAt(EventCue.AT, mention);
    return (!scene && isCause(role, mention, sentence, match))
        || switch (role) {
          case TARGET -> isDoer(mention, sentence, match);
          case OWNER -> isUser(mention, sentence, match) || sentence.cueAt(EventCue.WITH, mention);
          case FRONTIER, SCENE -> false;
        };
  }

  private static BitSet users() {
    Events events = Packs.load().events();
    BitSet users = new BitSet();
    for (String name : List.of("airline", "flights", "aircraft")) {
      events.wordClass(name).ifPresent(users::set);
    }
    return users;
  }

  /** "Russian missiles hit", "frappes israéliennes": whose they are, not where they fall. */
  private static boolean isDoer(Mention mention, EventSentence sentence, EventMatcher.Match match) {
    EventHits hits = sentence.hits();
    int gap = mention.first() - hits.last(match.anchor()) - 1;
    return mention.form() == Mention.Form.DEMONYM
        && (gap == 0
            || (mention.first() <= match.last()
                && Math.abs(hits.first(match.anchor()) - mention.last()) <= 2));
  }

  /** Whether what is used stands right behind a cue: "cancelled flights". */
  static boolean isUsedAfter(int cue, EventSentence sentence, EventMatcher.Match match) {
    EventHits hits = sentence.hits();
    for (int hit = sentence.fromHit(); hit < sentence.toHit(); hit++) {
      int gap = hits.first(hit) - hits.last(cue) - 1;
      if (USERS.get(hits.wordClass(hit))
          && gap >= 0
          && gap <= sentence.words(2)
          && hits.first(hit) > match.last()) {
        return true;
      }
    }
    return false;
  }

  /** "Closed to Indian airlines": who may not use it. */
  private static boolean isUser(Mention mention, EventSentence sentence, EventMatcher.Match match) {
    EventHits hits = sentence.hits();
    for (int hit = sentence.fromHit(); hit < sentence.toHit(); hit++) {
      if (USERS.get(hits.wordClass(hit))
          && (hits.last(hit) < match.first() || hits.first(hit) > match.last())
          && (hits.first(hit) == mention.last() + 1 || hits.last(hit) == mention.first() - 1)
          && !sentence.commaBetween(
              Math.min(hits.last(hit), mention.last()),
              Math.max(hits.first(hit), mention.first()))) {
        return true;
      }
    }
    return false;
  }

  /** "Due to the war between A and B", "for A's airlines", "by A": not where it happens. */
  private static boolean isCause(
      PlaceRole role, Mention mention, EventSentence sentence, EventMatcher.Match match) {
    EventHits hits = sentence.hits();
    for (int hit = sentence.fromHit(); hit < sentence.toHit(); hit++) {
      boolean marks =
          hits.is(hit, EventCue.CAUSE)
              || hits.is(hit, EventCue.BY)
              || (role != PlaceRole.TARGET && hits.is(hit, EventCue.TOWARD));
      if (marks && marksCause(hit, mention, sentence, match)) {
        return true;
      }
    }
    return false;
  }

  private static boolean marksCause(
      int hit, Mention mention, EventSentence sentence, EventMatcher.Match match) {
    EventHits hits = sentence.hits();
    int reach = sentence.words(hits.is(hit, EventCue.BY) ? 2 : CAUSE_REACH);
    boolean forward =
        hits.readsForward(hit)
            && hits.last(hit) < mention.first()
            && mention.first() - hits.last(hit) <= reach
            && !sentence.commaBetween(hits.last(hit), mention.first())
            && !isAcross(hits.last(hit), match, mention)
            && !isSubject(hit, match, mention, sentence);
    boolean backward =
        hits.readsBackward(hit)
            && !hits.readsForward(hit)
            && hits.first(hit) > mention.last()
            && hits.first(hit) - mention.last() <= sentence.words(3)
            && !sentence.namesCountryBetween(mention.last(), hits.first(hit));
    return forward || backward;
  }

  /** "After A reopened the airspace": the clause that opens there tells the event itself. */
  private static boolean isSubject(
      int cue, EventMatcher.Match match, Mention mention, EventSentence sentence) {
    EventHits hits = sentence.hits();
    return mention.last() < match.first()
        && match.first() - mention.last() <= sentence.words(2)
        && hits.first(match.doing()) == match.first()
        && sentence.cueBetween(EventCue.BUT, hits.first(cue) - 1, hits.last(cue) + 1);
  }

  /** Whether the words of the event stand between a cue and a country. */
  private static boolean isAcross(int cue, EventMatcher.Match match, Mention mention) {
    return cue < match.first() && match.last() < mention.first();
  }
}
