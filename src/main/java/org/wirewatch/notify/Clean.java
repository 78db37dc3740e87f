package org.wirewatch.notify;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts of others made harmless: what comes from a feed must not move the cursor of a terminal, add
 * a header to a mail or turn the writing direction of what follows.
 */
final class Clean {
  /** Controls, line and paragraph separators, and the marks that override the direction. */
  private static final Pattern HARMFUL =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]+");

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private Clean() {}

  /** One line without spaces around it. */
  static String line(String text) {
    return inline(text).strip();
  }

  /** A piece of a line: its spaces stay where they are. */
  static String inline(String text) {
    return SPACES.matcher(HARMFUL.matcher(text).replaceAll(" ")).replaceAll(" ");
  }

  /** At most {@code most} UTF-16 units, never half a character, with an ellipsis where cut. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end).stripTrailing() + "…";
  }

  /** An http or https address; null for anything else, such as {@code javascript:}. */
  static @Nullable String url(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      URI uri = new URI(text.strip());
      String scheme = uri.getScheme();
      boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      return web && uri.getHost() != null ? uri.toASCIIString() : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** Text for HTML, in elements and in quoted attributes. */
  static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
