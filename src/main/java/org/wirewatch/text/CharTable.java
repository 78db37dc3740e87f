package org.wirewatch.text;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each character of the basic plane is to the tokenizer, and how it is folded.
 *
 * <p>Filled a page of 256 characters at a time, when one is first met: a cold start that reads
 * English pays for one page. Thread-safe: a page is immutable, and two threads that fill the same
 * one at once do the same work.
 */
final class CharTable {
  static final byte OTHER = 0;
  static final byte LOWER = 1;
  static final byte UPPER = 2;
  static final byte UNCASED = 3;
  static final byte DIGIT = 4;
  static final byte MARK = 5;
  static final byte IGNORED = 6;
  static final byte HAN = 7;
  static final byte KANA = 8;
  static final byte HANGUL = 9;

  /** Scripts without spaces that ICU cuts by dictionary: Thai, Lao, Khmer, Burmese. */
  static final byte COMPLEX = 10;

  static final byte APOSTROPHE = 11;
  static final byte HYPHEN = 12;
  static final byte TERMINATOR = 13;
  static final byte NEWLINE = 14;
  static final byte SURROGATE = 15;

  /** Of tokens, never of a character: ASCII letters only. */
  static final byte PLAIN = -1;

  /** In {@link Page#fold}: nothing remains of the character. */
  static final char DROPPED = 0;

  /** In {@link Page#fold}: see {@link Page#longer}. */
  static final char EXPANDS = '\uFFFF';

  private static final @Nullable Page[] PAGES = new @Nullable Page[256];

  private CharTable() {}

  /** A page of the table; its fields are final, so that a racy reader sees it whole. */
  static final class Page {
    final byte[] kind;
    final char[] fold;
    final Map<Character, String> longer;

    Page(byte[] kind, char[] fold, Map<Character, String> longer) {
      this.kind = kind;
      this.fold = fold;
      this.longer = Map.copyOf(longer);
    }
  }

  static Page page(char c) {
    Page page = PAGES[c >> 8];
    if (page == null) {
      page = fill(c >> 8);
      PAGES[c >> 8] = page;
    }
    return page;
  }

  static byte kind(char c) {
    return page(c).kind[c & 0xFF];
  }

  static boolean isWord(byte kind) {
    return kind >= LOWER && kind <= IGNORED;
  }

  private static Page fill(int number) {
    byte[] kinds = new byte[256];
    char[] folds = new char[256];
    Map<Character, String> longer = new HashMap<>();
    for (int i = 0; i < 256; i++) {
      char c = (char) ((number << 8) | i);
      kinds[i] = kindOf(c);
      String folded = kinds[i] == IGNORED ? "" : Folds.of(c);
      switch (folded.length()) {
        case 0 -> folds[i] = DROPPED;
        case 1 -> folds[i] = folded.charAt(0);
        default -> {
          folds[i] = EXPANDS;
          longer.put(c, folded);
        }
      }
    }
    return new Page(kinds, folds, longer);
  }

  private static byte kindOf(char c) {
    byte special = specialKind(c);
    if (special != OTHER) {
      return special;
    }
    return switch (Character.getType(c)) {
      case Character.SURROGATE -> SURROGATE;
      case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> UPPER;
      case Character.LOWERCASE_LETTER -> LOWER;
      case Character.OTHER_LETTER, Character.MODIFIER_LETTER, Character.LETTER_NUMBER ->
          letterKind(c);
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          isComplex(c) ? COMPLEX : MARK;
      case Character.DECIMAL_DIGIT_NUMBER -> isComplex(c) ? COMPLEX : DIGIT;
      case Character.FORMAT -> IGNORED;
      default -> OTHER;
    };
  }

  private static byte specialKind(char c) {
    return switch (c) {
      case '\n', '\r', '\u0085', '\u2028', '\u2029' -> NEWLINE;
      case '\'', '\u2019', '\u02BC', '\u2018', '`', '\u00B4', '\u05F3', '\uFF07' -> APOSTROPHE;
      case '-', '\u2010', '\u2011', '\u05BE', '\uFF0D' -> HYPHEN;
      case '.', '!', '?', '\u2026', '\u203C', '\u2047', '\u2048', '\u2049' -> TERMINATOR;
      case '\u3002', '\uFF01', '\uFF1F', '\uFF61', '\uFF0E' -> TERMINATOR;
      case '\u061F',
          '\u06D4',
          '\u0964',
          '\u0965',
          '\u0589',
          '\u1362',
          '\u1367',
          '\u104A',
          '\u104B' ->
          TERMINATOR;
      case '\u0640', '\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF' -> IGNORED;
      case '\u3005', '\u3006', '\u3007' -> HAN;
      case '\u30FC', '\uFF70', '\u3099', '\u309A', '\uFF9E', '\uFF9F' -> KANA;
      default -> OTHER;
    };
  }

