package org.wirewatch.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Item;
import org.wirewatch.pack.AliasKind;
import org.wirewatch.pack.Leader;
import org.wirewatch.text.LetterCase;
import org.wirewatch.text.Tokens;

/** An item with its names found and not yet decided: what the rules look around in. */
final class Scene {
  /** However many streets and schools there are, they count no more than this. */
  private static final int MOST_EVERYDAY = 6;

  private final Item item;
  private final Tokens tokens;
  private final List<Span> spans;
  private final long[] cues;
  private final Span[] spanAt;
  private final byte[] letters;
  private final Map<String, Integer> support = new HashMap<>();
  private int localMatter = -1;

  /**
   * In {@link #letters}: not looked at yet; case tells names from words; it does not; no capitals.
   */
  private static final byte TELLS = 1;

  private static final byte TELLS_NOT = 2;
  private static final byte LOWERED = 3;

  Scene(Item item, Tokens tokens, List<Span> spans, long[] cues) {
    this.item = item;
    this.tokens = tokens;
    this.spans = spans;
    this.cues = cues;
    this.spanAt = new Span[tokens.size()];
    this.letters = new byte[tokens.sentenceCount()];
    for (Span span : spans) {
      for (int i = span.first(); i <= span.last(); i++) {
        spanAt[i] = span;
      }
    }
    countSupport();
  }

  /** What is named without doubt supports other words for the same country. */
  private void countSupport() {
    for (Span span : spans) {
      List<Sense.OfCountry> countries = span.countries();
      if (countries.size() >= 1 && isUndoubted(span, countries)) {
        support.merge(countries.getFirst().code(), 1, Integer::sum);
      }
      span.all(Sense.OfLeader.class).stream()
          .filter(leader -> leader.alias().use() == Leader.Use.FULL)
          .findFirst()
          .map(leader -> leader.leader().terms().getFirst().of())
          .ifPresent(country -> support.merge(country, 1, Integer::sum));
    }
  }

  private boolean isUndoubted(Span span, List<Sense.OfCountry> countries) {
    String code = countries.getFirst().code();
    return countries.stream()
            .allMatch(sense ->
                sense.code().equals(code)
                    && sense.readings().isEmpty()
                    && sense.towns().isEmpty()
                    && !isTown(sense.alias().kind()))
        && !Lexicon.isLowered(countries.getFirst(), tokens, span);
  }

  /** Towns of one name are many, so none vouches for another word of its country. */
  private static boolean isTown(AliasKind kind) {
    return kind == AliasKind.CAPITAL || kind == AliasKind.CITY;
  }

  Item item() {
    return item;
  }

  Tokens tokens() {
    return tokens;
  }

  List<Span> spans() {
    return spans;
  }

  /** The undoubted words in the item for a country, those of its leaders among them. */
  int support(String code) {
    return support.getOrDefault(code, 0);
  }

  /** The undoubted words for countries other than {@code code} and {@code other}. */
  int supportBeside(String code, String other) {
    int sum = 0;
    for (Map.Entry<String, Integer> entry : support.entrySet()) {
      if (!entry.getKey().equals(code) && !entry.getKey().equals(other)) {
        sum += entry.getValue();
      }
    }
    return sum;
  }

  /**
   * How much the item reads like an American paper's local news: sheriffs, counties and states
   * count two, streets and schools one.
   */
  int localMatter() {
    if (localMatter < 0) {
      int strong = count(Cue.LOCAL);
      for (Span span : spans) {
        if (span.has(Sense.OfSubdivision.class) && isStateOnly(span)) {
          strong++;
        }
      }
      localMatter = 2 * strong + Math.min(count(Cue.EVERYDAY), MOST_EVERYDAY);
    }
    return localMatter;
  }

  private static boolean isStateOnly(Span span) {
    return span.countries().stream().allMatch(sense -> sense.readings().isEmpty());
  }

  boolean has(int token, Cue cue) {
    return token >= 0 && token < cues.length && (cues[token] & cue.bit()) != 0;
  }

  /** How many cues of a kind there are in the whole item. */
  int count(Cue cue) {
    return count(cue, 0, cues.length - 1);
  }

  int count(Cue cue, int from, int to) {
    int count = 0;
    for (int i = from; i <= to; i++) {
      if ((cues[i] & cue.bit()) != 0) {
        count++;
      }
    }
    return count;
  }

  int countInSentence(Cue cue, int token) {
    int sentence = tokens.sentence(token);
    return count(cue, tokens.firstToken(sentence), tokens.lastToken(sentence));
  }

  /** The token before, with only blanks between; -1 if there is none. */
  int before(int token) {
    return token > 0 && isNext(token - 1, token) ? token - 1 : -1;
  }

  /** The token behind, with only blanks between; -1 if there is none. */
  int behind(int token) {
    return token + 1 < tokens.size() && isNext(token, token + 1) ? token + 1 : -1;
  }

  private boolean isNext(int a, int b) {
    return tokens.sentence(a) == tokens.sentence(b) && between(a, b).isBlank();
  }

  /** What stands between two tokens of one sentence; for tokens of different ones a full stop. */
  String between(int a, int b) {
    if (tokens.sentence(a) != tokens.sentence(b)) {
      return ".";
    }
    int from = tokens.end(a);
    int to = tokens.start(b);
    return from >= to ? "" : tokens.text(tokens.field(a)).substring(from, to);
  }

  boolean isFirstOfSentence(int token) {
    return tokens.firstToken(tokens.sentence(token)) == token;
  }

  /** The name that a token belongs to, if any. */
  @Nullable Span spanAt(int token) {
    return token >= 0 && token < spanAt.length ? spanAt[token] : null;
  }

  boolean isCapital(int token) {
    LetterCase letterCase = tokens.letterCase(token);
    return letterCase == LetterCase.CAPITALISED || letterCase == LetterCase.MIXED;
  }

  /**
   * Whether the letters of a sentence tell names from words: not so in headlines set in capitals.
   */
  boolean caseTells(int token) {
    return letters(tokens.sentence(token)) == TELLS;
  }

  /** Whether a sentence has no capital at all. */
  boolean isLowered(int token) {
    return letters(tokens.sentence(token)) == LOWERED;
  }

  private byte letters(int sentence) {
    if (letters[sentence] == 0) {
      letters[sentence] = look(sentence);
    }
    return letters[sentence];
  }

  private byte look(int sentence) {
    int lower = 0;
    int capital = 0;
    for (int i = tokens.firstToken(sentence); i <= tokens.lastToken(sentence); i++) {
      boolean isLong = tokens.end(i) - tokens.start(i) >= 4;
      switch (tokens.letterCase(i)) {
        case LOWER -> lower += isLong ? 1 : 0;
        case CAPITALISED, ALL_CAPS, MIXED -> capital++;
        case NONE -> {}
      }
    }
    if (capital == 0) {
      return LOWERED;
    }
    return lower > 0 && lower * 4 >= capital ? TELLS : TELLS_NOT;
  }
}
