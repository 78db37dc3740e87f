package org.wirewatch.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirewatch.judge.EventMention.PlaceBasis;
import org.wirewatch.match.PhraseMatch;
import org.wirewatch.pack.EventCue;
import org.wirewatch.pack.EventHits;
import org.wirewatch.pack.EventKind.PlaceRole;
import org.wirewatch.pack.Regions.Region;

/**
 * Ties a place to an event: whose airspace, not why it was closed or for whom. Looks at the words
 * of the event first, then in the clause, the sentence, the sentence before, and at last at what
 * the item is mainly about, unless the clause names a region that this is no part of.
 */
final class EventPlaces {
  private static final int BEFORE = 2;
  private static final int AFTER = 4;

  private final ItemReading reading;

  /** The sentence of the last event with a place of its own. */
  private int lastTold = -2;

  private List<String> lastPlaces = List.of();

  /** The region that an event without a country was last said to be in. */
  private Optional<Region> lastRegion = Optional.empty();

  /** Found when first asked for: few events fall back on another place. */
  private @Nullable List<PhraseMatch<Region>> regions;

  EventPlaces(ItemReading reading) {
    this.reading = reading;
  }

  /**
   * Where an event of the sentence is; sentences are asked in reading order, since what is told
   * next is where the event before was.
   */
  Whereabouts find(PlaceRole role, EventSentence sentence, EventMatcher.Match match) {
    Whereabouts found = look(role, sentence, match);
    if (found.basis().isOwn()) {
      lastTold = sentence.number();
      lastPlaces = found.places();
    }
    return found;
  }

  private Whereabouts look(PlaceRole role, EventSentence sentence, EventMatcher.Match match) {
    List<Mention> all = reading.countriesWithin(sentence.firstToken(), sentence.lastToken());
    List<Mention> free = Bystanders.without(role, all, sentence, match);
    int from = sentence.clauseStart(match.first());
    int to = sentence.clauseEnd(match.last());
    List<Mention> inClause = free.stream().filter(m -> m.within(from, to)).toList();
    Mention subject = subject(role, inClause, sentence, match);
    if (subject != null) {
      return Whereabouts.of(PlaceBasis.CLAUSE, subject, inClause, sentence);
    }
    if (role == PlaceRole.FRONTIER && !inClause.isEmpty()) {
      return Whereabouts.of(
          PlaceBasis.BOUND, firstSide(inClause, sentence, match), inClause, sentence);
    }
    if (role == PlaceRole.TARGET) {
      for (Mention mention : all) {
        if (mention.within(from, to) && sentence.cueAt(EventCue.TOWARD, mention)) {
          return Whereabouts.of(PlaceBasis.BOUND, mention, all, sentence);
        }
      }
    }
    Optional<String> led = EventNames.countryAt(sentence.hits().first(match.anchor()), reading);
    if (led.isPresent()) {
      return new Whereabouts(PlaceBasis.BOUND, List.of(led.get()));
    }
    Whereabouts bound = bound(role, all, free, sentence, match);
    if (!bound.places().isEmpty()) {
      return bound;
    }
    if (!inClause.isEmpty()) {
      return Whereabouts.of(
          PlaceBasis.CLAUSE, choose(role, inClause, sentence, match), inClause, sentence);
    }
    if (!free.isEmpty()) {
      return Whereabouts.of(
          PlaceBasis.SENTENCE, choose(role, free, sentence, match), free, sentence);
    }
    Whereabouts elsewhere =
        elsewhere(
            sentence,
            role == PlaceRole.TARGET ? Bystanders.doers(all, sentence, match) : List.of());
    return isBeyond(elsewhere, from, to, match) ? Whereabouts.NOWHERE : elsewhere;
  }

  /** "Asian quake hits European shares": in none of the countries that the item is about. */
  private boolean isBeyond(Whereabouts elsewhere, int from, int to, EventMatcher.Match match) {
    if (elsewhere.places().isEmpty()) {
      return false;
    }
    lastRegion =
        regions().stream()
            .filter(name -> name.first() >= from && name.last() <= to)
            .min(Comparator.comparingInt(name -> Math.abs(name.last() + 1 - match.first())))
            .map(PhraseMatch::value)
            .or(() -> lastRegion);
    return lastRegion.filter(region -> !region.codes().containsAll(elsewhere.places())).isPresent();
  }

