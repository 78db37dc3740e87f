package org.wirewatch.judge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wirewatch.pack.EventCue;
import org.wirewatch.pack.EventHits;
import org.wirewatch.pack.EventKind;
import org.wirewatch.pack.EventKind.PlaceRole;
import org.wirewatch.pack.EventRule;
import org.wirewatch.pack.Events;

/**
 * Finds where a sentence tells an event: a thing and what is done to it, tied in one clause in
 * either order. Immutable, thread-safe.
 */
final class EventMatcher {
  /** Kinds that bear little between their words mind what stands there. */
  private static final int STRICT_REACH = 5;

  /** For each class of doings, the classes of things that some rule ties to it. */
  private final boolean[][] partners;

  /** How many words may stand between "no" and the noun that it denies. */
  private static final int NONE_REACH = 3;

  private final Events events;

  private final int leaderName;
  private final int death;
  private final int resignation;
  private final int none;

  EventMatcher(Events events) {
    this.events = events;
    leaderName = events.wordClass(EventNames.LEADER).orElseThrow();
    death = events.wordClass("die").orElseThrow();
    none = events.wordClass("none").orElseThrow();
    resignation = events.wordClass("resign").orElseThrow();
    int classes = events.wordClassCount();
    partners = new boolean[classes][classes];
    for (EventKind kind : events.kinds()) {
      // an airspace is closed to flights: only what is somebody's own vies for being what is closed
      if (kind.place() == PlaceRole.OWNER || kind.place() == PlaceRole.FRONTIER) {
        kind.live().forEach(this::learn);
        kind.ended().forEach(this::learn);
        kind.denied().forEach(this::learn);
      }
    }
  }

  private void learn(EventRule rule) {
    if (rule.tied().size() == 1 && rule.isPlain()) {
      partners[rule.tied().getFirst()][rule.anchor()] = true;
    }
  }

  /**
   * One place where the words of a rule stand.
   *
   * @param anchor the hit of the thing, or of the whole phrase
   * @param doing the hit of what is done to it; the anchor itself for a whole phrase
   * @param first the first token of both
   * @param last the last token of both, inclusive
   * @param telling whether the rule tells the event, its end, or that it is not so
   */
  record Match(int anchor, int doing, int first, int last, Telling telling) {}

  /** What a rule tells of an event. */
  enum Telling {
    ENDED,
    /** It stays open, there is none. */
    NOT_SO,
    HAPPENING
  }

  /**
   * A rule, what it tells, and the classes that have to stand in a sentence: asked of every kind in
   * every sentence.
   */
  private static final class Step {
    final EventRule rule;
    final Telling telling;
    final long[] classes;

    Step(EventRule rule, Telling telling, int classCount) {
      this.rule = rule;
      this.telling = telling;
      BitSet all = new BitSet(classCount);
      all.set(rule.anchor());
      rule.tied().forEach(all::set);
      rule.nearby().forEach(all::set);
      classes = all.toLongArray();
    }
  }

  /** What is asked of a sentence for one kind. Immutable, thread-safe. */
  static final class Plan {
    private final EventKind kind;
    private final Step[] steps;

    private Plan(EventKind kind, Step[] steps) {
      this.kind = kind;
      this.steps = steps;
    }

    EventKind kind() {
      return kind;
    }
  }

  Plan plan(EventKind kind) {
    int classCount = events.wordClassCount();
    List<Step> steps = new ArrayList<>();
    kind.live().forEach(rule -> steps.add(new Step(rule, Telling.HAPPENING, classCount)));
    kind.ended().forEach(rule -> steps.add(new Step(rule, Telling.ENDED, classCount)));
    kind.denied().forEach(rule -> steps.add(new Step(rule, Telling.NOT_SO, classCount)));
    return new Plan(kind, steps.toArray(Step[]::new));
  }

  List<Match> find(Plan plan, EventSentence sentence) {
    EventKind kind = plan.kind;
    List<Match> found = List.of();
    for (Step step : plan.steps) {
      if (sentence.hasAll(step.classes) && sentence.isFor(step.rule.where())) {
        found = found.isEmpty() ? new ArrayList<>(2) : found;
        find(kind, step, sentence, found);
      }
    }
    if (found.size() == 1 && found.getFirst().telling() == Telling.HAPPENING) {
      undoneAfter(kind, found.getFirst(), sentence).ifPresent(found::add);
    }
    return found.size() < 2 ? found : onePerAnchor(found, sentence);
  }

