package org.wirewatch.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Dates as feeds write them: RFC 822 with whatever weekday and zone, ISO 8601 in all its forms, and
 * anything else in which a day, a month and a year can be told apart.
 */
final class FeedDate {
  private FeedDate() {}

  /** The instant; a date without a zone is taken for UTC. Empty if it is no date. */
  static Optional<Instant> parse(String raw) {
    String text = raw.strip();
    if (text.isEmpty() || text.length() > 120) {
      return Optional.empty();
    }
    try {
      Instant exact = Rfc822Date.parse(text);
      if (exact == null) {
        exact = rfc3339(text);
      }
      if (exact != null) {
        return Optional.of(exact);
      }
      return Optional.ofNullable(IsoDate.parse(text)).or(() -> WordyDate.parse(text));
    } catch (DateTimeException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  /** The common case, {@code 2026-11-22T10:00:00Z} or with a numeric zone, without a pattern. */
  private static @org.jspecify.annotations.Nullable Instant rfc3339(String text) {
    if (text.length() < 20
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      return null;
    }
    int i = 19;
    if (text.charAt(i) == '.') {
      do {
        i++;
      } while (i < text.length() && Character.isDigit(text.charAt(i)));
    }
    int offset;
    if (text.length() == i + 1 && text.charAt(i) == 'Z') {
      offset = 0;
    } else if (text.length() == i + 6 && text.charAt(i + 3) == ':') {
      int sign = text.charAt(i) == '-' ? -1 : 1;
      offset = sign * (digits(text, i + 1, 2) * 3600 + digits(text, i + 4, 2) * 60);
    } else {
      return null;
    }
    int hour = digits(text, 11, 2);
    int second = digits(text, 17, 2);
    if (hour > 23 || second > 59) {
      return null;
    }
    return LocalDateTime.of(
            digits(text, 0, 4),
            digits(text, 5, 2),
            digits(text, 8, 2),
            hour,
            digits(text, 14, 2),
            second)
        .toInstant(ZoneOffset.UTC)
        .minusSeconds(offset);
  }

  private static int digits(String text, int start, int count) {
    int value = 0;
    for (int i = start; i < start + count; i++) {
      int digit = Character.digit(text.charAt(i), 10);
      if (digit < 0) {
        throw new NumberFormatException(text);
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
