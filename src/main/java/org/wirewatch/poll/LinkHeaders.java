package org.wirewatch.poll;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirewatch.feed.FeedInfo.Polling;

/** The {@code Link} headers (RFC 8288) by which a publisher names its hub (WebSub 4). Pure. */
final class LinkHeaders {
  private static final Pattern LINK = Pattern.compile("<([^<>]*)>((?:[^,<\"]|\"[^\"]*\")*)");
  private static final Pattern REL =
      Pattern.compile(";\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]+))", Pattern.CASE_INSENSITIVE);

  private LinkHeaders() {}

  /**
   * The document's wishes with the hub and the address that the headers give, which come before
   * those in the document.
   *
   * @param headers names in lower case
   * @param base the address of the document
   */
  static Polling over(Polling wishes, Map<String, List<String>> headers, String base) {
    List<String> links = headers.getOrDefault("link", List.of());
    if (links.isEmpty()) {
      return wishes;
    }
    Optional<String> hub = target(links, "hub", base);
    Optional<String> self = target(links, "self", base);
    return new Polling(
        wishes.interval(),
        wishes.skipHours(),
        wishes.skipDays(),
        hub.orElse(wishes.hub()),
        self.orElse(wishes.self()));
  }

  private static Optional<String> target(List<String> links, String rel, String base) {
    for (String header : links) {
      for (Matcher link = LINK.matcher(header); link.find(); ) {
        URI target = isOf(link.group(2), rel) ? resolved(base, link.group(1).strip()) : null;
        if (target != null) {
          return Optional.of(target.toString());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(String parameters, String rel) {
    Matcher found = REL.matcher(parameters);
    if (!found.find()) {
      return false;
    }
    String given = found.group(1) == null ? found.group(2) : found.group(1);
    return Arrays.asList(given.toLowerCase(Locale.ROOT).split("\\s+")).contains(rel);
  }

  private static @Nullable URI resolved(String base, String target) {
    URI at = WebAddress.parse(base);
    return at == null ? WebAddress.parse(target) : WebAddress.resolve(at, target);
  }
}
