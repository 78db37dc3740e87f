package org.wirewatch.text;

/** Addresses that only lead on to another, which they carry: AMP caches and outgoing-link pages. */
final class WrappedUrl {
  private WrappedUrl() {}

  /** The address carried; empty if this one stands for itself. */
  static String target(String host, String path, String query) {
    if (host.endsWith(".cdn.ampproject.org") || host.equals("cdn.ampproject.org")) {
      return behind(path, "/c/s/", "/v/s/", "/c/", "/v/");
    }
    if (isGoogle(host)) {
      if (path.startsWith("/amp/")) {
        return behind(path, "/amp/s/", "/amp/");
      }
      return path.equals("/url") || path.equals("/news/url") ? parameter(query, "url", "q") : "";
    }
    return switch (host) {
      case "l.facebook.com", "lm.facebook.com" -> parameter(query, "u");
      case "www.facebook.com" -> path.equals("/l.php") ? parameter(query, "u") : "";
      case "www.bing.com" -> path.startsWith("/news/apiclick") ? parameter(query, "url") : "";
      default -> "";
    };
  }

  private static boolean isGoogle(String host) {
    return host.startsWith("www.google.")
        || host.startsWith("news.google.")
        || host.equals("google.com");
  }

  private static String behind(String path, String... prefixes) {
    for (String prefix : prefixes) {
      if (path.startsWith(prefix)) {
        String rest = path.substring(prefix.length());
        return rest.contains(".") ? "https://" + rest : "";
      }
    }
    return "";
  }

  private static String parameter(String query, String... names) {
    for (String name : names) {
      for (String part : query.split("&", -1)) {
        if (part.startsWith(name + "=")) {
          String value = PercentEncoding.decode(part.substring(name.length() + 1));
          return value.startsWith("http") ? value : "";
        }
      }
    }
    return "";
  }
}
