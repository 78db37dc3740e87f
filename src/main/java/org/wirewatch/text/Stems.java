package org.wirewatch.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stems of words, so that inflected forms are found: "closed" and "closing" by "close". Lucene's
 * light stemmers and Snowball's, loaded when a language is first met, remembered a word.
 *
 * <p>A stem is a key, not a word: only good for comparing with other stems of the same language.
 * Chinese, Japanese, Korean, Hebrew and languages not listed have none. Thread-safe.
 */
public final class Stems {
  private static final List<String> LANGUAGES =
      List.of(
          "en", "es", "fr", "de", "pt", "it", "nl", "pl", "tr", "ru", "uk", "ar", "fa", "hi", "id",
          "sv", "da", "no", "fi", "hu", "ro", "el");

  /** The first of {@link #bitsByScript}. */
  static final int LATIN = 0;

  private static final Script[] SCRIPTS = Script.values();

  private static final List<StemCache> CACHES = new ArrayList<>();

  static {
    for (String language : LANGUAGES) {
      CACHES.add(new StemCache(language));
    }
  }

  private Stems() {}

  /** A bit of its own for each language with a stemmer, one of the lowest 22; 0 for others. */
  public static int bit(@Nullable String language) {
    int number = language == null ? -1 : LANGUAGES.indexOf(language);
    return number < 0 ? 0 : 1 << number;
  }

  /**
   * The folded stem of a word.
   *
   * @param word as written, accents included, in any case
   * @param language a base language; without a stemmer the word is only folded
   */
  public static String stem(String word, String language) {
    String folded = Folding.fold(word);
    int number = LANGUAGES.indexOf(language);
    if (number < 0 || folded.isEmpty()) {
      return folded;
    }
    boolean accented = needsAccents(folded.charAt(0)) && !folded.equals(word);
    return CACHES.get(number).stem(accented ? word : folded);
  }

  /**
   * Accents tell endings apart in Latin script ("cerró"); in the others folding takes away what
   * their stemmers do not expect: vowel points, the Persian forms of Arabic letters.
   */
  private static boolean needsAccents(char folded) {
    return Script.of(folded) == Script.LATIN;
  }

  /** The hash of the stem of a token, see {@link Tokens#stemHash}. */
  static long hash(Tokens tokens, int token) {
    int bit = bitOf(tokens, token);
    if (bit == 0 || tokens.isNumber(token)) {
      return tokens.hash(token);
    }
    StemCache stems = CACHES.get(Integer.numberOfTrailingZeros(bit));
    boolean folded = tokens.isPlain(token) || isOfFolded(tokens, token);
    return folded
        ? stems.ofFolded(tokens, tokens.hash(token), tokens.foldStart(token), tokens.foldEnd(token))
        : stems.ofWritten(tokens, token);
  }

  /** The same of the alternate of a token; accents of Latin script do not count in it. */
  static long alternateHash(Tokens tokens, int alternate) {
    int bit = bitOf(tokens, tokens.alternateToken(alternate));
    return bit == 0
        ? tokens.alternateHash(alternate)
        : CACHES
            .get(Integer.numberOfTrailingZeros(bit))
            .ofFolded(
                tokens,
                tokens.alternateHash(alternate),
                tokens.alternateFoldStart(alternate),
                tokens.alternateFoldEnd(alternate));
  }

  /** Whether a token of no plain ASCII has the stem of its folded form. */
  static boolean isOfFolded(Tokens tokens, int token) {
    return tokens.isNumber(token) || !needsAccents(tokens.foldedChar(tokens.foldStart(token)));
  }

  /** Whether a language has a stemmer and is written in the script of a folded word. */
  public static boolean fits(String folded, String language) {
    return bit(language) != 0 && Script.of(folded.charAt(0)) == Script.of(language);
  }

  /**
   * By script, the bit of the language that its words are stemmed in: the text's own, if it is
   * written in that script; else the script's most usual one.
   */
  static int[] bitsByScript(@Nullable String language) {
    int[] bits = new int[SCRIPTS.length];
    for (Script script : SCRIPTS) {
      boolean own = language != null && Script.of(language) == script;
      bits[script.number] = bit(own ? language : script.usual);
    }
    return bits;
  }

  static int bitOf(Tokens tokens, int token) {
    Script script = Script.of(tokens.foldedChar(tokens.foldStart(token)));
    return tokens.stemBits()[script.number];
  }

  /** The scripts of the languages that have stemmers. */
  private enum Script {
    LATIN(Stems.LATIN, "en"),
    GREEK(1, "el"),
    CYRILLIC(2, "ru"),
    ARABIC(3, "ar"),
    DEVANAGARI(4, "hi"),
    OTHER(5, null);

    private final int number;
    private final @Nullable String usual;

    Script(int number, @Nullable String usual) {
      this.number = number;
      this.usual = usual;
    }

    static Script of(char folded) {
      if (folded < '\u0250') {
        return LATIN;
      }
      if (folded < '\u0370' || folded > '\u097F') {
        return OTHER;
      }
      if (folded < '\u0400') {
        return GREEK;
      }
      if (folded < '\u0530') {
        return CYRILLIC;
      }
      if (folded >= '\u0900') {
        return DEVANAGARI;
      }
      return folded >= '\u0600' && folded < '\u0700' ? ARABIC : OTHER;
    }

    static Script of(String language) {
      return switch (language) {
        case "ru", "uk", "bg", "sr", "mk", "be", "kk" -> CYRILLIC;
        case "ar", "fa", "ur" -> ARABIC;
        case "hi", "mr", "ne" -> DEVANAGARI;
        case "el" -> GREEK;
        case "zh", "ja", "ko", "he", "th" -> OTHER;
        default -> LATIN;
      };
    }
  }
}