  private List<PhraseMatch<Region>> regions() {
    List<PhraseMatch<Region>> known = regions;
    if (known == null) {
      known = RegionNames.builtIn().find(reading.tokens());
      regions = known;
    }
    return known;
  }

  /** Who strikes is no place to fall back on. */
  private Whereabouts elsewhere(EventSentence sentence, List<Mention> doers) {
    if (lastTold == sentence.number() - 1) {
      return new Whereabouts(PlaceBasis.PREVIOUS_SENTENCE, lastPlaces);
    }
    String main = reading.mainCountry();
    if (doers.stream().anyMatch(mention -> mention.country().equals(main))) {
      return Whereabouts.NOWHERE;
    }
    if (main != null) {
      return new Whereabouts(PlaceBasis.MAIN_COUNTRY, List.of(main));
    }
    return Homes.of(reading.tokens().language(), reading.item().source().country())
        .map(home -> new Whereabouts(PlaceBasis.HOME, List.of(home)))
        .orElseGet(() -> Whereabouts.NOWHERE);
  }

  /** What stands directly at the thing: "Polish airspace", "the airspace over Poland". */
  private Whereabouts bound(
      PlaceRole role,
      List<Mention> all,
      List<Mention> free,
      EventSentence sentence,
      EventMatcher.Match match) {
    EventHits hits = sentence.hits();
    int first = hits.first(match.anchor());
    int last = hits.last(match.anchor());
    List<Mention> struck = new ArrayList<>(all);
    struck.removeAll(Bystanders.doers(all, sentence, match));
    Mention after =
        firstAfter(role, role == PlaceRole.TARGET ? struck : free, last, sentence, match);
    Mention before = lastBefore(free, first, sentence);
    for (Mention mention : all) {
      // "bans US airlines from Haiti airspace": what stands right at it is no cause
      before = mention.last() == first - 1 ? mention : before;
    }
    if (role == PlaceRole.OWNER
        && (isPossessed(first, sentence) || isVenue(after, free, sentence, match))) {
      after = null;
    }
    Mention chosen =
        switch (role) {
          case OWNER, FRONTIER ->
              before == null || (after != null && isThere(before, after, sentence, match))
                  ? after
                  : before;
          case TARGET, SCENE -> after;
        };
    return chosen == null
        ? Whereabouts.NOWHERE
        : Whereabouts.of(PlaceBasis.BOUND, chosen, free, sentence);
  }

  /**
   * "A denies breaking the truce in B": who does it comes first, and where it is after; but a
   * capital is where "A and B sign a truce".
   */
  private static boolean isThere(
      Mention before, Mention after, EventSentence sentence, EventMatcher.Match match) {
    EventHits hits = sentence.hits();
    return before.last() < hits.first(match.anchor())
        && after.form() != Mention.Form.CAPITAL
        && hits.first(match.doing()) < hits.first(match.anchor())
        && sentence.cueBetween(EventCue.AT, hits.last(match.anchor()), after.first());
  }

  /** "A and B agree to a truce at talks in C's capital": theirs, not C's. */
  private static boolean isVenue(
      @Nullable Mention place,
      List<Mention> mentions,
      EventSentence sentence,
      EventMatcher.Match match) {
    if (place == null || place.form() != Mention.Form.CAPITAL) {
      return false;
    }
    List<Mention> parties =
        mentions.stream()
            .filter(m -> m.form() == Mention.Form.NAME && m.last() < match.first())
            .toList();
    return parties.size() == 2
        && Whereabouts.inOneList(parties.getFirst(), parties.getLast(), sentence)
        && match.first() == sentence.hits().first(match.doing());
  }

  private static boolean isPossessed(int thing, EventSentence sentence) {
    return sentence.cueBetween(EventCue.ITS, thing - sentence.words(BEFORE) - 1, thing);
  }

  /**
   * "B says that A bars C's jets from its airspace": who comes before the doing, after the said.
   */
  private static @Nullable Mention subject(
      PlaceRole role, List<Mention> inClause, EventSentence sentence, EventMatcher.Match match) {
    int thing = sentence.hits().first(match.anchor());
    boolean owned = role == PlaceRole.OWNER || role == PlaceRole.FRONTIER;
    if (owned && !inClause.isEmpty() && isTopic(inClause.getFirst(), thing, sentence)) {
      return inClause.getFirst();
    }
    if (!owned || !isPossessed(thing, sentence)) {
      return null;
    }
    Mention subject = null;
    for (Mention mention : inClause) {
      boolean said =
          subject != null
              && (sentence.cueBetween(EventCue.SAY, subject.last(), mention.first())
                  || sentence.cueBetween(EventCue.THAT, subject.last(), mention.first()))
              && !sentence.cueAt(EventCue.WITH, mention);
      if (mention.last() < match.first() && (subject == null || said)) {
        subject = mention;
      }
    }
    return subject;
  }

