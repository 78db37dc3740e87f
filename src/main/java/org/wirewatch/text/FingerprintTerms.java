package org.wirewatch.text;

import java.lang.Character.UnicodeScript;

/**
 * The words of a text as numbers. Words are cut to a length after which endings begin: truncation
 * does for retrieval in inflecting languages about what a stemmer does (McNamee, Nicholas, Mayfield
 * 2009) and needs no dictionary. Scripts without spaces give pairs of characters.
 *
 * <p>The lowest two bits of a term are its {@link #rank}, the rest its hash.
 */
public final class FingerprintTerms {
  /** Of up to three letters: mostly function words; and days and months. */
  public static final int SHORT = 0;

  /** Of four letters. */
  public static final int MIDDLE = 1;

  /** Longer words and pairs of characters. */
  public static final int LONG = 2;

  /** Numbers. */
  public static final int NUMBER = 3;

  private static final int STEM = 6;
  private static final int STEM_SEMITIC = 4;
  private static final int STEM_HANGUL = 2;

  private FingerprintTerms() {}

  /** Which of the four kinds a term is. */
  public static int rank(int term) {
    return term & 3;
  }

  /** The term of a folded word. */
  static int of(CharSequence word) {
    char first = word.charAt(0);
    if (Character.isDigit(first)) {
      return term(hash(word, 0, word.length()), NUMBER);
    }
    UnicodeScript script = UnicodeScript.of(first);
    int from = script == UnicodeScript.ARABIC && isArticle(word) ? 2 : 0;
    int stem =
        switch (script) {
          case ARABIC, HEBREW -> STEM_SEMITIC;
          case HANGUL -> STEM_HANGUL;
          default -> STEM;
        };
    int to = Math.min(word.length(), from + stem);
    return term(hash(word, from, to), rank(word.length() - from, script));
  }

  /** The term of a word that is as common as the short ones. */
  static int common(int term) {
    return term(term, SHORT);
  }

  /** The term of a word that is as usual as those of four letters. */
  static int usual(int term) {
    return term(term, MIDDLE);
  }

  /** The term of two characters of a script without spaces. */
  static int ofPair(char a, char b) {
    return term(mix(a * 0x9E3779B1 + b), LONG);
  }

  /** Whether words of this script are not parted by spaces. */
  static boolean isUnspaced(char c) {
    return Character.isIdeographic(c)
        || (c >= '\u3040' && c <= '\u30FF')
        || (c >= '\u0E00' && c <= '\u0EFF');
  }

  /** Spreads the bits of {@code h}; the finisher of MurmurHash3. */
  static int mix(int h) {
    int x = (h ^ (h >>> 16)) * 0x85EBCA6B;
    x = (x ^ (x >>> 13)) * 0xC2B2AE35;
    return x ^ (x >>> 16);
  }

  static int hash(CharSequence word, int from, int to) {
    int h = 0x811C9DC5;
    for (int i = from; i < to; i++) {
      h = (h ^ word.charAt(i)) * 0x01000193;
    }
    return mix(h);
  }

  private static boolean isArticle(CharSequence word) {
    return word.length() > 4 && word.charAt(0) == '\u0627' && word.charAt(1) == '\u0644';
  }

  private static int rank(int length, UnicodeScript script) {
    if (script == UnicodeScript.HANGUL || script == UnicodeScript.ARABIC) {
      return length < 2 ? SHORT : length < 4 ? MIDDLE : LONG;
    }
    return length < 4 ? SHORT : length == 4 ? MIDDLE : LONG;
  }

  private static int term(int hash, int rank) {
    return (hash & ~3) | rank;
  }
}
