package org.wirewatch.judge;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirewatch.judge.EventMatcher.Match;
import org.wirewatch.judge.EventMention.PlaceBasis;
import org.wirewatch.judge.EventStatus.Verdict;
import org.wirewatch.model.Field;
import org.wirewatch.model.Item;
import org.wirewatch.model.Status;
import org.wirewatch.pack.EventCue;
import org.wirewatch.pack.EventHits;
import org.wirewatch.pack.EventKind;
import org.wirewatch.pack.EventKind.PlaceRole;
import org.wirewatch.pack.Events;
import org.wirewatch.pack.Packs;
import org.wirewatch.text.Tokens;

/** Reads the events that an item tells of, whatever is watched. Immutable, thread-safe. */
final class EventReader {
  /** The month that an item without a date is read from: that of the packs' data. */
  private static final EventDate UNDATED =
      new EventDate(ItemReader.AS_OF.getYear(), ItemReader.AS_OF.getMonthValue());

  /** Words; a longer text whose language cannot be told is in none that the pack has words of. */
  private static final int LONGEST_UNTOLD = 60;

  /** Words of a headline or a bare sentence. */
  private static final int BRIEF = 15;

  /** English first, which wins among equals. */
  private static final List<String> GUESSES =
      Stream.concat(
              Stream.of("en"),
              Events.LANGUAGES.stream().filter(language -> !language.equals("en")).sorted())
          .toList();

  private final Events events;
  private final List<EventMatcher.Plan> plans;
  private final EventMatcher matcher;
  private final int leaderName;
  private final int leader;

  EventReader() {
    this(Packs.load().events());
  }

  EventReader(Events events) {
    this.events = events;
    this.matcher = new EventMatcher(events);
    this.plans = events.kinds().stream().map(matcher::plan).toList();
    this.leaderName = events.wordClass(EventNames.LEADER).orElseThrow();
    this.leader = events.wordClass("leader").orElseThrow();
  }

  /** One finding for each kind of event told, in the order of the pack. */
  List<EventFinding> read(ItemReading reading) {
    return read(reading, null);
  }

  /**
   * The words of events in a text. A headline alone is often of no language that can be told
   * ("Kenya closes airspace"); it is read in that of whose words it has most.
   */
  private Optional<EventHits> hits(Tokens tokens) {
    if (tokens.language() != null || tokens.size() > LONGEST_UNTOLD) {
      return events.lexicon(tokens.language()).map(lexicon -> lexicon.find(tokens));
    }
    return GUESSES.stream()
        .flatMap(language -> events.lexicon(language).stream())
        .map(lexicon -> lexicon.find(tokens))
        .reduce((best, next) -> next.size() > best.size() ? next : best);
  }

  /** The same, and every decision on the way, those of refusal too. */
  List<EventFinding> read(ItemReading reading, @Nullable List<EventDecision> decisions) {
    Tokens tokens = reading.tokens();
    Optional<EventHits> found = hits(tokens);
    if (found.isEmpty() || tokens.size() == 0) {
      return List.of();
    }
    EventHits hits = found.get();
    EventNames.addTo(hits, leaderName, reading);
    Optional<Verdict> genre = EventGenre.against(hits, tokens);
    if (genre.isPresent() && decisions == null) {
      return List.of();
    }
    Map<EventKind, List<EventMention>> told = new LinkedHashMap<>();
    Pass pass = new Pass(reading, hits, genre, decisions);
    int from = 0;
    while (from < hits.size()) {
      int to = from;
      int sentence = tokens.sentence(hits.first(from));
      while (to < hits.size() && tokens.sentence(hits.first(to)) == sentence) {
        to++;
      }
      pass.read(new EventSentence(reading, hits, from, to, events.wordClassCount()), told);
      from = to;
    }
    List<EventFinding> findings = new ArrayList<>();
    for (EventMatcher.Plan plan : plans) {
      EventKind kind = plan.kind();
      List<EventMention> mentions = told.get(kind);
      if (mentions != null) {
        findings.add(EventTelling.of(kind, mentions, tokens));
      }
    }
    return findings;
  }

  /** The reading of one item. */
  private final class Pass {
    private final EventHits hits;
    private final List<Mention> mentions;
    private final int tokens;
    private final EventStatus status;
    private final EventPlaces places;
    private final EventActors actors;
    private final Optional<Verdict> genre;
    private final @Nullable List<EventDecision> decisions;

    Pass(
        ItemReading reading,
        EventHits hits,
        Optional<Verdict> genre,
        @Nullable List<EventDecision> decisions) {
      this.hits = hits;
      this.mentions = reading.mentions();
      this.tokens = reading.tokens().size();
      this.genre = genre;
      this.decisions = decisions;
      this.status = new EventStatus(events, date(reading.item()));
      this.places = new EventPlaces(reading);
      this.actors = new EventActors(reading);
    }