  /** "Was closed for two hours during the strikes and has since reopened", however far off. */
  private Optional<Match> undoneAfter(EventKind kind, Match match, EventSentence sentence) {
    EventHits hits = sentence.hits();
    for (EventRule rule : kind.ended()) {
      for (int doing = sentence.fromHit(); doing < sentence.toHit(); doing++) {
        if (rule.tied().size() == 1
            && rule.anchor() == hits.wordClass(match.anchor())
            && hits.wordClass(doing) == rule.tied().getFirst()
            && hits.first(doing) > match.last()
            && isJoined(doing, sentence)) {
          int first = hits.first(match.anchor());
          return Optional.of(
              new Match(match.anchor(), doing, first, hits.last(doing), Telling.ENDED));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Whether an "and", and a word like "since" or "has", join a doing to the one before, and it is
   * done to no other thing.
   */
  private boolean isJoined(int doing, EventSentence sentence) {
    EventHits hits = sentence.hits();
    int reach = sentence.words(NONE_REACH);
    boolean joined = false;
    for (int hit = sentence.fromHit(); hit < sentence.toHit(); hit++) {
      int gap = sentence.gap(hit, doing);
      if (events.isThing(hits.wordClass(hit)) && gap <= reach) {
        return false;
      }
      joined |=
          hits.is(hit, EventCue.AND)
              && hits.last(hit) < hits.first(doing)
              && gap >= 1
              && gap <= reach;
    }
    return joined;
  }

  /** "It was reopened on Monday", of what one of the two sentences before told. */
  List<Match> findEndOf(EventKind kind, int told, EventSentence sentence) {
    if (sentence.number() - told > 2 || !sentence.has(EventCue.PRON)) {
      return List.of();
    }
    EventHits hits = sentence.hits();
    for (int it = sentence.fromHit(); it < sentence.toHit(); it++) {
      if (hits.is(it, EventCue.PRON)) {
        for (EventRule rule : kind.ended()) {
          int doing =
              rule.tied().isEmpty() ? -1 : nearest(kind, sentence, it, rule.tied().getFirst());
          if (doing >= 0 && sentence.gap(it, doing) <= sentence.words(STRICT_REACH)) {
            int last = Math.max(hits.last(it), hits.last(doing));
            return List.of(new Match(it, doing, hits.first(it), last, Telling.ENDED));
          }
        }
      }
    }
    return List.of();
  }

  private void find(EventKind kind, Step step, EventSentence sentence, List<Match> found) {
    EventHits hits = sentence.hits();
    EventRule rule = step.rule;
    for (int anchor = sentence.fromHit(); anchor < sentence.toHit(); anchor++) {
      if (hits.wordClass(anchor) == rule.anchor()
          || (hits.is(anchor, EventCue.OWN) && standsFor(anchor, rule.anchor(), sentence))) {
        Match match = match(kind, rule, sentence, anchor, step.telling);
        if (match.anchor() >= 0) {
          found.add(match);
        }
      }
    }
  }

  /** "A reopened its airspace while B kept its own closed": the nearest thing named before. */
  private static boolean standsFor(int own, int wordClass, EventSentence sentence) {
    EventHits hits = sentence.hits();
    for (int hit = sentence.fromHit(); hit < own; hit++) {
      if (hits.wordClass(hit) == wordClass && hits.last(hit) < hits.first(own)) {
        return true;
      }
    }
    return false;
  }

  private Match match(
      EventKind kind, EventRule rule, EventSentence sentence, int anchor, Telling telling) {
    EventHits hits = sentence.hits();
    int first = hits.first(anchor);
    int last = hits.last(anchor);
    int doing = anchor;
    for (int tied : rule.tied()) {
      int nearest = nearest(kind, sentence, anchor, tied);
      if (nearest < 0) {
        return new Match(-1, -1, 0, 0, telling);
      }
      doing = doing == anchor ? nearest : doing;
      first = Math.min(first, hits.first(nearest));
      last = Math.max(last, hits.last(nearest));
    }
    return new Match(anchor, doing, first, last, telling);
  }

  /** The nearest hit of the class that is tied to the anchor; -1 if there is none. */
  private int nearest(EventKind kind, EventSentence sentence, int anchor, int wordClass) {
    EventHits hits = sentence.hits();
    int best = -1;
    int bestGap = sentence.words(kind.reach()) + 1;
    for (int hit = sentence.fromHit(); hit < sentence.toHit(); hit++) {
      if (hits.wordClass(hit) == wordClass) {
        int gap = sentence.gap(anchor, hit);
        if (gap < bestGap
            && isTied(kind, sentence, anchor, hit, gap)
            && !isNoneOfOther(sentence, anchor, hit, gap)) {
          best = hit;
          bestGap = gap;
        }
      }
    }
    return best;
  }

  /** "No curfew", but "curfew: no arrests" and "no arrests in the hours of the curfew". */
  private boolean isNoneOfOther(EventSentence sentence, int anchor, int doing, int gap) {
    EventHits hits = sentence.hits();
    return hits.wordClass(anchor) == none
        && (hits.first(doing) < hits.first(anchor) || gap > sentence.words(NONE_REACH));
  }

  private boolean isTied(EventKind kind, EventSentence sentence, int anchor, int doing, int gap) {
    if (sentence.parted(anchor, doing)
        || isPartOf(doing, anchor, sentence)
        || (sentence.hits().wordClass(anchor) == leaderName
            && (isFarDeath(sentence, doing, gap) || !EventNames.isOwn(anchor, doing, sentence)))
        || (kind.reach() <= STRICT_REACH && isSomebodyElses(sentence, anchor, doing))) {
      return false;
    }
    EventHits hits = sentence.hits();
    boolean[] rivals = partners[hits.wordClass(doing)];
    for (int rival = sentence.fromHit(); rival < sentence.toHit(); rival++) {
      if (rivals[hits.wordClass(rival)]
          && hits.wordClass(rival) != hits.wordClass(anchor)
          && sentence.gap(rival, doing) < gap
          && !sentence.listed(rival, anchor)
          && !sentence.parted(rival, doing)) {
        return false;
      }
    }
    return true;
  }

  /** A death is told right at the name, or it is somebody else's. */
  private boolean isFarDeath(EventSentence sentence, int doing, int gap) {
    return gap > sentence.words(1) && sentence.hits().wordClass(doing) == death;
  }

  /** "Cessation of fire" does not cease. */
  private static boolean isPartOf(int doing, int anchor, EventSentence sentence) {
    EventHits hits = sentence.hits();
    int outside = hits.last(anchor) - hits.first(anchor) - (hits.last(doing) - hits.first(doing));
    return outside > 0
        && hits.first(doing) >= hits.first(anchor)
        && hits.last(doing) <= hits.last(anchor);
  }

  /** "The president says 10 died", "the president's brother died". */
  private boolean isSomebodyElses(EventSentence sentence, int anchor, int doing) {
    EventHits hits = sentence.hits();
    int from = Math.min(hits.last(anchor), hits.last(doing));
    int to = Math.max(hits.first(anchor), hits.first(doing));
    // who says that he resigns does
    boolean said =
        hits.wordClass(doing) != resignation && sentence.cueBetween(EventCue.SAY, from, to);
    if (said
        || (hits.first(doing) < hits.first(anchor) && sentence.verbsJoined(from, to))
        || sentence.cueBetween(EventCue.RANK, from, to)) {
      return true;
    }
    for (int token = from + 1; token < to; token++) {
      if (sentence.tokens().isNumber(token)) {
        return true;
      }
    }
    return false;
  }

  /** A thing that was closed and is open again is told once: as ended. */
  private static List<Match> onePerAnchor(List<Match> found, EventSentence sentence) {
    found.removeIf(match -> isPartOfStayingOpen(match, found, sentence));
    found.sort(
        Comparator.comparing(Match::telling)
            .thenComparingInt(match -> sentence.gap(match.anchor(), match.doing())));
    List<Match> kept = new ArrayList<>();
    for (Match match : found) {
      if (kept.stream().noneMatch(other -> overlap(other, match, sentence))) {
        kept.add(match);
      }
    }
    kept.sort(Comparator.comparingInt(Match::first));
    return kept;
  }

  /** What "remains open" was not opened. */
  private static boolean isPartOfStayingOpen(
      Match match, List<Match> found, EventSentence sentence) {
    return match.telling() == Telling.ENDED
        && found.stream()
            .anyMatch(other ->
                other.telling() == Telling.NOT_SO
                    && isPartOf(match.doing(), other.doing(), sentence));
  }

  private static boolean overlap(Match a, Match b, EventSentence sentence) {
    EventHits hits = sentence.hits();
    boolean sameThing =
        hits.first(a.anchor()) <= hits.last(b.anchor())
            && hits.first(b.anchor()) <= hits.last(a.anchor());
    boolean entwined = a.first() <= b.last() && b.first() <= a.last();
    return sameThing || (entwined && !sentence.has(EventCue.OWN));
  }
}
