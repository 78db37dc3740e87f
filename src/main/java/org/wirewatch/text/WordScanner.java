package org.wirewatch.text;

import static org.wirewatch.text.CharTable.isWord;
import static org.wirewatch.text.CharTable.kind;

import org.jspecify.annotations.Nullable;

/**
 * Cuts words into tokens: their parts, and the whole of what hyphens and apostrophes join. Confined
 * to one thread.
 *
 * <p>Words of ASCII letters, nine in ten where a text is English, are read, folded and hashed in
 * one go; all others part by part and character by character.
 */
final class WordScanner {
  /** More parts than this are a serial number or an address, not a word worth joining. */
  private static final int MAX_JOINED_PARTS = 6;

  /** What a small letter of ASCII has and the capital has not. */
  private static final int CASE_BIT = 0x20;

  private final char[] text;
  private final @Nullable String language;
  private final Clitics clitics;
  private final TokensBuilder out;

  private int at;

  // The part of a word that was scanned last.
  private int upper;
  private int lower;
  private boolean firstUpper;
  private byte partKind;

  WordScanner(char[] text, @Nullable String language, Clitics clitics, TokensBuilder out) {
    this.text = text;
    this.language = language;
    this.clitics = clitics;
    this.out = out;
  }

  /**
   * Adds the tokens of the word that starts at {@code from}.
   *
   * @return its end; an ending that belongs to no token is behind it
   */
  int scan(int from) {
    at = from;
    boolean tag = from > 0 && (text[from - 1] == '#' || text[from - 1] == '@');
    int firstToken = out.size;
    int foldFrom = out.foldLength;
    part(tag);
    if (at < text.length && text[at] == ' ') {
      return at;
    }
    boolean capital = firstUpper;
    int uppers = upper;
    int lowers = lower;
    while (joined(tag)) {
      part(tag);
      uppers += upper;
      lowers += lower;
    }
    int last = out.size - 1;
    if (last > firstToken && last - firstToken < MAX_JOINED_PARTS) {
      LetterCase written = LetterCase.of(uppers, lowers, capital);
      out.alternate(firstToken, last, from, out.end(last), foldFrom, out.foldEnd(last), written);
    }
    return at;
  }

  /** Whether a character is a letter of ASCII. */
  static boolean isPlainLetter(char c) {
    return ((c | CASE_BIT) - 'a' & 0xFFFF) < 26;
  }

  /** Whether a character is a digit of ASCII. */
  private static boolean isPlainDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Scans one part of a word, up to a joiner or its end, into a token. */
  private void part(boolean tag) {
    int from = at;
    int foldFrom = out.foldLength;
    upper = 0;
    lower = 0;
    out.reserveFold(text.length - from);
    firstUpper = text[from] <= 'Z' && text[from] >= 'A';
    partKind = firstUpper ? CharTable.UPPER : CharTable.LOWER;
    if (!tag && isPlainLetter(text[from])) {
      long hash = plain();
      if (at == text.length || (text[at] < 0x80 && !isPlainDigit(text[at]))) {
        LetterCase written = LetterCase.of(upper, lower, firstUpper);
        out.token(from, at, foldFrom, written, CharTable.PLAIN, Folding.finish(hash));
        return;
      }
    } else {
      partKind = kind(text[from]);
      firstUpper = partKind == CharTable.UPPER;
    }
    rest(tag);
    if (out.foldLength > foldFrom) {
      LetterCase written = LetterCase.of(upper, lower, firstUpper);
      int token = out.token(from, at, foldFrom, written, partKind);
      if (partKind == CharTable.UNCASED) {
        clitics.takeOffPrefixes(token, text);
      }
    }
  }

  /** Takes in what there is of ASCII letters; the hash so far, not yet finished. */
  private long plain() {
    char[] folded = out.folded;
    int length = out.foldLength;
    int uppers = 0;
    long hash = Folding.SEED;
    int i = at;
    for (; i < text.length && isPlainLetter(text[i]); i++) {
      int c = text[i];
      int fold = c | CASE_BIT;
      uppers += (c ^ fold) >>> 5;
      hash = Folding.next(hash, fold);
      folded[length++] = (char) fold;
    }
    out.foldLength = length;
    upper = uppers;
    lower = i - at - uppers;
    at = i;
    return hash;
  }

  private void rest(boolean tag) {
    byte before = CharTable.OTHER;
    while (at < text.length) {
      char c = text[at];
      CharTable.Page page = CharTable.page(c);
      byte kind = page.kind[c & 0xFF];
      if (isWord(kind)) {
        if (tag && kind == CharTable.UPPER && before == CharTable.LOWER) {
          break;
        }
        count(kind);
        out.fold(c, page);
      } else if (!isSilentInside(c)) {
        break;
      } else if (c == '.') {
        out.fold(c);
      }
      before = kind;
      at++;
    }
  }

  private void count(byte kind) {
    if (kind == CharTable.UPPER) {
      upper++;
    } else if (kind == CharTable.LOWER) {
      lower++;
    }
    if (partKind == CharTable.DIGIT && kind != CharTable.DIGIT) {
      partKind = kind;
    }
  }

  /** Separators inside numbers, and the double quote inside Hebrew acronyms. */
  private boolean isSilentInside(char c) {
    if (at + 1 >= text.length) {
      return false;
    }
    char before = text[at - 1];
    char after = text[at + 1];
    return switch (c) {
      case '.' -> partKind == CharTable.DIGIT && isDigit(before) && isDigit(after);
      case ',' -> partKind == CharTable.DIGIT && isDigit(before) && threeDigitsAt(at + 1);
      case '"', '\u05F4' -> isHebrew(before) && isHebrew(after);
      default -> false;
    };
  }

  /**
   * Whether the part just scanned goes on after a joiner; moves behind what belongs to no token.
   */
  private boolean joined(boolean tag) {
    if (at >= text.length) {
      return false;
    }
    char c = text[at];
    if (tag && (c == '_' || kind(c) == CharTable.UPPER)) {
      return underscore(c);
    }
    byte joiner = kind(c);
    boolean joins = joiner == CharTable.APOSTROPHE || joiner == CharTable.HYPHEN || c == '&';
    if (!joins || at + 1 >= text.length || !startsPart(text[at + 1])) {
      return false;
    }
    if (joiner == CharTable.APOSTROPHE) {
      int ending = Endings.afterApostrophe(text, at, language, firstUpper);
      if (ending > at) {
        at = ending;
        return false;
      }
    }
    at++;
    return true;
  }

  private boolean underscore(char c) {
    if (c != '_') {
      return true;
    }
    at++;
    return at < text.length && startsPart(text[at]);
  }

  private static boolean startsPart(char c) {
    byte kind = kind(c);
    return kind >= CharTable.LOWER && kind <= CharTable.DIGIT;
  }

  private static boolean isDigit(char c) {
    return kind(c) == CharTable.DIGIT;
  }

  private boolean threeDigitsAt(int from) {
    return from + 2 < text.length
        && isDigit(text[from])
        && isDigit(text[from + 1])
        && isDigit(text[from + 2])
        && (from + 3 == text.length || !isDigit(text[from + 3]));
  }

  private static boolean isHebrew(char c) {
    return c >= '\u05D0' && c <= '\u05EA';
  }
}
