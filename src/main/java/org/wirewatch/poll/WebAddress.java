package org.wirewatch.poll;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads web addresses as browsers do: blanks, accents and brackets in them are escaped. Pure. */
final class WebAddress {
  private static final Pattern PARTS =
      Pattern.compile("(?i)^(https?):/*(?:[^/?#@]*@)?(\\[[^\\]]*\\]|[^/?#:]*)(:\\d*)?([/?#].*)?$");
  private static final String ALLOWED = "-._~:/?@!$&'()*+,;=%";

  private WebAddress() {}

  /** The address without its fragment; null if it is no http or https address with a host. */
  static @Nullable URI parse(String text) {
    Matcher parts = PARTS.matcher(text.strip());
    if (!parts.matches()) {
      return null;
    }
    try {
      String host = host(parts.group(2));
      String port = parts.group(3) == null || parts.group(3).length() < 2 ? "" : parts.group(3);
      String rest = parts.group(4) == null ? "" : escape(parts.group(4));
      String path = rest.startsWith("/") ? rest : "/" + rest;
      URI uri = new URI(parts.group(1).toLowerCase(Locale.ROOT) + "://" + host + port + path);
      boolean usable = uri.getHost() != null && uri.getPort() <= 65535;
      return usable ? uri : null;
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }

  /** Where a {@code Location} header leads from {@code base}; null if nowhere. */
  static @Nullable URI resolve(URI base, String location) {
    String target = location.strip();
    if (target.regionMatches(true, 0, "http:", 0, 5)
        || target.regionMatches(true, 0, "https:", 0, 6)) {
      return parse(target);
    }
    try {
      return parse(base.resolve(escape(target)).toString());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String host(String given) {
    return given.startsWith("[") ? given : IDN.toASCII(given, IDN.ALLOW_UNASSIGNED);
  }

  private static String escape(String rest) {
    StringBuilder out = new StringBuilder(rest.length() + 16);
    for (byte b : rest.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c == '#') {
        break;
      }
      if (c < 128 && (Character.isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0)) {
        out.append(c);
      } else {
        out.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
      }
    }
    return strayPercent(out.toString());
  }

  private static String strayPercent(String text) {
    return text.indexOf('%') < 0 ? text : text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
  }
}
