package org.wirewatch.judge;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.wirewatch.model.Status;
import org.wirewatch.pack.EventCue;
import org.wirewatch.pack.EventHits;
import org.wirewatch.pack.EventKind;
import org.wirewatch.pack.Events;

/**
 * Decides how an event stands from the cues around its words. A cue reaches forward, backward or
 * both ways within its clause, as NegEx (Chapman et al. 2001) and ConText (Harkema et al. 2009)
 * have it. Confined to one thread.
 */
final class EventStatus {
  /** How many words a negation reaches; other cues reach further. */
  private static final int NEGATION_REACH = 6;

  private static final int REACH = 14;
  private static final int BACKWARD_REACH = 10;
  private static final int END_REACH = 4;
  private static final int REACH_OVER_COMMA = 3;
  private static final int RECALL_REACH = 5;

  private static final Set<EventCue> PART_OF_THE_DOING =
      EnumSet.of(EventCue.END, EventCue.PLAN, EventCue.EXTEND);

  /** The cues that a status rests on; the others part clauses and bind places. */
  private static final Set<EventCue> TELLING =
      EnumSet.of(
          EventCue.NEG,
          EventCue.DENY,
          EventCue.MAY,
          EventCue.INTEND,
          EventCue.ASK,
          EventCue.IF,
          EventCue.PLAN,
          EventCue.FUTURE,
          EventCue.END,
          EventCue.EXTEND,
          EventCue.PAST,
          EventCue.RECALL,
          EventCue.DRILL,
          EventCue.MOCK,
          EventCue.FICTION,
          EventCue.GENERAL);

  private final EventDate date;
  private final int kill;
  private final int die;

  EventStatus(Events events, EventDate date) {
    this.date = date;
    this.kill = events.wordClass("kill").orElseThrow();
    this.die = events.wordClass("die").orElseThrow();
  }

  /** What the cues say: a status, or why it is no event at all. */
  sealed interface Verdict {
    record Stands(Status status) implements Verdict {}

    record Refused(String reason) implements Verdict {}
  }

  Verdict decide(EventKind kind, EventSentence sentence, EventMatcher.Match match) {
    Set<EventCue> cues = cues(kind, sentence, match);
    cues.removeAll(kind.ignored());
    if (cues.contains(EventCue.FICTION)) {
      return new Verdict.Refused("fiction");
    }
    if (cues.contains(EventCue.GENERAL)) {
      return new Verdict.Refused("spoken of in general");
    }
    boolean deadly = sentence.has(kill) || sentence.has(die);
    if (cues.contains(EventCue.MOCK) || (cues.contains(EventCue.DRILL) && !deadly)) {
      return new Verdict.Refused("a drill");
    }
    if (isAsked(sentence, match, cues)) {
      cues.add(EventCue.MAY);
    }
    return new Verdict.Stands(
        switch (match.telling()) {
          case HAPPENING -> ofEvent(cues);
          case ENDED -> ofEnd(cues);
          case NOT_SO -> ofDenial(cues, sentence, match);
        });
  }

  /** "The airspace no longer remains open" denies the denial; the "n'" of "n'y a pas" does not. */
  private static Status ofDenial(
      Set<EventCue> cues, EventSentence sentence, EventMatcher.Match match) {
    if (cues.contains(EventCue.PAST)) {
      return Status.PAST;
    }
    EventHits hits = sentence.hits();
    int thing = hits.last(match.anchor());
    int doing = hits.first(match.doing());
    return thing < doing && sentence.cueBetween(EventCue.NEG, thing, doing)
        ? Status.IN_EFFECT
        : Status.DENIED;
  }

  /** "Is it closed?" leaves it open; "why is it closed?" takes it for granted. */
  private static boolean isAsked(
      EventSentence sentence, EventMatcher.Match match, Set<EventCue> cues) {
    boolean granted =
        cues.contains(EventCue.WHY) && match.telling() == EventMatcher.Telling.HAPPENING;
    return !granted && sentence.asks(match.last());
  }

