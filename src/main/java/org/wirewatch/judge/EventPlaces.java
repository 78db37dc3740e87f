package org.wirewatch.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirewatch.judge.EventMention.PlaceBasis;
import org.wirewatch.pack.EventCue;
import org.wirewatch.pack.EventHits;
import org.wirewatch.pack.EventKind.PlaceRole;
import org.wirewatch.pack.Packs;

/**
 * Ties a place to an event: whose airspace, not why it was closed or for whom. Looks at the words
 * of the event first, then in the clause, the sentence, the sentence before, and at last at what
 * the item is mainly about.
 */
final class EventPlaces {
  private static final int BEFORE = 2;
  private static final int AFTER = 4;

  private final ItemReading reading;

  /** The sentence of the last event with a place of its own. */
  private int lastTold = -2;

  private List<String> lastPlaces = List.of();

  EventPlaces(ItemReading reading) {
    this.reading = reading;
  }

  /**
   * The places of an event and by what they were found.
   *
   * @param named what names the first of them; null where no words at the event do
   */
  record Found(PlaceBasis basis, List<String> places, @Nullable Mention named) {
    Found(PlaceBasis basis, List<String> places) {
      this(basis, places, null);
    }

    Found {
      places = List.copyOf(places);
    }
  }

  /**
   * Where an event of the sentence is; sentences are asked in reading order, since what is told
   * next is where the event before was.
   */
  Found find(PlaceRole role, EventSentence sentence, EventMatcher.Match match) {
    Found found = look(role, sentence, match);
    if (found.basis().isOwn()) {
      lastTold = sentence.number();
      lastPlaces = found.places();
    }
    return found;
  }

  private Found look(PlaceRole role, EventSentence sentence, EventMatcher.Match match) {
    List<Mention> all = countries(sentence.firstToken(), sentence.lastToken());
    List<Mention> free = withoutBystanders(role, all, sentence, match);
    int from = sentence.clauseStart(match.first());
    int to = sentence.clauseEnd(match.last());
    List<Mention> inClause = free.stream().filter(m -> m.within(from, to)).toList();
    Mention subject = subject(role, inClause, sentence, match);
    if (subject != null) {
      return found(PlaceBasis.CLAUSE, subject, inClause, sentence);
    }
    if (role == PlaceRole.FRONTIER && !inClause.isEmpty()) {
      return found(PlaceBasis.BOUND, firstSide(inClause, sentence, match), inClause, sentence);
    }
    if (role == PlaceRole.TARGET) {
      for (Mention mention : all) {
        if (mention.within(from, to) && sentence.cueAt(EventCue.TOWARD, mention)) {
          return found(PlaceBasis.BOUND, mention, all, sentence);
        }
      }
    }
    Optional<String> led = EventNames.countryAt(sentence.hits().first(match.anchor()), reading);
    if (led.isPresent()) {
      return new Found(PlaceBasis.BOUND, List.of(led.get()));
    }
    Found bound = bound(role, all, free, sentence, match);
    if (!bound.places().isEmpty()) {
      return bound;
    }
    if (!inClause.isEmpty()) {
      return found(PlaceBasis.CLAUSE, choose(role, inClause, sentence, match), inClause, sentence);
    }
    if (!free.isEmpty()) {
      return found(PlaceBasis.SENTENCE, choose(role, free, sentence, match), free, sentence);
    }
    return elsewhere(sentence, role == PlaceRole.TARGET ? doers(all, sentence, match) : List.of());
  }

  /**
   * Those that the event may be at. What happens happens somewhere named, near or after something
   * else if need be, rather than at the people that it happens to.
   */
  private static List<Mention> withoutBystanders(
      PlaceRole role, List<Mention> all, EventSentence sentence, EventMatcher.Match match) {
    List<Mention> free =
        all.stream().filter(mention -> !Bystanders.isOne(role, mention, sentence, match)).toList();
    boolean peopleOnly = free.stream().allMatch(mention -> mention.form() == Mention.Form.DEMONYM);
    return role == PlaceRole.SCENE && peopleOnly ? all : free;
  }

  private static List<Mention> doers(
      List<Mention> mentions, EventSentence sentence, EventMatcher.Match match) {
    return mentions.stream()
        .filter(mention -> Bystanders.isDoer(mention, sentence, match))
        .toList();
  }

  /** Who strikes is no place to fall back on. */
  private Found elsewhere(EventSentence sentence, List<Mention> doers) {
    if (lastTold == sentence.number() - 1) {
      return new Found(PlaceBasis.PREVIOUS_SENTENCE, lastPlaces);
    }
    String main = reading.mainCountry();
    if (doers.stream().anyMatch(mention -> mention.country().equals(main))) {
      return new Found(PlaceBasis.UNKNOWN, List.of());
    }
    if (main != null) {
      return new Found(PlaceBasis.MAIN_COUNTRY, List.of(main));
    }
    return Homes.of(reading.tokens().language(), reading.item().source().country())
        .map(home -> new Found(PlaceBasis.HOME, List.of(home)))
        .orElseGet(() -> new Found(PlaceBasis.UNKNOWN, List.of()));
  }

  /** What stands directly at the thing: "Polish airspace", "the airspace over Poland". */
  private Found bound(
      PlaceRole role,
      List<Mention> all,
      List<Mention> free,
      EventSentence sentence,
      EventMatcher.Match match) {
    EventHits hits = sentence.hits();
    int first = hits.first(match.anchor());
    int last = hits.last(match.anchor());
    List<Mention> struck = new ArrayList<>(all);
    struck.removeAll(doers(all, sentence, match));
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
        ? new Found(PlaceBasis.UNKNOWN, List.of())
        : found(PlaceBasis.BOUND, chosen, free, sentence);
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
        && inOneList(parties.getFirst(), parties.getLast(), sentence)
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

  /** With the members of the list that the country stands in. */
  private static Found found(
      PlaceBasis basis, Mention chosen, List<Mention> all, EventSentence sentence) {
    int at = all.indexOf(chosen);
    if (at < 0) {
      return new Found(basis, List.of(chosen.country()), chosen);
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
    return new Found(basis, codes, chosen);
  }

  private static boolean inOneList(Mention a, Mention b, EventSentence sentence) {
    int gap = b.first() - a.last() - 1;
    return gap <= 2
        && (sentence.cueBetween(EventCue.AND, a.last(), b.first())
            || (gap == 0 && sentence.commaBetween(a.last(), b.first())));
  }

  private List<Mention> countries(int from, int to) {
    List<Mention> found = new ArrayList<>();
    for (Mention mention : reading.mentions()) {
      if (mention.first() > to) {
        break;
      }
      if (mention.first() >= from && mention.isCountry()) {
        found.add(mention);
      } else if (mention.first() >= from && mention.form() == Mention.Form.OFFICE) {
        ofOffice(mention).ifPresent(found::add);
      }
    }
    return found;
  }

  /** "South Korea's president": the country goes under in the office, unless it is read too. */
  private Optional<Mention> ofOffice(Mention office) {
    boolean readToo =
        reading.mentions().stream()
            .anyMatch(other -> other.isCountry() && other.within(office.first(), office.last()));
    if (readToo || !(office.referent() instanceof Referent.Leader(String slug))) {
      return Optional.empty();
    }
    return Packs.load()
        .leaders()
        .of(slug)
        .map(leader -> leader.terms().getFirst().of())
        .filter(code -> code.length() == 2)
        .map(code ->
            new Mention(
                new Referent.Country(code),
                Mention.Form.SEAT,
                office.first(),
                office.last(),
                office.start(),
                office.end()));
  }
}
