package org.wirewatch.text;

import static org.wirewatch.text.CharTable.kind;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Endings after an apostrophe that belong to no token: "Caracas's", "Türkiye'nin". */
final class Endings {
  /** Case endings that Turkish parts from a proper name; of one letter only in known Turkish. */
  private static final Set<String> TURKISH =
      Set.of(
          "nin", "nun", "in", "un", "ye", "ya", "yi", "yu", "de", "da", "te", "ta", "den", "dan",
          "ten", "tan", "deki", "daki", "teki", "taki", "le", "la", "yle", "yla", "li", "lu", "nda",
          "nde", "ndan", "nden", "na", "ne", "ni", "nu", "dir", "tir", "ca", "ce", "ler", "lar");

  private static final int LONGEST_TURKISH = 8;

  private Endings() {}

  /**
   * The end of the ending that starts with the apostrophe at {@code from}; {@code from} where what
   * follows is a word of its own.
   */
  static int afterApostrophe(
      char[] text, int from, @Nullable String language, boolean afterCapital) {
    int end = from + 1;
    while (end < text.length && CharTable.isWord(kind(text[end]))) {
      end++;
    }
    int letters = end - from - 1;
    if (letters == 1 && (text[from + 1] == 's' || text[from + 1] == 'S')) {
      return end;
    }
    if (!afterCapital || letters == 0 || kind(text[from + 1]) != CharTable.LOWER) {
      return from;
    }
    boolean turkish = "tr".equals(language) || "az".equals(language);
    if (turkish && letters <= LONGEST_TURKISH) {
      return end;
    }
    boolean known =
        language == null
            && letters >= 2
            && letters <= 4
            && TURKISH.contains(Folding.fold(new String(text, from + 1, letters)));
    return known ? end : from;
  }
}
