package org.wirewatch.judge;

import java.util.Set;
import org.wirewatch.model.Field;
import org.wirewatch.pack.EventCue;
import org.wirewatch.pack.EventHits;
import org.wirewatch.pack.EventRule;
import org.wirewatch.text.LetterCase;
import org.wirewatch.text.Tokens;

/**
 * One sentence with the words of events found in it: what stands near what, and where its clauses
 * end. Confined to one thread.
 */
final class EventSentence {
  /** Languages that keep the verb for the end: much stands between it and its object. */
  private static final Set<String> VERB_LAST = Set.of("tr", "ko", "hi", "fa", "de", "nl", "ja");

  /** Those of them whose main clauses have the verb in the second place. */
  private static final Set<String> V2 = Set.of("de", "nl");

  private static final String QUOTES = "\"“”„«»‟";

  private final Tokens tokens;
  private final EventHits hits;
  private final int number;
  private final int fromHit;
  private final int toHit;
  private final int firstToken;
  private final int lastToken;
  private final double stretch;
  private final long[] present;
  private final ItemReading reading;
  private final ClauseMarks marks;

  /**
   * @param fromHit the first hit in the sentence
   * @param toHit exclusive
   */
  EventSentence(ItemReading reading, EventHits hits, int fromHit, int toHit, int classCount) {
    this.tokens = reading.tokens();
    this.hits = hits;
    this.fromHit = fromHit;
    this.toHit = toHit;
    this.number = tokens.sentence(hits.first(fromHit));
    this.reading = reading;
    this.firstToken = tokens.firstToken(number);
    this.lastToken = tokens.lastToken(number);
    this.marks = new ClauseMarks(tokens, number);
    this.stretch = stretch(tokens, hits.first(fromHit));
    this.present = new long[(classCount + 63) >> 6];
    for (int hit = fromHit; hit < toHit; hit++) {
      present[hits.wordClass(hit) >> 6] |= 1L << hits.wordClass(hit);
    }
  }

  int number() {
    return number;
  }

  int firstToken() {
    return firstToken;
  }

  int lastToken() {
    return lastToken;
  }

  /** Whether it is one of the sentences that a rule holds in. */
  boolean isFor(EventRule.Where where) {
    return switch (where) {
      case ANYWHERE -> true;
      case HEADLINE -> tokens.sentenceField(number) == Field.TITLE && namesCountry();
      case BESIDE_COUNTRY -> namesCountry();
    };
  }

  /** Whether a country is named between two tokens, both exclusive. */
  boolean namesCountryBetween(int from, int to) {
    return reading.mentionsInSentence(number).stream()
        .anyMatch(mention -> mention.isCountry() && mention.within(from + 1, to - 1));
  }

  /** Whether a token names a town that is no capital: "Barcelona president". */
  boolean isTown(int token) {
    return reading.mentionsInSentence(number).stream()
        .anyMatch(mention -> mention.form() == Mention.Form.PLACE && mention.last() == token);
  }

  boolean namesCountry() {
    return reading.mentionsInSentence(number).stream().anyMatch(Mention::isCountry);
  }

  /** Whether what stands at a token is asked: the last clause before a question mark. */
  boolean asks(int token) {
    String text = tokens.text(tokens.sentenceField(number));
    int end = Math.min(text.length(), tokens.sentenceEnd(number));
    for (int i = tokens.end(lastToken); i < end; i++) {
      if ("?？؟".indexOf(text.charAt(i)) >= 0) {
        return token >= clauseStart(lastToken);
      }
    }
    return false;
  }

  /**
   * Whether tokens are all that stands in quotes, and begin with a capital as titles of films and
   * exhibitions do: «Closed Sky».
   */
  boolean isTitleOfWork(int first, int last) {
    String text = tokens.text(tokens.sentenceField(number));
    int before = tokens.start(first) - 1;
    int after = tokens.end(last);
    return before >= 0
        && after < text.length()
        && QUOTES.indexOf(text.charAt(before)) >= 0
        && QUOTES.indexOf(text.charAt(after)) >= 0
        && tokens.letterCase(first) == LetterCase.CAPITALISED
        && first > firstToken;
  }