  /** "대만, 중국 훈련에 영공 폐쇄 검토": who opens a headline before a comma does what follows. */
  private static boolean isTopic(Mention first, int thing, EventSentence sentence) {
    return sentence.isTopicFirst()
        && first.first() == sentence.firstToken()
        && first.last() < thing
        && sentence.commaBetween(first.last(), first.last() + 1);
  }

  /**
   * "With Belarus Poland shut its border": the first that is not the other side; "A accuses B of
   * shutting it": who is said to.
   */
  private static Mention firstSide(
      List<Mention> mentions, EventSentence sentence, EventMatcher.Match match) {
    Mention side = null;
    for (Mention mention : mentions) {
      boolean said =
          side != null
              && mention.last() < match.first()
              && sentence.cueBetween(EventCue.SAY, side.last(), mention.first());
      if ((side == null || said) && !sentence.cueAt(EventCue.WITH, mention)) {
        side = mention;
      }
    }
    return side == null ? mentions.getFirst() : side;
  }

  private static @Nullable Mention lastBefore(
      List<Mention> mentions, int token, EventSentence sentence) {
    Mention found = null;
    for (Mention mention : mentions) {
      if (mention.last() < token
          && token - mention.last() - 1 <= sentence.words(BEFORE)
          && !sentence.commaBetween(mention.last(), token)) {
        found = mention;
      }
    }
    return found;
  }

  private static @Nullable Mention firstAfter(
      PlaceRole role,
      List<Mention> mentions,
      int token,
      EventSentence sentence,
      EventMatcher.Match match) {
    EventHits hits = sentence.hits();
    int doing = hits.first(match.doing());
    for (Mention mention : mentions) {
      // "serangan Israel ke Gaza": whose it is stands right at it, where it falls after
      boolean whose =
          role == PlaceRole.TARGET
              && mention.first() == token + 1
              && !mentions.getLast().equals(mention);
      if (mention.first() > token && !whose) {
        boolean near = mention.first() - token - 1 <= sentence.words(AFTER);
        boolean beyondDoing = role == PlaceRole.OWNER && doing > token && mention.first() > doing;
        // "reservists for its Gaza offensive": whose they are was said before
        boolean others =
            role == PlaceRole.OWNER && sentence.cueBetween(EventCue.ITS, token, mention.first());
        return near
                && !others
                && !beyondDoing
                && !sentence.commaBetween(token, mention.first())
                && (mention.form() != Mention.Form.DEMONYM || isOnlyTarget(role, mention, mentions))
            ? mention
            : null;
      }
    }
    return null;
  }

  /** "Sanctions on Syrian banks", but "on Syrian banks in Lebanon". */
  private static boolean isOnlyTarget(PlaceRole role, Mention mention, List<Mention> mentions) {
    return role == PlaceRole.TARGET && mentions.getLast().equals(mention);
  }

  /** Of several countries in reach, the one that the role asks for. */
  private static Mention choose(
      PlaceRole role, List<Mention> candidates, EventSentence sentence, EventMatcher.Match match) {
    if (role == PlaceRole.OWNER || role == PlaceRole.FRONTIER || candidates.size() == 1) {
      return candidates.getFirst();
    }
    Mention after = null;
    Mention named = null;
    for (Mention mention : candidates) {
      boolean adjective = mention.form() == Mention.Form.DEMONYM;
      // "Ethiopia's volcano erupts, sending ash to India": beyond a comma is what comes of it
      boolean beyond =
          role == PlaceRole.SCENE
              && candidates.getFirst().last() < match.last()
              && sentence.commaBetween(match.last(), mention.first());
      if (mention.last() > match.last() && after == null && !adjective && !beyond) {
        after = mention;
      }
      named = adjective || beyond ? named : mention;
    }
    if (role == PlaceRole.TARGET && sentence.isVerbLast() && after == null) {
      return candidates.getLast();
    }
    return after != null ? after : named != null ? named : candidates.getLast();
  }
}