  private static Status ofEvent(Set<EventCue> cues) {
    boolean open =
        cues.contains(EventCue.MAY)
            || cues.contains(EventCue.ASK)
            || cues.contains(EventCue.INTEND);
    boolean negated = cues.contains(EventCue.NEG);
    if (cues.contains(EventCue.PAST)) {
      return Status.PAST;
    }
    if (cues.contains(EventCue.END)) {
      return open || negated ? Status.IN_EFFECT : Status.ENDED;
    }
    if (cues.contains(EventCue.DENY) || negated) {
      return Status.DENIED;
    }
    if (open || cues.contains(EventCue.IF)) {
      return Status.POSSIBLE;
    }
    if (cues.contains(EventCue.EXTEND)) {
      return Status.IN_EFFECT;
    }
    return cues.contains(EventCue.PLAN) || cues.contains(EventCue.FUTURE)
        ? Status.ANNOUNCED
        : Status.IN_EFFECT;
  }

  private static Status ofEnd(Set<EventCue> cues) {
    if (cues.contains(EventCue.PAST)) {
      return Status.PAST;
    }
    boolean stillShut =
        cues.contains(EventCue.NEG)
            || cues.contains(EventCue.DENY)
            || cues.contains(EventCue.MAY)
            || cues.contains(EventCue.ASK)
            || cues.contains(EventCue.IF);
    return stillShut ? Status.IN_EFFECT : Status.ENDED;
  }

  private Set<EventCue> cues(EventKind kind, EventSentence sentence, EventMatcher.Match match) {
    Set<EventCue> found = EnumSet.noneOf(EventCue.class);
    EventHits hits = sentence.hits();
    int from = sentence.clauseStart(match.first());
    int to = sentence.clauseEnd(match.last());
    for (int hit = sentence.fromHit(); hit < sentence.toHit(); hit++) {
      if (hits.isCue(hit)) {
        if (isFelt(kind, hit, from, to, sentence, match)) {
          found.add(hits.cue(hit));
        }
      }
    }
    if (found.contains(EventCue.RECALL) || date.isBehind(sentence, sentence.datedFrom(from), to)) {
      found.add(EventCue.PAST);
    }
    return found;
  }

  /** The hits of the cues that are felt at the words of an event: what its status rests on. */
  static List<Integer> felt(EventKind kind, EventSentence sentence, EventMatcher.Match match) {
    List<Integer> felt = new ArrayList<>();
    EventHits hits = sentence.hits();
    int from = sentence.clauseStart(match.first());
    int to = sentence.clauseEnd(match.last());
    for (int hit = sentence.fromHit(); hit < sentence.toHit(); hit++) {
      if (hits.isCue(hit)
          && TELLING.contains(hits.cue(hit))
          && !kind.ignored().contains(hits.cue(hit))
          && isFelt(kind, hit, from, to, sentence, match)) {
        felt.add(hit);
      }
    }
    return felt;
  }

  private static boolean isFelt(
      EventKind kind, int hit, int from, int to, EventSentence sentence, EventMatcher.Match match) {
    EventHits hits = sentence.hits();
    EventCue cue = hits.cue(hit);
    boolean inClause = hits.first(hit) >= from && hits.last(hit) <= to;
    return isSentenceWide(cue)
        || (inClause
            && !(cue == EventCue.PLAN && isPerformed(kind, hit, sentence))
            && reaches(cue, hit, sentence, match));
  }

  /** To declare a curfew is the curfew. */
  private static boolean isPerformed(EventKind kind, int plan, EventSentence sentence) {
    if (kind.performed().isEmpty()) {
      return false;
    }
    EventHits hits = sentence.hits();
    for (int hit = sentence.fromHit(); hit < sentence.toHit(); hit++) {
      if (kind.performed().contains(hits.wordClass(hit)) && overlap(hit, plan, hits)) {
        return true;
      }
    }
    return false;
  }

  /** A condition, a film or a drill colours the whole sentence. */
  private static boolean isSentenceWide(EventCue cue) {
    return cue == EventCue.IF
        || cue == EventCue.WHY
        || cue == EventCue.FICTION
        || cue == EventCue.DRILL
        || cue == EventCue.MOCK;
  }

