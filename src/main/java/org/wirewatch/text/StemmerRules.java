package org.wirewatch.text;

/** What is added to other people's stemmers where they part forms of one word. */
final class StemmerRules {
  private static final String VOWELS = "aeiou";

  /** Indonesian words that only look prefixed ("menang", "memori") are shorter. */
  private static final int SHORTEST_PREFIXED = 7;

  private static final int SHORTEST_FRENCH_VERB = 4;

  private StemmerRules() {}

  /**
   * Until nothing is left to take off: else a plural in two steps ("luchthavens", "luchthaven",
   * "luchthav") does not meet its singular.
   */
  static Stemmer repeated(Stemmer stemmer) {
    return (word, length) -> {
      int before = length;
      int left = stemmer.stem(word, length);
      while (left < before) {
        before = left;
        left = stemmer.stem(word, left);
      }
      return left;
    };
  }

  /** English: the plural of what a letter and a number name ("F16s"); not of a decade ("1990s"). */
  static Stemmer english(Stemmer stemmer) {
    return (word, length) -> {
      boolean many =
          length > 2
              && word[length - 1] == 's'
              && Character.isDigit(word[length - 2])
              && Character.isLetter(word[0]);
      return many ? length - 1 : stemmer.stem(word, length);
    };
  }

  /**
   * French: the third person plural of verbs in -er, which Snowball leaves ("évacuent"), after
   * letters that nouns and adjectives in -ent seldom have there ("violent" is not "violer").
   */
  static Stemmer french(Stemmer stemmer) {
    return (word, length) -> {
      int verb = length - 3;
      if (verb >= SHORTEST_FRENCH_VERB && endsWith(word, length, "ent") && isVerbal(word, verb)) {
        word[verb + 1] = 'r';
        return stemmer.stem(word, verb + 2);
      }
      return stemmer.stem(word, length);
    };
  }

  private static boolean isVerbal(char[] word, int length) {
    return endsWith(word, length, "u")
        || endsWith(word, length, "v")
        || endsWith(word, length, "ch")
        || endsWith(word, length, "tt");
  }

  /**
   * Indonesian: me- and pe- swallow the first letter of a root in p or t ("menutup" of "tutup",
   * "memukul" of "pukul").
   */
  static Stemmer indonesian(Stemmer stemmer) {
    return (word, length) -> {
      char swallowed = length < SHORTEST_PREFIXED ? 0 : swallowed(word);
      if (swallowed == 0) {
        return stemmer.stem(word, length);
      }
      word[2] = swallowed;
      System.arraycopy(word, 2, word, 0, length - 2);
      return stemmer.stem(word, length - 2);
    };
  }

  /** The letter, 0 for none. */
  private static char swallowed(char[] word) {
    boolean prefix = (word[0] == 'm' || word[0] == 'p') && word[1] == 'e';
    if (!prefix || VOWELS.indexOf(word[3]) < 0) {
      return 0;
    }
    return switch (word[2]) {
      case 'n' -> 't';
      case 'm' -> 'p';
      default -> 0;
    };
  }

  private static boolean endsWith(char[] word, int length, String ending) {
    int from = length - ending.length();
    for (int i = 0; i < ending.length(); i++) {
      if (from < 0 || word[from + i] != ending.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
