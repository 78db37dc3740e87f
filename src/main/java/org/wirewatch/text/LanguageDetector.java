package org.wirewatch.text;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a text. In this order, the cheapest first:
 *
 * <ol>
 *   <li>by script, and by the letters that only one of a script's languages has;
 *   <li>in Latin script, by the commonest small words of each language, where one is clearly ahead;
 *   <li>by OpenNLP's model of 103 languages, loaded when first needed (about half a second), where
 *       it is sure enough.
 * </ol>
 *
 * <p>Thread-safe.
 */
public final class LanguageDetector {
  /** More of a text tells no more. */
  private static final int LONGEST_SAMPLE = 1000;

  private LanguageDetector() {}

  /** The BCP 47 base language of a text; empty where it cannot be told. */
  public static Optional<String> detect(String text) {
    String sample = text.substring(0, Math.min(text.length(), LONGEST_SAMPLE));
    ScriptCounts counts = ScriptCounts.of(sample);
    String byLetters = counts.language();
    if (byLetters != null) {
      return Optional.of(byLetters);
    }
    if (!counts.isMostlyLatin()) {
      return Optional.empty();
    }
    String byWords = StopWords.language(sample);
    return byWords != null ? Optional.of(byWords) : Optional.ofNullable(byModel(sample, counts));
  }

  private static @Nullable String byModel(String sample, ScriptCounts counts) {
    return counts.letters() < LanguageModel.SHORTEST_TEXT ? null : LanguageModel.predict(sample);
  }
}
