package org.wirewatch.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  private static final int CACHE_SIZE = 1 << 14;

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
    int number = LANGUAGES.indexOf(language);
    return number < 0 ? Folding.fold(word) : CACHES.get(number).stem(word);
  }

  /** The hashes of the stems of all tokens, see {@link Tokens#stemHash}. */
  static long[] hashes(Tokens tokens) {
    long[] hashes = new long[tokens.size()];
    for (int i = 0; i < hashes.length; i++) {
      int bit = bitOf(tokens, i);
      hashes[i] =
          bit == 0 || tokens.isNumber(i)
              ? tokens.hash(i)
              : CACHES.get(Integer.numberOfTrailingZeros(bit)).stemHash(tokens, i);
    }
    return hashes;
  }

  /** The text's language, if the token is in its script; else the script's most usual one. */
  static int bitOf(Tokens tokens, int token) {
    char first = tokens.foldedChars()[tokens.foldStart(token)];
    String language = tokens.language();
    String byScript;
    if (first < '\u0250') {
      byScript = isLatin(language) ? language : "en";
    } else if (first >= '\u0370' && first < '\u0400') {
      byScript = "el";
    } else if (first >= '\u0400' && first < '\u0530') {
      byScript = isOneOf(language, "ru", "uk") ? language : "ru";
    } else if (first >= '\u0600' && first < '\u0700') {
      byScript = isOneOf(language, "ar", "fa") ? language : "ar";
    } else if (first >= '\u0900' && first < '\u0980') {
      byScript = "hi";
    } else {
      byScript = null;
    }
    return bit(byScript);
  }

  private static boolean isLatin(@Nullable String language) {
    return language != null
        && !isOneOf(language, "ru", "uk", "ar", "fa", "hi", "el")
        && !isOneOf(language, "zh", "ja", "ko", "he", "th");
  }

  private static boolean isOneOf(@Nullable String language, String... some) {
    for (String one : some) {
      if (one.equals(language)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The stems of one language's words met lately. Slots are overwritten without locks: an entry is
   * immutable, and one lost is computed again.
   */
  private static final class StemCache {
    private final ThreadLocal<Stemmer> stemmers;
    private final @Nullable Entry[] entries = new @Nullable Entry[CACHE_SIZE];

    StemCache(String language) {
      this.stemmers = ThreadLocal.withInitial(() -> Stemmer.of(language));
    }

    private record Entry(long written, long stem) {}

    long stemHash(Tokens tokens, int token) {
      long key = tokens.writtenHash(token);
      int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 50);
      Entry known = entries[slot];
      if (known == null || known.written != key) {
        known = new Entry(key, Folding.hash(stem(tokens.text(token))));
        entries[slot] = known;
      }
      return known.stem;
    }

    String stem(String word) {
      return Folding.fold(stemmers.get().stem(word.toLowerCase(Locale.ROOT)));
    }
  }
}
