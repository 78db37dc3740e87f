package org.wirewatch.judge;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirewatch.pack.AliasKind;
import org.wirewatch.pack.Homographs.Reading;
import org.wirewatch.text.LetterCase;
import org.wirewatch.text.Tokens;

/**
 * Refuses names of people: "Michael Jordan", "Chad Foster", "Mrs Israel", "Jordan, 34, of Leeds".
 */
final class PersonRule implements Rule {
  /** What stands before a country's name with a capital and is no given name. */
  private static final Set<String> BEFORE_COUNTRY =
      Set.of(
          "north",
          "south",
          "east",
          "west",
          "northern",
          "southern",
          "eastern",
          "western",
          "central",
          "upper",
          "lower",
          "greater",
          "new",
          "old",
          "the",
          "and",
          "in",
          "of",
          "for",
          "from",
          "to",
          "with",
          "against",
          "inside",
          "outside",
          "via",
          "near",
          "around",
          "mr",
          "president",
          "minister",
          "king",
          "queen",
          "prince",
          "emir",
          "team",
          "radio",
          "air",
          "bank",
          "lake",
          "mount",
          "port",
          "fort",
          "san",
          "santa",
          "saint",
          "st",
          "hotel",
          "operation",
          "free",
          "post",
          "modern",
          "visit",
          "invest",
          "about",
          "but",
          "if",
          "when",
          "as",
          "after");

  private static final Set<String> OWNER = Set.of("my", "his", "her", "our", "their", "your");

  /** So many given names make a sentence one of people, whatever its letters. */
  private static final int PEOPLE = 2;

  @Override
  public @Nullable String against(Span span, Sense.OfCountry sense, Scene scene) {
    if (scene.tokens().letterCase(span.first()) == LetterCase.NONE
        || !isBareName(sense.alias().kind())) {
      boolean surname = sense.readings().contains(Reading.SURNAME);
      return surname ? givenNameBefore(span, scene) : null;
    }
    String reason = givenNameBefore(span, scene);
    if (reason == null && sense.readings().contains(Reading.SURNAME)) {
      reason = surname(span, scene);
    }
    if (reason == null && sense.readings().contains(Reading.FIRST_NAME)) {
      reason = givenName(span, sense, scene);
    }
    return reason;
  }

  private static boolean isBareName(AliasKind kind) {
    return switch (kind) {
      case NAME, CAPITAL, CITY, SUBDIVISION -> true;
      case FORMAL, FORMER, ABBREVIATION, DEMONYM, ADJECTIVE, SEAT, AIRPORT, FORCES -> false;
    };
  }

  private static @Nullable String givenNameBefore(Span span, Scene scene) {
    int previous = scene.before(span.first());
    if (previous < 0 || span.first() != span.last() || !hasCapital(previous, scene)) {
      return null;
    }
    if (scene.has(previous, Cue.GIVEN_NAME) && !isOtherName(previous, scene)) {
      int next = scene.behind(span.last());
      return next >= 0 && scene.has(next, Cue.INSTITUTION) && scene.isCapital(next)
          ? null
          : quote("a surname", previous, span, scene);
    }
    int given = scene.before(previous);
    boolean initial = scene.tokens().end(previous) - scene.tokens().start(previous) == 1;
    return initial && given >= 0 && scene.has(given, Cue.GIVEN_NAME)
        ? quote("a surname", previous, span, scene)
        : null;
  }

  private static @Nullable String surname(Span span, Scene scene) {
    Tokens tokens = scene.tokens();
    int previous = span.first() - 1;
    boolean joined = previous >= 0 && scene.between(previous, span.first()).matches("\\.? ");
    if (joined
        && scene.has(previous, Cue.HONORIFIC)
        && (hasCapital(previous, scene) || tokens.is(previous, "coach"))) {
      return quote("a surname", previous, span, scene);
    }
    if (ageBehind(span.last(), scene)) {
      return "a person with an age";
    }
    int next = scene.behind(span.last());
    if (next >= 0 && scene.has(next, Cue.PERSON_VERB)) {
      return quote("what people do", span.first(), span, scene);
    }
    int before = scene.before(span.first());
    return before >= 0
            && scene.caseTells(before)
            && scene.isCapital(before)
            && !scene.isFirstOfSentence(before)
            && !isOtherName(before, scene)
            && !scene.has(before, Cue.INSTITUTION)
            && !BEFORE_COUNTRY.contains(tokens.folded(before))
        ? quote("a surname", before, span, scene)
        : null;
  }

  private static boolean ageBehind(int last, Scene scene) {
    Tokens tokens = scene.tokens();
    int age = last + 1;
    return age + 1 < tokens.size()
        && tokens.isNumber(age)
        && tokens.end(age) - tokens.start(age) == 2
        && scene.between(last, age).equals(", ")
        && scene.between(age, age + 1).startsWith(",");
  }

  private static @Nullable String givenName(Span span, Sense.OfCountry sense, Scene scene) {
    Tokens tokens = scene.tokens();
    int relation = scene.before(span.first());
    int whose = relation < 0 ? -1 : scene.before(relation);
    if (whose >= 0 && scene.has(relation, Cue.RELATION) && OWNER.contains(tokens.folded(whose))) {
      return quote("somebody's own", relation, span, scene);
    }
    int next = scene.behind(span.last());
    if (next >= 0 && scene.isCapital(next) && ageBehind(next, scene)) {
      return "a person with an age";
    }
    if (next < 0
        || "de".equals(tokens.language())
        || !(scene.caseTells(next) || scene.countInSentence(Cue.GIVEN_NAME, next) >= PEOPLE)
        || tokens.letterCase(next) != LetterCase.CAPITALISED
        || scene.has(next, Cue.INSTITUTION)
        || scene.has(next, Cue.COMPANY)
        || isOtherName(next, scene)
        || scene.support(sense.code()) > 0) {
      return null;
    }
    int behind = scene.behind(next);
    boolean ends =
        behind < 0
            || !scene.isCapital(behind)
            || scene.has(behind, Cue.PERSON_VERB)
            || scene.has(behind, Cue.KIN);
    return ends ? quote("a given name", span.first(), span, scene) : null;
  }

  /**
   * Whether the token belongs to the name of a country, a place or an office rather than a person.
   */
  private static boolean isOtherName(int token, Scene scene) {
    Span span = scene.spanAt(token);
    return span != null && !span.has(Sense.OfLeader.class);
  }

  private static boolean hasCapital(int token, Scene scene) {
    return scene.tokens().letterCase(token) != LetterCase.LOWER;
  }

  private static String quote(String what, int from, Span span, Scene scene) {
    Tokens tokens = scene.tokens();
    int to = Math.max(span.last(), Math.max(from, scene.behind(span.last())));
    int last = from < span.first() ? span.last() : to;
    return what
        + ": \""
        + tokens.text(tokens.field(from)).substring(tokens.start(from), tokens.end(last))
        + "\"";
  }
}