  Tokens tokens() {
    return tokens;
  }

  EventHits hits() {
    return hits;
  }

  int fromHit() {
    return fromHit;
  }

  int toHit() {
    return toHit;
  }

  /** Whether a word of the class stands anywhere in the sentence. */
  boolean has(int wordClass) {
    return (present[wordClass >> 6] & (1L << wordClass)) != 0;
  }

  /** Whether words of all the classes, a bit each, stand somewhere in the sentence. */
  boolean hasAll(long[] classes) {
    for (int i = 0; i < classes.length; i++) {
      if ((classes[i] & ~present[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  boolean has(EventCue cue) {
    return has(cue.wordClass());
  }

  /** Whether its language keeps the verb, and who it is done to, for the end. */
  boolean isVerbLast() {
    String language = tokens.language();
    return language != null && VERB_LAST.contains(language) && !V2.contains(language);
  }

  /** Whether headlines of its language open with whom they are about, and a comma. */
  boolean isTopicFirst() {
    String language = tokens.language();
    return "ko".equals(language) || "ja".equals(language);
  }

  /** Some words, in tokens of this sentence's script. */
  int words(int count) {
    return (int) (count * stretch);
  }

  /** Chinese and Japanese have a token for each character, about two to a word. */
  private static double stretch(Tokens tokens, int token) {
    String language = tokens.language();
    double verbLast = language != null && VERB_LAST.contains(language) ? 1.5 : 1;
    return tokens.isUnspaced(token) ? 2 * verbLast : verbLast;
  }

  /** How many tokens stand between two hits; 0 where they touch or overlap. */
  int gap(int a, int b) {
    return Math.max(0, Math.max(hits.first(a) - hits.last(b), hits.first(b) - hits.last(a)) - 1);
  }

  /** Whether a clause ends between two hits. */
  boolean parted(int a, int b) {
    int from = Math.min(hits.last(a), hits.last(b));
    int to = Math.max(hits.first(a), hits.first(b));
    return from < to
        && (marks.between(from, to) == ClauseMarks.HARD
            || (cueBetween(EventCue.BUT, from, to) && !setsOff(from, to)));
  }

  /** "The emergency, declared after the storm, ended": what stands between two commas ends none. */
  private boolean setsOff(int from, int to) {
    return marks.at(from + 1) == ClauseMarks.COMMA && marks.at(to) == ClauseMarks.COMMA;
  }

  /** Whether a cue stands wholly between two tokens, both exclusive. */
  boolean cueBetween(EventCue cue, int from, int to) {
    if (has(cue)) {
      for (int hit = fromHit; hit < toHit; hit++) {
        if (hits.is(hit, cue) && hits.first(hit) > from && hits.last(hit) < to) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a cue that reads forward stands right before a name, or one that reads back behind. */
  boolean cueAt(EventCue cue, Mention mention) {
    if (has(cue)) {
      for (int hit = fromHit; hit < toHit; hit++) {
        if (hits.is(hit, cue)
            && ((hits.readsForward(hit)
                    && hits.last(hit) < mention.first()
                    && mention.first() - hits.last(hit) <= 2)
                || (hits.readsBackward(hit)
                    && hits.first(hit) >= mention.last()
                    && hits.first(hit) - mention.last() <= 1))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The last token of a "that" right behind a token, or the token itself. */
  int behindThat(int token) {
    if (has(EventCue.THAT)) {
      for (int hit = fromHit; hit < toHit; hit++) {
        if (hits.is(hit, EventCue.THAT) && hits.first(hit) == token + 1) {
          return hits.last(hit);
        }
      }
    }
    return token;
  }

  /** Whether two hits are members of one list, or of one noun phrase. */
  boolean listed(int a, int b) {
    int from = Math.min(hits.last(a), hits.last(b));
    int to = Math.max(hits.first(a), hits.first(b));
    int gap = to - from - 1;
    return gap <= words(1)
        || (gap <= words(5)
            && (marks.between(from, to) == ClauseMarks.COMMA
                || cueBetween(EventCue.AND, from, to)));
  }

  /** Whether a cue that reads towards {@code to}, or back towards {@code from}, stands between. */
  boolean cueBetween(EventCue cue, int from, int to, boolean forward) {
    if (has(cue)) {
      for (int hit = fromHit; hit < toHit; hit++) {
        boolean reads = forward ? hits.readsForward(hit) : hits.readsBackward(hit);
        if (reads && hits.is(hit, cue) && hits.first(hit) > from && hits.last(hit) < to) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether an "and" between two tokens, both exclusive, joins more than countries. */
  boolean verbsJoined(int from, int to) {
    if (has(EventCue.AND)) {
      for (int hit = fromHit; hit < toHit; hit++) {
        if (hits.is(hit, EventCue.AND)
            && hits.first(hit) > from
            && hits.last(hit) < to
            && !joinsNames(hit)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean joinsNames(int and) {
    int before = hits.first(and) - 1;
    if (before >= firstToken
        && hits.last(and) < lastToken
        && tokens.sentenceField(number) != Field.TITLE
        && tokens.letterCase(before) == LetterCase.CAPITALISED
        && tokens.letterCase(hits.last(and) + 1) == LetterCase.CAPITALISED) {
      return true;
    }
    int after = hits.last(and) + words(1);
    boolean named = false;
    boolean followed = false;
    for (Mention mention : reading.mentionsInSentence(number)) {
      named |= mention.last() == before;
      followed |= mention.first() > hits.last(and) && mention.first() <= after + 1;
    }
    return named && followed;
  }

  /** Whether somebody says something anew between two tokens, and not in passing. */
  boolean sayingBetween(int from, int to) {
    return cueBetween(EventCue.SAY, from, to)
        && cueBetween(EventCue.AND, from, to)
        && (!commaBetween(from, to) || commaParts(from, to));
  }

  /** Whether a comma parts two tokens; two commas only set off what stands between them. */
  boolean commaParts(int from, int to) {
    int commas = 0;
    for (int token = from + 1; token <= to; token++) {
      commas += marks.at(token) == ClauseMarks.COMMA ? 1 : 0;
    }
    return commas == 1;
  }

  boolean commaBetween(int from, int to) {
    return from < to && marks.between(from, to) != ClauseMarks.NONE;
  }

  /** The first token of the clause around the tokens from {@code first}. */
  int clauseStart(int first) {
    int start = first;
    while (start > firstToken && marks.at(start) != ClauseMarks.HARD && !butEndsAt(start - 1)) {
      start--;
    }
    return start;
  }

  /** "In 2010, when flights stopped": the year right before a clause's opening word dates it. */
  int datedFrom(int clauseStart) {
    if (has(EventCue.BUT)) {
      for (int hit = fromHit; hit < toHit; hit++) {
        int year = hits.first(hit) - 1;
        if (hits.is(hit, EventCue.BUT)
            && hits.last(hit) == clauseStart - 1
            && year >= firstToken
            && tokens.isNumber(year)) {
          return year;
        }
      }
    }
    return clauseStart;
  }

  /** The last token of the clause around the tokens up to {@code last}, inclusive. */
  int clauseEnd(int last) {
    int end = last;
    while (end < lastToken && marks.at(end + 1) != ClauseMarks.HARD && !butStartsAt(end + 1)) {
      end++;
    }
    return end;
  }

  private boolean butStartsAt(int token) {
    return butAt(token, true);
  }

  private boolean butEndsAt(int token) {
    return butAt(token, false);
  }

  private boolean butAt(int token, boolean start) {
    if (has(EventCue.BUT)) {
      for (int hit = fromHit; hit < toHit; hit++) {
        if (hits.is(hit, EventCue.BUT) && (start ? hits.first(hit) : hits.last(hit)) == token) {
          return true;
        }
      }
    }
    return false;
  }
}
