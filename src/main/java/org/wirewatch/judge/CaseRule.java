package org.wirewatch.judge;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirewatch.pack.Homographs.Reading;
import org.wirewatch.text.LetterCase;
import org.wirewatch.text.Tokens;

/** Refuses by letter case: "turkey" on a plate, "us" and "polish" are no countries. */
final class CaseRule implements Rule {
  /**
   * What a pronoun or a verb follows or takes, not a country's short form: "tell us", "polish the".
   */
  private static final Set<String> BEFORE_PRONOUN =
      Set.of(
          "of", "to", "with", "for", "tell", "tells", "give", "gives", "let", "lets", "all", "join",
          "help", "teach", "remind", "between", "around", "among", "save");

  private static final Set<String> AFTER_VERB =
      Set.of(
          "the", "a", "an", "your", "it", "up", "off", "his", "her", "our", "my", "their", "them");

  @Override
  public @Nullable String against(Span span, Sense.OfCountry sense, Scene scene) {
    Tokens tokens = scene.tokens();
    int first = span.first();
    if (Lexicon.isLowered(sense, tokens, span)) {
      boolean plain = sense.readings().isEmpty() && scene.isLowered(first);
      return plain ? null : "written in small letters";
    }
    if (sense.alias().exactCase() && tokens.letterCase(first) == LetterCase.ALL_CAPS) {
      return pronounInCapitals(span, scene);
    }
    if (sense.readings().contains(Reading.COMMON_WORD) && !meansName(first, scene)) {
      int next = scene.behind(span.last());
      if (next >= 0 && AFTER_VERB.contains(tokens.folded(next))) {
        return "a verb: \"" + tokens.text(first) + " " + tokens.text(next) + "\"";
      }
    }
    return null;
  }

  /** In a headline set in capitals "US" may be the pronoun; "U.S." never is. */
  private static @Nullable String pronounInCapitals(Span span, Scene scene) {
    Tokens tokens = scene.tokens();
    int first = span.first();
    if (scene.caseTells(first)
        || span.end() - span.start() > 2
        || !tokens.is(first, "us")
        || !"en".equals(tokens.language())) {
      return null;
    }
    int previous = scene.before(first);
    return previous >= 0
            && tokens.letterCase(previous) == LetterCase.ALL_CAPS
            && BEFORE_PRONOUN.contains(tokens.folded(previous))
        ? "the pronoun in capitals"
        : null;
  }

  /** Whether its capital shows that the word is a name. */
  static boolean meansName(int token, Scene scene) {
    return scene.caseTells(token)
        && !scene.isFirstOfSentence(token)
        && scene.tokens().letterCase(token) != LetterCase.LOWER
        && !opensQuote(token, scene);
  }

  private static boolean opensQuote(int token, Scene scene) {
    String before = scene.between(token - 1, token);
    return before.chars().anyMatch(c -> "\"“„«:—–".indexOf(c) >= 0);
  }
}
