package org.wirewatch.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time and its zone. Hours may be 24 and seconds 60: what is over runs into the next day.
 *
 * @param zone UTC where none is given
 */
record TimeOfDay(int hour, int minute, int second, ZoneId zone) {
  static final TimeOfDay MIDNIGHT = new TimeOfDay(0, 0, 0, ZoneOffset.UTC);

  private static final Pattern TIME =
      Pattern.compile(
          "(?<hour>\\d{1,2})(?:[:.h]?(?<minute>\\d{2})(?:[:.]?(?<second>\\d{2}))?(?:[.,:]\\d+)?)?"
              + "\\s*(?<half>[AaPp]\\.?\\s?[Mm]\\.?)?\\s*(?<zone>.*)");

  /** Null if it is no time of day. */
  static @Nullable TimeOfDay parse(String text) {
    Matcher matcher = TIME.matcher(text.strip());
    if (!matcher.matches()) {
      return null;
    }
    int hour = Integer.parseInt(matcher.group("hour"));
    ZoneId zone =
        matcher.group("zone").isBlank()
            ? ZoneOffset.UTC
            : TimeZones.find(matcher.group("zone").strip());
    if (hour > 24 || zone == null) {
      return null;
    }
    String half = matcher.group("half");
    return new TimeOfDay(
        half == null ? hour : halfDay(hour, half.toLowerCase(Locale.ROOT).startsWith("p")),
        number(matcher, "minute"),
        number(matcher, "second"),
        zone);
  }

  static int halfDay(int hour, boolean afternoon) {
    return hour > 12 ? hour : hour % 12 + (afternoon ? 12 : 0);
  }

  Instant on(LocalDate date) {
    return date.atStartOfDay()
        .plusHours(hour)
        .plusMinutes(minute)
        .plusSeconds(second)
        .atZone(zone)
        .toInstant();
  }

  private static int number(Matcher matcher, String group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
