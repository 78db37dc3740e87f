package org.wirewatch.feed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * References made absolute (RFC 3986, 5.2). Unlike {@link java.net.URI} it takes what people write:
 * spaces, brackets and letters beyond ASCII stay as they are.
 */
final class RelativeUrl {
  /** RFC 3986, appendix B: scheme, authority, path, query, fragment. */
  private static final Pattern PARTS =
      Pattern.compile(
          "^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(\\?[^#]*)?(#.*)?$",
          Pattern.DOTALL);

  private RelativeUrl() {}

  /** The reference without the white space around and the line breaks within it, made absolute. */
  static String resolve(String base, String reference) {
    String trimmed = withoutBreaks(reference.strip());
    if ((isAbsolute(trimmed) && !trimmed.contains("/../") && !trimmed.contains("/./"))
        || base.isEmpty()) {
      return trimmed;
    }
    Matcher to = PARTS.matcher(trimmed);
    Matcher from = PARTS.matcher(base);
    if (!to.matches() || !from.matches() || from.group(1) == null) {
      return trimmed;
    }
    return join(from, to);
  }

  static boolean isAbsolute(String url) {
    return url.regionMatches(true, 0, "http://", 0, 7)
        || url.regionMatches(true, 0, "https://", 0, 8);
  }

  private static String join(Matcher from, Matcher to) {
    if (to.group(1) != null) {
      boolean hierarchical = to.group(2) != null;
      return hierarchical
          ? to.group(1)
              + "://"
              + to.group(2)
              + withoutDots(to.group(3))
              + orEmpty(to.group(4))
              + orEmpty(to.group(5))
          : to.group();
    }
    String authority = to.group(2) != null ? to.group(2) : from.group(2);
    String start = from.group(1) + ":" + (authority == null ? "" : "//" + authority);
    if (to.group(2) != null || to.group(3).startsWith("/")) {
      return start + withoutDots(to.group(3)) + orEmpty(to.group(4)) + orEmpty(to.group(5));
    }
    if (to.group(3).isEmpty()) {
      String query = to.group(4) != null ? to.group(4) : orEmpty(from.group(4));
      return start + from.group(3) + query + orEmpty(to.group(5));
    }
    String folder = from.group(3).substring(0, from.group(3).lastIndexOf('/') + 1);
    String path = (folder.isEmpty() ? "/" : folder) + to.group(3);
    return start + withoutDots(path) + orEmpty(to.group(4)) + orEmpty(to.group(5));
  }

  private static String withoutDots(String path) {
    if (!path.contains("/.")) {
      return path;
    }
    StringBuilder out = new StringBuilder(path.length());
    String[] segments = path.split("/", -1);
    for (int i = 1; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      if (segments[i].equals("..")) {
        out.setLength(Math.max(0, out.lastIndexOf("/")));
      } else if (!segments[i].equals(".")) {
        out.append('/').append(segments[i]);
        continue;
      }
      if (last) {
        out.append('/');
      }
    }
    return out.toString();
  }

  private static String withoutBreaks(String url) {
    return url.indexOf('\n') < 0 && url.indexOf('\r') < 0 && url.indexOf('\t') < 0
        ? url
        : url.replaceAll("[\\r\\n\\t]", "");
  }

  private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }
}
