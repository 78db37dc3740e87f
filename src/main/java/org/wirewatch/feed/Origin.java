package org.wirewatch.feed;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.FeedDefinition;

/**
 * Where a document came from.
 *
 * @param url the final address after redirects; null for what was handed in
 * @param headers of the HTTP response; names in any case
 * @param fetched when it was read; stands in for dates that are missing or lie in the future
 * @param subscription what the user says of this feed; null if it is none of theirs
 */
public record Origin(
    @Nullable String url,
    Map<String, List<String>> headers,
    Instant fetched,
    @Nullable FeedDefinition subscription) {

  public Origin {
    Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, values) -> anyCase.put(name, List.copyOf(values)));
    headers = java.util.Collections.unmodifiableMap(anyCase);
  }

  /** A document without a history. */
  public static Origin handedIn(Instant fetched) {
    return new Origin(null, Map.of(), fetched, null);
  }

  Optional<String> header(String name) {
    List<String> values = headers.get(name);
    return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }

  /** The charset of {@code Content-Type}, as it says, in lower case. */
  Optional<String> charset() {
    return header("Content-Type").flatMap(Origin::charset);
  }

  private static Optional<String> charset(String contentType) {
    for (String parameter : contentType.split("[;,]", -1)) {
      String trimmed = parameter.strip().toLowerCase(Locale.ROOT);
      if (trimmed.startsWith("charset")) {
        int equals = trimmed.indexOf('=');
        String value = equals < 0 ? "" : trimmed.substring(equals + 1).replaceAll("[\"'\\s]", "");
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
