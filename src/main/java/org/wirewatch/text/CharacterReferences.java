package org.wirewatch.text;

import org.jsoup.nodes.Entities;

/**
 * Character references of XML and HTML (named, decimal and hexadecimal), decoded as browsers do:
 * the numbers 128 to 159 are windows-1252, what no character can be becomes U+FFFD, and an
 * ampersand that starts none stays as it is. Thread-safe.
 */
public final class CharacterReferences {
  /** The longest name of HTML's table is {@code CounterClockwiseContourIntegral}. */
  private static final int LONGEST = 33;

  private static final String WINDOWS_1252 =
      "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

  private CharacterReferences() {}

  /** The text with every reference replaced by what it stands for; the same object if none is. */
  public static String decode(String text) {
    int amp = text.indexOf('&');
    if (amp < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (amp >= 0) {
      out.append(text, from, amp);
      int next = decodeAt(text, amp, text.length(), false, out);
      if (next < 0) {
        out.append('&');
        next = amp + 1;
      }
      from = next;
      amp = text.indexOf('&', from);
    }
    return out.append(text, from, text.length()).toString();
  }

  /**
   * Decodes the reference at {@code amp} into {@code out}.
   *
   * @param strict whether the semicolon is needed, as in XML; HTML does without after a number and
   *     its oldest names
   * @return where the text goes on, or -1 if there is no reference, and then nothing was written
   */
  public static int decodeAt(String text, int amp, int end, boolean strict, StringBuilder out) {
    int start = amp + 1;
    if (start >= end) {
      return -1;
    }
    return text.charAt(start) == '#'
        ? number(text, start + 1, end, strict, out)
        : name(text, start, end, strict, out);
  }

  /** The character that a C1 control was meant to be: windows-1252 passed off as Latin-1. */
  public static char fromWindows1252(char c) {
    return c >= 0x80 && c < 0xa0 ? WINDOWS_1252.charAt(c - 0x80) : c;
  }

  private static int number(String text, int start, int end, boolean strict, StringBuilder out) {
    boolean hex = start < end && (text.charAt(start) | 0x20) == 'x';
    int first = hex ? start + 1 : start;
    int i = first;
    int code = 0;
    for (; i < end; i++) {
      int digit = Character.digit(text.charAt(i), hex ? 16 : 10);
      if (digit < 0) {
        break;
      }
      code = Math.min(code * (hex ? 16 : 10) + digit, Character.MAX_CODE_POINT + 1);
    }
    boolean closed = i < end && text.charAt(i) == ';';
    if (i == first || (strict && !closed)) {
      return -1;
    }
    append(code, out);
    return closed ? i + 1 : i;
  }

  private static void append(int code, StringBuilder out) {
    if (code == 0
        || code > Character.MAX_CODE_POINT
        || (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE)) {
      out.append('\ufffd');
    } else if (code < 0xa0) {
      out.append(fromWindows1252((char) code));
    } else {
      out.appendCodePoint(code);
    }
  }

  private static int name(String text, int start, int end, boolean strict, StringBuilder out) {
    int i = start;
    int limit = Math.min(end, start + LONGEST);
    while (i < limit && isNameCharacter(text.charAt(i))) {
      i++;
    }
    if (i == start) {
      return -1;
    }
    if (i < end && text.charAt(i) == ';') {
      String value = named(text.substring(start, i));
      if (!value.isEmpty()) {
        out.append(value);
        return i + 1;
      }
    }
    return strict ? -1 : unclosed(text, start, i, out);
  }

  /** The oldest names do without a semicolon, even in the middle of a word: {@code &ampnbsp}. */
  private static int unclosed(String text, int start, int end, StringBuilder out) {
    for (int i = Math.min(end, start + 6); i >= start + 2; i--) {
      String name = text.substring(start, i);
      if (Entities.isBaseNamedEntity(name) && (i == end || isSafeInsideWords(name))) {
        out.append(named(name));
        return i;
      }
    }
    return -1;
  }

  /** Others, such as {@code &copy=1} in an address, are more often a parameter than a reference. */
  private static boolean isSafeInsideWords(String name) {
    return name.equals("nbsp") || name.equals("quot");
  }

  private static boolean isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static String named(String name) {
    return switch (name) {
      case "amp", "AMP" -> "&";
      case "lt", "LT" -> "<";
      case "gt", "GT" -> ">";
      case "quot", "QUOT" -> "\"";
      case "apos" -> "'";
      case "nbsp" -> "\u00a0";
      default -> Entities.getByName(name);
    };
  }
}