    void read(EventSentence sentence, Map<EventKind, List<EventMention>> told) {
      for (EventMatcher.Plan plan : plans) {
        List<Match> matches = matcher.find(plan, sentence);
        if (matches.isEmpty() && told.isEmpty()) {
          continue;
        }
        EventKind kind = plan.kind();
        List<EventMention> before = told.getOrDefault(kind, List.of());
        if (matches.isEmpty() && !before.isEmpty()) {
          matches = matcher.findEndOf(kind, before.getLast().sentence(), sentence);
        }
        for (Match match : matches) {
          Verdict verdict = genre.orElseGet(() -> status.decide(kind, sentence, match));
          Whereabouts where = Whereabouts.NOWHERE;
          EventMention mention =
              verdict instanceof Verdict.Stands(Status stands)
                  ? mention(kind, sentence, match, stands, before)
                  : null;
          String refusal = mention == null ? null : refusal(mention, match, sentence);
          if (mention != null && !isSupported(kind, match)) {
            refusal = "a figure of speech: nothing is named that goes with the real thing";
          }
          if (refusal != null) {
            verdict = new Verdict.Refused(refusal);
          } else if (mention != null) {
            where = mention.where();
            told.computeIfAbsent(kind, _ -> new ArrayList<>()).add(mention);
          }
          if (decisions != null) {
            decisions.add(new EventDecision(kind, sentence, match, verdict, where));
          }
        }
      }
    }

    /**
     * Whether the item has what goes with the real thing, which is never told of without; a thing
     * called by its own name may do with a town, or with nothing where there is no room for more.
     */
    private boolean isSupported(EventKind kind, Match match) {
      boolean literal = !kind.figurative().contains(hits.wordClass(match.anchor()));
      if (kind.support().isEmpty()
          || (literal && tokens <= BRIEF)
          || mentions.stream()
              .anyMatch(m -> m.isCountry() && (literal || m.form() != Mention.Form.PLACE))) {
        return true;
      }
      for (int hit = 0; hit < hits.size(); hit++) {
        if (kind.support().contains(hits.wordClass(hit))) {
          return true;
        }
      }
      return false;
    }

    private EventMention mention(
        EventKind kind,
        EventSentence sentence,
        Match match,
        Status stands,
        List<EventMention> before) {
      Whereabouts where = places.find(kind.place(), sentence, match);
      if (hits.is(match.anchor(), EventCue.PRON) && !before.isEmpty()) {
        where = before.getLast().where();
      }
      List<String> who = actors.find(sentence, match);
      return new EventMention(
          kind,
          sentence.number(),
          sentence.tokens().sentenceField(sentence.number()),
          isForeign(kind, where, who) && stands == Status.IN_EFFECT ? Status.ANNOUNCED : stands,
          where,
          who,
          sentence.tokens().evidence(match.first(), match.last()));
    }
  }

  /** Why what stands there is no event after all; null if it is one. */
  private @Nullable String refusal(EventMention mention, Match match, EventSentence sentence) {
    if (sentence.hits().wordClass(match.anchor()) == leader && isOfTown(match.anchor(), sentence)) {
      return "the head of a town's club or council";
    }
    if (sentence.isTitleOfWork(match.first(), match.last())) {
      return "the title of something";
    }
    if (mention.basis() != PlaceBasis.UNKNOWN) {
      return null;
    }
    // "Airspace may be closed because of storms": possible, and nobody's
    boolean mused =
        mention.status() == Status.POSSIBLE
            && mention.field() != Field.TITLE
            && sentence.hits().first(match.anchor()) == sentence.firstToken()
            && mention.kind().place() == PlaceRole.OWNER;
    if (mused) {
      return "spoken of in general";
    }
    return mention.kind().needsPlace() && !sentence.namesCountry()
        ? "no country is named for it"
        : null;
  }

  /** "Barcelona president", "the president of Barcelona". */
  private static boolean isOfTown(int office, EventSentence sentence) {
    EventHits hits = sentence.hits();
    int last = hits.last(office);
    return sentence.isTown(hits.first(office) - 1)
        || (sentence.isTown(last + 2) && !sentence.commaBetween(last, last + 2));
  }

  /** Nobody closes another country's airspace by saying so. */
  private static boolean isForeign(EventKind kind, Whereabouts where, List<String> actors) {
    return kind.place() == PlaceRole.OWNER
        && where.basis() == EventMention.PlaceBasis.BOUND
        && !actors.isEmpty()
        && where.places().stream().noneMatch(place -> actors.contains("country:" + place))
        && actors.stream().anyMatch(actor -> actor.startsWith("leader:"));
  }

  private static EventDate date(Item item) {
    Instant told = item.published() != null ? item.published() : item.fetched();
    if (told == null) {
      return UNDATED;
    }
    ZonedDateTime day = told.atZone(ZoneOffset.UTC);
    return new EventDate(day.getYear(), day.getMonthValue());
  }
}