  private static boolean reaches(
      EventCue cue, int hit, EventSentence sentence, EventMatcher.Match match) {
    EventHits hits = sentence.hits();
    // "are open" denies a closure, "are open again" tells its end
    boolean openAgain = cue == EventCue.DENY && match.telling() == EventMatcher.Telling.ENDED;
    if ((openAgain || PART_OF_THE_DOING.contains(cue)) && isWordOf(hit, match, hits)) {
      return false;
    }
    if ((cue == EventCue.MAY && isCause(hit, sentence))
        || isTakenForGranted(hit, sentence, match)) {
      return false;
    }
    if (hits.last(hit) < match.first()) {
      int reach = sentence.words(reach(cue, REACH));
      return hits.readsForward(hit)
          && carries(cue, hits.last(hit), match.first(), reach, sentence, false);
    }
    if (hits.first(hit) > match.last()) {
      // "the ban imposed last week has been lifted": a predicate of its own reaches back far
      int reach =
          cue == EventCue.RECALL
              ? (sentence.isVerbLast() ? sentence.words(2) : 0)
              : sentence.words(
                  hits.readsForward(hit) ? reach(cue, BACKWARD_REACH) : BACKWARD_REACH);
      return hits.readsBackward(hit)
          && !(cue == EventCue.END
              && hits.readsForward(hit)
              && Bystanders.isUsedAfter(hit, sentence, match))
          && carries(cue, match.last(), hits.first(hit), reach, sentence, true);
    }
    return !isElsewhere(cue, hit, sentence, match);
  }

  /** "The airspace can be used again, the ban is lifted": a comma parts it from what is done. */
  private static boolean isElsewhere(
      EventCue cue, int hit, EventSentence sentence, EventMatcher.Match match) {
    EventHits hits = sentence.hits();
    return (cue == EventCue.MAY || cue == EventCue.ASK || cue == EventCue.NEG)
        && hits.last(match.anchor()) < hits.first(hit)
        && hits.last(hit) < hits.first(match.doing())
        && sentence.commaParts(hits.last(hit), hits.first(match.doing()));
  }

  /**
   * "It is not clear why A closed B", "asked to avoid the airspace, which was closed": whatever is
   * denied or asked there, the event is not.
   */
  private static boolean isTakenForGranted(
      int hit, EventSentence sentence, EventMatcher.Match match) {
    EventHits hits = sentence.hits();
    boolean before = hits.last(hit) < match.first();
    return switch (hits.cue(hit)) {
      case NEG, DENY, MAY, ASK, INTEND ->
          before
              && (sentence.cueBetween(EventCue.WHY, hits.last(hit), match.first())
                  || (hits.last(match.anchor()) < hits.first(match.doing())
                      && sentence.commaParts(
                          hits.last(match.anchor()), hits.first(match.doing()))));
      default -> false;
    };
  }

  /** "Out of fear of", in one word. */
  private static boolean isCause(int hit, EventSentence sentence) {
    EventHits hits = sentence.hits();
    return sentence.cueBetween(EventCue.CAUSE, hits.first(hit) - 1, hits.last(hit) + 1);
  }

  private static int reach(EventCue cue, int usual) {
    return switch (cue) {
      case NEG -> NEGATION_REACH;
      case END -> END_REACH;
      case RECALL -> RECALL_REACH;
      default -> usual;
    };
  }

  /** Whether a cue is felt from one token to another, nothing of its kind being in the way. */
  private static boolean carries(
      EventCue cue, int from, int to, int reach, EventSentence sentence, boolean after) {
    int gap = to - from - 1;
    if (gap > reach) {
      return false;
    }
    return switch (cue) {
      // "over fears of a strike" and "amid threats" tell why, not whether
      case MAY, ASK, INTEND ->
          !sentence.cueBetween(EventCue.CAUSE, from, to, after)
              && (after || !sentence.sayingBetween(from, to))
              && !(gap > sentence.words(REACH_OVER_COMMA)
                  && sentence.commaBetween(after ? from : sentence.behindThat(from), to));
      case NEG -> gap <= 1 || !sentence.commaParts(from, to);
      // "closes its airspace and cancels flights"
      case RECALL, GENERAL -> !sentence.commaBetween(from, to);
      case END, PLAN ->
          !sentence.verbsJoined(from, to) && !(gap > 0 && sentence.commaBetween(from, to));
      default -> true;
    };
  }

  private static boolean isWordOf(int hit, EventMatcher.Match match, EventHits hits) {
    return overlap(hit, match.anchor(), hits) || overlap(hit, match.doing(), hits);
  }

  private static boolean overlap(int a, int b, EventHits hits) {
    return hits.first(a) <= hits.last(b) && hits.first(b) <= hits.last(a);
  }
}
