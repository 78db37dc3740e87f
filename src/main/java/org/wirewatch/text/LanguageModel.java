package org.wirewatch.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/** OpenNLP's model for telling languages; loaded with this class. Thread-safe. */
final class LanguageModel {
  /** Letters; below, the model guesses. */
  static final int SHORTEST_TEXT = 24;

  /**
   * How far ahead of the next a rare language must be. Confidence itself says little: it is shared
   * among so many languages that a plain sentence gets less than a tenth.
   */
  private static final double LEAD = 2;

  /** How far a language of much news must be ahead of the others of that kind. */
  private static final double LEAD_AMONG_COMMON = 1.15;

  /** How near a language of much news must be to the best: its neighbours write little. */
  private static final double NEAR = 0.9;

  private static final String RESOURCE = "/langdetect-183.bin";

  private static final Set<String> MALAY = Set.of("id", "ms");

  private static final LanguageDetectorModel MODEL = load();
  private static final ThreadLocal<LanguageDetectorME> DETECTORS =
      ThreadLocal.withInitial(() -> new LanguageDetectorME(MODEL));
  private static final Map<String, String> TWO_LETTERS = twoLetters();

  private LanguageModel() {}

  /** The two-letter language of a text, or its three-letter one; null if the model is unsure. */
  static @Nullable String predict(String text) {
    Language[] ranked = DETECTORS.get().predictLanguages(text);
    if (ranked[0].getConfidence() >= LEAD * ranked[1].getConfidence()) {
      return code(ranked[0]);
    }
    List<Language> common =
        Arrays.stream(ranked).filter(each -> StopWords.know(code(each))).limit(2).toList();
    Language best = common.getFirst();
    Language next = common.getLast();
    if (best.getConfidence() < NEAR * ranked[0].getConfidence()) {
      return null;
    }
    if (best.getConfidence() >= LEAD_AMONG_COMMON * next.getConfidence()) {
      return code(best);
    }
    // short texts do not tell the two apart, and a reader of one reads the other
    return MALAY.contains(code(best)) && MALAY.contains(code(next)) ? "id" : null;
  }

  private static String code(Language language) {
    return TWO_LETTERS.getOrDefault(language.getLang(), language.getLang());
  }

  private static LanguageDetectorModel load() {
    try (InputStream in = LanguageDetectorModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("no " + RESOURCE + " on the class path");
      }
      return new LanguageDetectorModel(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> twoLetters() {
    Map<String, String> map = new HashMap<>();
    for (String language : Locale.getISOLanguages()) {
      map.put(Locale.of(language).getISO3Language(), language);
    }
    map.putAll(
        Map.of(
            "cmn", "zh", "pes", "fa", "arb", "ar", "nob", "no", "nno", "no", "ekk", "et", "lvs",
            "lv", "heb", "he", "ind", "id", "msa", "ms"));
    return map;
  }
}
