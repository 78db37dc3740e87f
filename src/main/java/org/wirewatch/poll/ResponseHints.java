package org.wirewatch.poll;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server's headers say about when to come again. Pure.
 *
 * @param freshFor how long the answer holds ({@code Cache-Control}, RFC 9111 5.2.2; else {@code
 *     Expires} after {@code Date}); null where not said
 * @param retryAfter how long to stay away (RFC 9110 10.2.3), at most a day; null where not said
 */
record ResponseHints(@Nullable Duration freshFor, @Nullable Duration retryAfter) {
  static final ResponseHints NONE = new ResponseHints(null, null);

  private static final Duration DAY = Duration.ofDays(1);
  private static final Pattern MAX_AGE =
      Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,9})", Pattern.CASE_INSENSITIVE);
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  /**
   * @param headers names in lower case
   * @param now for a date in {@code Retry-After}, where the server's own clock is not given
   */
  static ResponseHints of(Map<String, List<String>> headers, Instant now) {
    Instant date = date(first(headers, "date"));
    return new ResponseHints(
        freshFor(headers, date), retryAfter(headers, date == null ? now : date));
  }

  private static @Nullable Duration freshFor(
      Map<String, List<String>> headers, @Nullable Instant date) {
    String control = String.join(",", headers.getOrDefault("cache-control", List.of()));
    String lower = control.toLowerCase(Locale.ROOT);
    if (lower.contains("no-cache") || lower.contains("no-store")) {
      return null;
    }
    Matcher maxAge = MAX_AGE.matcher(control);
    if (maxAge.find()) {
      return positive(Duration.ofSeconds(Long.parseLong(maxAge.group(1))).minus(age(headers)));
    }
    Instant expires = date(first(headers, "expires"));
    return expires == null || date == null ? null : positive(Duration.between(date, expires));
  }

  private static Duration age(Map<String, List<String>> headers) {
    String age = first(headers, "age").strip();
    return SECONDS.matcher(age).matches() ? Duration.ofSeconds(Long.parseLong(age)) : Duration.ZERO;
  }

  private static @Nullable Duration retryAfter(Map<String, List<String>> headers, Instant now) {
    String given = first(headers, "retry-after").strip();
    Duration wait = null;
    if (SECONDS.matcher(given).matches()) {
      wait = Duration.ofSeconds(Long.parseLong(given));
    } else {
      Instant until = date(given);
      wait = until == null ? null : positive(Duration.between(now, until));
    }
    return wait != null && wait.compareTo(DAY) > 0 ? DAY : wait;
  }

  private static @Nullable Duration positive(Duration duration) {
    return duration.isPositive() ? duration : null;
  }

  private static String first(Map<String, List<String>> headers, String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  private static @Nullable Instant date(String text) {
    if (text.isBlank()) {
      return null;
    }
    try {
      return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
