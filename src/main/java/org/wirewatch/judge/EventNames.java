package org.wirewatch.judge;

import java.time.LocalDate;
import java.util.Optional;
import org.wirewatch.pack.EventCue;
import org.wirewatch.pack.EventHits;
import org.wirewatch.pack.Leader;
import org.wirewatch.pack.Leaders;
import org.wirewatch.pack.Packs;
import org.wirewatch.pack.Term;
import org.wirewatch.text.LetterCase;
import org.wirewatch.text.Tokens;

/**
 * Names of leaders as words of events: who heads a state or its government on the day of the item
 * may resign, flee or die without being called by the office.
 */
final class EventNames {
  /** The class of words, in the data file of events, that such names are. */
  static final String LEADER = "leadername";

  /** Without capitals to tell another name by, little may stand between a leader and the doing. */
  private static final int CASELESS_REACH = 2;

  private static final int DAYS_OF_NEWS = 14;

  private static final Leaders LEADERS = Packs.load().leaders();

  private EventNames() {}

  /** Adds the names of an item to the words found in it. */
  static void addTo(EventHits hits, int wordClass, ItemReading reading) {
    LocalDate day = ItemReader.day(reading.item());
    for (Mention mention : reading.mentions()) {
      if (isName(mention) && countryOf(mention, day).isPresent()) {
        hits.insert(wordClass, mention.first(), mention.last());
      }
    }
  }

  /** The country of a leader named where a word of an event stands. */
  static Optional<String> countryAt(int first, ItemReading reading) {
    LocalDate day = ItemReader.day(reading.item());
    for (Mention mention : reading.mentions()) {
      if (mention.first() == first && isName(mention)) {
        return countryOf(mention, day);
      }
    }
    return Optional.empty();
  }

  /** Whether a doing is the leader's: nobody else is named and nobody asks in between. */
  static boolean isOwn(int name, int doing, EventSentence sentence) {
    EventHits hits = sentence.hits();
    Tokens tokens = sentence.tokens();
    int from = Math.min(hits.last(name), hits.last(doing));
    int to = Math.max(hits.first(name), hits.first(doing));
    if (sentence.cueBetween(EventCue.ASK, from, to) || sentence.cueBetween(EventCue.BY, from, to)) {
      return false;
    }
    boolean caseless = tokens.letterCase(hits.first(name)) == LetterCase.NONE;
    if (caseless && to - from - 1 > sentence.words(CASELESS_REACH)) {
      return false;
    }
    for (int token = from + 1; token < to; token++) {
      if (!caseless && tokens.letterCase(token) != LetterCase.LOWER) {
        return false;
      }
    }
    return true;
  }

  private static boolean isName(Mention mention) {
    return mention.form() == Mention.Form.FULL_NAME || mention.form() == Mention.Form.SURNAME;
  }

  private static Optional<String> countryOf(Mention mention, LocalDate day) {
    return mention.referent() instanceof Referent.Leader(String slug)
        ? LEADERS.of(slug).flatMap(leader -> heads(leader, day))
        : Optional.empty();
  }

  private static Optional<String> heads(Leader leader, LocalDate day) {
    return leader.terms().stream()
        .filter(term -> isHead(term.role()) && isRecent(term, day))
        .map(Term::of)
        .filter(code -> code.length() == 2)
        .findFirst();
  }

  /** In office, or out of it for so short a time that this may be the news. */
  private static boolean isRecent(Term term, LocalDate day) {
    return term.covers(day) || term.covers(day.minusDays(DAYS_OF_NEWS));
  }

  private static boolean isHead(Term.Role role) {
    return switch (role) {
      case HEAD_OF_STATE, HEAD_OF_GOVERNMENT, HEAD_OF_STATE_AND_GOVERNMENT, PARAMOUNT -> true;
      case MINISTER, DEPUTY, HEAD_OF_BODY -> false;
    };
  }
}
