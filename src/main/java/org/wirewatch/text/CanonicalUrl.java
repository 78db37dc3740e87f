package org.wirewatch.text;

import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One spelling for all the addresses of one article, so that the same item gets the same identity
 * from any feed. Not an address to open: scheme, {@code www.} and the AMP or mobile twin's marks
 * are folded away.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><td>{@code HTTP://Www.News.example:80/a/?utm_source=rss#top}</td>
 *     <td>{@code https://news.example/a}</td></tr>
 * <tr><td>{@code https://m.news.example/a/amp/?b=2&a=1}</td>
 *     <td>{@code https://news.example/a?a=1&b=2}</td></tr>
 * <tr><td>{@code https://www.google.com/amp/s/news.example/a}</td>
 *     <td>{@code https://news.example/a}</td></tr>
 * </table>
 */
public final class CanonicalUrl {
  private static final int DEEPEST_WRAPPING = 3;

  private CanonicalUrl() {}

  /** The canonical spelling; what is no http address comes back trimmed and otherwise as it is. */
  public static String of(String url) {
    return of(url.strip(), 0);
  }

  private static String of(String url, int depth) {
    int scheme = schemeEnd(url);
    if (scheme < 0) {
      return url;
    }
    int authorityEnd = indexOfAny(url, scheme, "/?#\\");
    int pathEnd = indexOfAny(url, authorityEnd, "?#");
    int queryEnd = indexOfAny(url, pathEnd, "#");
    String host = host(url.substring(scheme, authorityEnd));
    String path = url.substring(authorityEnd, pathEnd).replace('\\', '/');
    String query = pathEnd < queryEnd ? url.substring(pathEnd + 1, queryEnd) : "";
    String wrapped = depth < DEEPEST_WRAPPING ? WrappedUrl.target(host, path, query) : "";
    if (!wrapped.isEmpty()) {
      return of(wrapped, depth + 1);
    }
    String fragment = url.startsWith("#!", queryEnd) ? url.substring(queryEnd) : "";
    return "https://" + twin(host) + path(path) + query(query) + fragment;
  }

  private static int schemeEnd(String url) {
    if (url.regionMatches(true, 0, "https://", 0, 8)) {
      return 8;
    }
    return url.regionMatches(true, 0, "http://", 0, 7) ? 7 : -1;
  }

  private static int indexOfAny(String text, int from, String stops) {
    for (int i = from; i < text.length(); i++) {
      if (stops.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  /** Without user, default port and final dot, in lower case and ASCII. */
  private static String host(String authority) {
    String host = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    int colon = host.lastIndexOf(':');
    String port = colon > host.lastIndexOf(']') ? host.substring(colon) : "";
    String name = host.substring(0, host.length() - port.length());
    name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return ascii(name)
        + (port.equals(":80") || port.equals(":443") || port.equals(":") ? "" : port);
  }

  private static String ascii(String name) {
    if (name.chars().allMatch(c -> c < 0x80)) {
      return name;
    }
    try {
      return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException _) {
      return name;
    }
  }

  /** The host that a mobile, AMP or www host is the twin of. */
  private static String twin(String host) {
    for (String prefix : new String[] {"www.", "m.", "mobile.", "amp.", "touch.", "wap."}) {
      if (host.startsWith(prefix) && host.indexOf('.', prefix.length()) > 0) {
        return twin(host.substring(prefix.length()));
      }
    }
    return host;
  }

  private static String path(String path) {
    String escaped = PercentEncoding.normalise(path);
    StringBuilder out = new StringBuilder(escaped.length());
    for (String segment : escaped.split("/", -1)) {
      if (segment.equals("..")) {
        out.setLength(Math.max(0, out.lastIndexOf("/")));
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        out.append('/').append(segment);
      }
    }
    return withoutAmp(out.toString());
  }

  private static String withoutAmp(String path) {
    if (path.startsWith("/amp/")) {
      return path.substring(4);
    }
    for (String suffix : new String[] {"/amp", ".amp", "/amp.html"}) {
      if (path.length() > suffix.length() && path.endsWith(suffix)) {
        return path.substring(0, path.length() - suffix.length());
      }
    }
    return path.endsWith(".amp.html")
        ? path.substring(0, path.length() - ".amp.html".length()) + ".html"
        : path;
  }

  /** What is left of the query when the tracking is gone, in alphabetical order. */
  private static String query(String query) {
    if (query.isEmpty()) {
      return "";
    }
    String kept =
        Arrays.stream(query.replace("&amp;", "&").split("[&;]", -1))
            .filter(parameter -> !parameter.isEmpty() && !TrackingParameter.isOne(parameter))
            .map(PercentEncoding::normalise)
            .sorted()
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }
}
