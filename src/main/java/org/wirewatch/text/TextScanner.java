package org.wirewatch.text;

import java.util.HashSet;
import java.util.Set;

/** One pass of {@link HtmlText} over one text. Confined to one thread, used once. */
final class TextScanner {
  private enum Gap {
    NONE,
    SPACE,
    LINE,
    PARAGRAPH
  }

  private final String html;
  private final boolean certain;
  private final StringBuilder out;
  private Gap gap = Gap.NONE;
  private boolean sawTags;

  /** Elements that have no end tag any more, lest each of a million of them is looked for. */
  private final Set<String> neverClosed = new HashSet<>();

  TextScanner(String html, boolean certain) {
    this.html = html;
    this.certain = certain;
    this.out = new StringBuilder(html.length());
  }

  boolean sawTags() {
    return sawTags;
  }

  String scan() {
    int i = 0;
    int n = html.length();
    while (i < n) {
      char c = html.charAt(i);
      if (c == '<') {
        i = markup(i);
      } else if (c == '&') {
        i = reference(i);
      } else if (isSpace(c)) {
        i = space(i);
      } else if (c < ' ' || (c >= 0x7f && c < 0xa0) || isInvisible(c)) {
        control(c);
        i++;
      } else {
        i = run(i);
      }
    }
    return out.toString();
  }

  /** A run of ordinary characters and single spaces between them, appended at once. */
  private int run(int start) {
    closeGap();
    int n = html.length();
    int i = start + 1;
    while (i < n) {
      char c = html.charAt(i);
      if (c == ' ' && i + 1 < n && isOrdinary(html.charAt(i + 1))) {
        i += 2;
      } else if (isOrdinary(c)) {
        i++;
      } else {
        break;
      }
    }
    out.append(html, start, i);
    return i;
  }

  private static boolean isOrdinary(char c) {
    return c > ' ' && c != '<' && c != '&' && (c < 0x7f || (c > 0xa0 && !isRare(c)));
  }

  /** White space folds into one space; an empty line in text without tags is a paragraph's end. */
  private int space(int start) {
    int i = start;
    int lines = 0;
    while (i < html.length() && isSpace(html.charAt(i))) {
      lines += html.charAt(i) == '\n' ? 1 : 0;
      i++;
    }
    widen(!certain && !sawTags && lines > 1 ? Gap.PARAGRAPH : Gap.SPACE);
    return i;
  }

  private void control(char c) {
    char meant = CharacterReferences.fromWindows1252(c);
    if (meant != c) {
      closeGap();
      out.append(meant);
    }
  }

  private int reference(int amp) {
    int before = out.length();
    int next = CharacterReferences.decodeAt(html, amp, html.length(), false, out);
    if (next < 0) {
      closeGap();
      out.append('&');
      return amp + 1;
    }
    char first = out.charAt(before);
    if (gap != Gap.NONE || isSpace(first) || isInvisible(first)) {
      String decoded = out.substring(before);
      out.setLength(before);
      if (isSpace(first)) {
        widen(Gap.SPACE);
      } else if (!isInvisible(first)) {
        closeGap();
        out.append(decoded);
      }
    }
    return next;
  }

  private int markup(int lt) {
    if (html.startsWith("<!--", lt)) {
      return after("-->", lt + 4);
    }
    char next = lt + 1 < html.length() ? html.charAt(lt + 1) : ' ';
    boolean closing = next == '/';
    boolean declaration = next == '!' || next == '?';
    String name = declaration ? "" : HtmlTag.nameAt(html, closing ? lt + 2 : lt + 1);
    boolean tag = declaration || (!name.isEmpty() && (certain || HtmlTag.isKnown(name)));
    int end = tag ? tagEnd(lt + 1) : -1;
    if (end < 0) {
      closeGap();
      out.append('<');
      return lt + 1;
    }
    return declaration ? end : tag(name, closing, end);
  }

  private int tag(String name, boolean closing, int end) {
    sawTags = true;
    boolean empty = html.charAt(end - 2) == '/';
    switch (HtmlTag.of(name)) {
      case INLINE -> {}
      case CELL -> widen(Gap.SPACE);
      case LINE -> widen(Gap.LINE);
      case BLOCK -> widen(Gap.PARAGRAPH);
      case UNREAD -> {
        if (!closing && !empty && !HtmlTag.isVoid(name)) {
          return afterElement(name, end);
        }
      }
    }
    return end;
  }

  /** Behind the {@code >} of the tag, or -1 if another tag starts or the text ends before it. */
  private int tagEnd(int start) {
    char quote = 0;
    for (int i = start; i < html.length(); i++) {
      char c = html.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '>') {
        return i + 1;
      } else if (c == '<') {
        return -1;
      } else if ((c == '"' || c == '\'') && html.charAt(i - 1) == '=') {
        quote = c;
      }
    }
    int plain = html.indexOf('>', start);
    return plain < 0 ? (html.charAt(start) == '!' ? -1 : html.length()) : plain + 1;
  }

  private int after(String closer, int from) {
    int at = html.indexOf(closer, from);
    return at < 0 ? html.length() : at + closer.length();
  }

  /** Behind the element's end tag; scripts may hold anything that looks like markup. */
  private int afterElement(String name, int from) {
    if (!neverClosed.contains(name)) {
      for (int i = html.indexOf("</", from); i >= 0; i = html.indexOf("</", i + 2)) {
        if (HtmlTag.nameAt(html, i + 2).equals(name)) {
          return after(">", i);
        }
      }
      neverClosed.add(name);
    }
    return isRawText(name) ? html.length() : from;
  }

  /** Without an end tag only these swallow all that follows. */
  private static boolean isRawText(String name) {
    return switch (name) {
      case "script", "style", "template" -> true;
      default -> false;
    };
  }

  private void widen(Gap wider) {
    if (wider.compareTo(gap) > 0) {
      gap = wider;
    }
  }

  private void closeGap() {
    if (!out.isEmpty()) {
      switch (gap) {
        case NONE -> {}
        case SPACE -> out.append(' ');
        case LINE -> out.append('\n');
        case PARAGRAPH -> out.append("\n\n");
      }
    }
    gap = Gap.NONE;
  }

  private static boolean isRare(char c) {
    return isSpace(c) || isInvisible(c);
  }

  static boolean isSpace(char c) {
    if (c <= ' ') {
      return c == ' ' || (c >= '\t' && c <= '\r');
    }
    return c == '\u00a0'
        || c == '\u0085'
        || c == '\u3000'
        || (c >= '\u2000' && c <= '\u200a')
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u202f'
        || c == '\u205f';
  }

  /** Characters that only part words which belong together: soft hyphens, marks of direction. */
  static boolean isInvisible(char c) {
    return c == '\u00ad'
        || c == '\u200b'
        || c == '\u200e'
        || c == '\u200f'
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2060' && c <= '\u2069')
        || c == '\ufeff';
  }
}
