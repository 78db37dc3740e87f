package org.wirewatch.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding with one spelling (RFC 3986, 6.2.2): capitals, unreserved characters bare. */
final class PercentEncoding {
  private PercentEncoding() {}

  static String normalise(String text) {
    if (text.chars().allMatch(c -> c != '%' && c > ' ' && c < 0x7f)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int octet = bytes[i] == '%' ? octetAt(bytes, i) : -1;
      if (octet < 0) {
        append(bytes[i] & 0xff, out);
      } else {
        i += 2;
        if (isUnreserved(octet)) {
          out.append((char) octet);
        } else {
          escape(octet, out);
        }
      }
    }
    return out.toString();
  }

  /** The text with its escapes undone, as UTF-8. */
  static String decode(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int octet = bytes[i] == '%' ? octetAt(bytes, i) : -1;
      out.write(octet < 0 ? bytes[i] : octet);
      i += octet < 0 ? 0 : 2;
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static int octetAt(byte[] bytes, int percent) {
    if (percent + 2 >= bytes.length) {
      return -1;
    }
    int high = Character.digit(bytes[percent + 1], 16);
    int low = Character.digit(bytes[percent + 2], 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static void append(int octet, StringBuilder out) {
    if (octet <= ' ' || octet >= 0x7f) {
      escape(octet, out);
    } else {
      out.append((char) octet);
    }
  }

  private static void escape(int octet, StringBuilder out) {
    out.append('%')
        .append(Character.toUpperCase(Character.forDigit(octet >> 4, 16)))
        .append(Character.toUpperCase(Character.forDigit(octet & 15, 16)));
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }
}
