package org.wirewatch.feed;

import java.util.ArrayList;
import java.util.List;
import org.wirewatch.text.CharacterReferences;

/**
 * Cuts markup into tags and text and hands them to an {@link XmlTree}, forgiving what feeds get
 * wrong. One pass: nothing is looked at more than a constant number of times, so a hostile document
 * takes no longer than a sound one of its size. Confined to one thread, used once.
 */
final class XmlScanner {
  private final String xml;
  private final XmlTree tree;
  private final Repairs repairs;
  private final StringBuilder buffer = new StringBuilder();
  private int at;

  XmlScanner(String xml, XmlTree tree, Repairs repairs) {
    this.xml = xml;
    this.tree = tree;
    this.repairs = repairs;
  }

  void scan() {
    while (at < xml.length() && !tree.isFull()) {
      int lt = xml.indexOf('<', at);
      int end = lt < 0 ? xml.length() : lt;
      text(at, end);
      at = end;
      if (lt >= 0) {
        markup();
      }
    }
  }

  private void markup() {
    char next = at + 1 < xml.length() ? xml.charAt(at + 1) : ' ';
    if (next == '/') {
      endTag();
    } else if (next == '!') {
      declaration();
    } else if (next == '?') {
      int end = xml.indexOf('>', at);
      at = end < 0 ? xml.length() : end + 1;
    } else if (isNameStart(next)) {
      startTag();
    } else {
      repairs.add("bare < taken as text");
      tree.text("<");
      at++;
    }
  }

  private void declaration() {
    if (xml.startsWith("<!--", at)) {
      at = after("-->", at + 4);
    } else if (xml.startsWith("<![CDATA[", at)) {
      int start = at + 9;
      int end = xml.indexOf("]]>", start);
      tree.text(xml.substring(start, end < 0 ? xml.length() : end));
      at = end < 0 ? xml.length() : end + 3;
    } else {
      doctype();
    }
  }

  private int after(String closer, int from) {
    int end = xml.indexOf(closer, from);
    return end < 0 ? xml.length() : end + closer.length();
  }

  /** A document type is skipped with all that it declares. */
  private void doctype() {
    int start = at;
    boolean subset = false;
    char quote = 0;
    for (int i = start + 2; i < xml.length(); i++) {
      char c = xml.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[') {
        subset = true;
        repairs.add("declarations of the document type ignored");
      } else if (c == ']') {
        subset = false;
      } else if (c == '>' && !subset) {
        at = i + 1;
        return;
      }
    }
    int plain = xml.indexOf('>', start);
    at = plain < 0 ? xml.length() : plain + 1;
  }

  private void text(int from, int to) {
    if (from == to) {
      return;
    }
    if (isBlank(from, to)) {
      tree.blank();
    } else {
      tree.text(decode(from, to));
    }
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (xml.charAt(i) > ' ') {
        return false;
      }
    }
    return true;
  }

  private String decode(int from, int to) {
    int amp = xml.indexOf('&', from, to);
    if (amp < 0) {
      return xml.substring(from, to);
    }
    buffer.setLength(0);
    int start = from;
    while (amp >= 0) {
      buffer.append(xml, start, amp);
      int next = CharacterReferences.decodeAt(xml, amp, to, true, buffer);
      if (next < 0) {
        repairs.add("bare & taken as text");
        buffer.append('&');
        next = amp + 1;
      }
      start = next;
      amp = xml.indexOf('&', start, to);
    }
    return buffer.append(xml, start, to).toString();
  }

  private void endTag() {
    int start = at + 2;
    int end = nameEnd(start);
    int close = end;
    while (close < xml.length() && xml.charAt(close) != '>' && xml.charAt(close) != '<') {
      close++;
    }
    at = close < xml.length() && xml.charAt(close) == '>' ? close + 1 : close;
    tree.endTag(xml.substring(start, end));
  }

  private void startTag() {
    int start = at + 1;
    int end = nameEnd(start);
    String name = xml.substring(start, end);
    List<String> attributes = new ArrayList<>(4);
    int i = skipSpace(end);
    while (i < xml.length() && xml.charAt(i) != '>' && xml.charAt(i) != '<') {
      i = skipSpace(attribute(i, attributes));
    }
    if (i >= xml.length()) {
      at = i;
      tree.cutOff();
      return;
    }
    boolean empty = xml.charAt(i) == '>' && xml.charAt(i - 1) == '/';
    if (xml.charAt(i) == '<') {
      repairs.add("start tag without its end");
    }
    at = xml.charAt(i) == '>' ? i + 1 : i;
    tree.startTag(name, attributes, empty);
  }

  /** Reads one attribute, or skips a character that cannot start one; returns where to go on. */
  private int attribute(int start, List<String> attributes) {
    int end = nameEnd(start);
    if (end == start) {
      return start + 1;
    }
    int equals = skipSpace(end);
    if (equals >= xml.length() || xml.charAt(equals) != '=') {
      return equals;
    }
    int value = skipSpace(equals + 1);
    if (value >= xml.length()) {
      return value;
    }
    char quote = xml.charAt(value);
    boolean quoted = quote == '"' || quote == '\'';
    int from = quoted ? value + 1 : value;
    int to = quoted ? xml.indexOf(quote, from) : unquotedEnd(from);
    attributes.add(xml.substring(start, end));
    attributes.add(decode(from, to < 0 ? xml.length() : to));
    if (!quoted) {
      repairs.add("attribute without quotes");
    }
    return to < 0 ? xml.length() : quoted ? to + 1 : to;
  }

  private int unquotedEnd(int from) {
    int i = from;
    while (i < xml.length() && xml.charAt(i) > ' ' && xml.charAt(i) != '>') {
      i++;
    }
    return i > from && i < xml.length() && xml.charAt(i) == '>' && xml.charAt(i - 1) == '/'
        ? i - 1
        : i;
  }

  private int skipSpace(int from) {
    int i = from;
    while (i < xml.length() && xml.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }

  private int nameEnd(int from) {
    int i = from;
    while (i < xml.length() && isNamePart(xml.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || c >= 0xc0;
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == 0xb7;
  }
}