  private static byte letterKind(char c) {
    if (isComplex(c)) {
      return COMPLEX;
    }
    return switch (UnicodeScript.of(c)) {
      case HAN, BOPOMOFO -> HAN;
      case HIRAGANA, KATAKANA -> KANA;
      case HANGUL -> HANGUL;
      default -> UNCASED;
    };
  }

  private static boolean isComplex(char c) {
    if (c < '\u0E00' || c > '\u17FF') {
      return false;
    }
    return switch (UnicodeScript.of(c)) {
      case THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  /** Folding of single characters. */
  private static final class Folds {
    private static final Set<UnicodeBlock> SILENT_MARKS =
        Set.of(
            UnicodeBlock.COMBINING_DIACRITICAL_MARKS,
            UnicodeBlock.VARIATION_SELECTORS,
            UnicodeBlock.HEBREW,
            UnicodeBlock.ARABIC,
            UnicodeBlock.ARABIC_EXTENDED_A);

    private Folds() {}

    static String of(char c) {
      if (c < 0x80) {
        return String.valueOf(Character.toLowerCase(c));
      }
      String special = special(c);
      if (special != null) {
        return special;
      }
      if (Character.isDigit(c)) {
        return String.valueOf((char) ('0' + Character.digit(c, 10)));
      }
      String plain = stripsAccents(c) ? unaccented(c) : compatible(c);
      if (plain.length() == 1 && Character.isIdeographic(plain.charAt(0))) {
        return String.valueOf(HanFolds.simplified(plain.charAt(0)));
      }
      return plain.length() == 1 && plain.charAt(0) != c ? again(plain.charAt(0)) : plain;
    }

    /** What folds into a character that folds further: full-width capitals, Arabic glyph forms. */
    private static String again(char c) {
      String special = special(c);
      return special != null ? special : String.valueOf(Character.toLowerCase(c));
    }

    private static boolean stripsAccents(char c) {
      return switch (UnicodeScript.of(c)) {
        case LATIN, GREEK -> true;
        default -> false;
      };
    }

    private static String unaccented(char c) {
      String apart = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
      StringBuilder kept = new StringBuilder(apart.length());
      for (int i = 0; i < apart.length(); i++) {
        if (Character.getType(apart.charAt(i)) != Character.NON_SPACING_MARK) {
          kept.append(apart.charAt(i));
        }
      }
      return kept.toString().toLowerCase(Locale.ROOT);
    }

    private static String compatible(char c) {
      if (isSilentMark(c)) {
        return "";
      }
      return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Marks that people leave out: accents, Arabic and Hebrew vowel points, the Hindi nukta. */
    private static boolean isSilentMark(char c) {
      int type = Character.getType(c);
      if (type != Character.NON_SPACING_MARK && type != Character.ENCLOSING_MARK) {
        return false;
      }
      return c == '\u093C' || SILENT_MARKS.contains(UnicodeBlock.of(c));
    }

    private static @Nullable String special(char c) {
      return switch (c) {
        case '\u00DF', '\u1E9E' -> "ss";
        case '\u00E6', '\u00C6' -> "ae";
        case '\u0153', '\u0152' -> "oe";
        case '\u00F8', '\u00D8' -> "o";
        case '\u0142', '\u0141' -> "l";
        case '\u0111', '\u0110', '\u00F0', '\u00D0' -> "d";
        case '\u00FE', '\u00DE' -> "th";
        case '\u0131', '\u0130' -> "i";
        case '\u0127', '\u0126' -> "h";
        case '\u0259', '\u018F' -> "a";
        case '\u03C2' -> "\u03C3";
        case '\u0451', '\u0401' -> "\u0435";
        case '\u0491', '\u0490' -> "\u0433";
        case '\u0623', '\u0625', '\u0622', '\u0671' -> "\u0627";
        case '\u0649', '\u06CC' -> "\u064A";
        case '\u0629', '\u06C0', '\u06C1', '\u06D5' -> "\u0647";
        case '\u06A9', '\u06AA' -> "\u0643";
        case '\u0624' -> "\u0648";
        case '\u0626' -> "\u064A";
        case '\u05DA' -> "\u05DB";
        case '\u05DD' -> "\u05DE";
        case '\u05DF' -> "\u05E0";
        case '\u05E3' -> "\u05E4";
        case '\u05E5' -> "\u05E6";
        case '\u0901' -> "\u0902";
        // The Thai sign that a name goes on, as in the short name of Bangkok.
        case '\u0E2F' -> "";
        default -> null;
      };
    }
  }
}
