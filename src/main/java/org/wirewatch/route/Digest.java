package org.wirewatch.route;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a route that gathers sends what it gathered: at every full hour, or at a time of day, every
 * day or once a week, in the receiver's time zone.
 */
public sealed interface Digest {
  /** At every full hour. */
  record Hourly() implements Digest {}

  /** Every day at a time; one that the clock change skips moves on with the clock. */
  record Daily(LocalTime at) implements Digest {}

  /** Once a week. */
  record Weekly(DayOfWeek on, LocalTime at) implements Digest {}

  /** The first such moment after {@code now}, exclusive. */
  default Instant next(Instant now, ZoneId zone) {
    ZonedDateTime local = now.atZone(zone);
    return switch (this) {
      case Hourly _ -> local.truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
      case Daily daily -> {
        ZonedDateTime today = local.toLocalDate().atTime(daily.at).atZone(zone);
        yield (today.toInstant().isAfter(now)
                ? today
                : local.toLocalDate().plusDays(1).atTime(daily.at).atZone(zone))
            .toInstant();
      }
      case Weekly weekly -> {
        ZonedDateTime thisWeek =
            local
                .toLocalDate()
                .with(TemporalAdjusters.nextOrSame(weekly.on))
                .atTime(weekly.at)
                .atZone(zone);
        yield (thisWeek.toInstant().isAfter(now)
                ? thisWeek
                : local
                    .toLocalDate()
                    .with(TemporalAdjusters.next(weekly.on))
                    .atTime(weekly.at)
                    .atZone(zone))
            .toInstant();
      }
    };
  }

  /**
   * Reads {@code hourly}, {@code daily}, {@code daily 07:30}, {@code daily at 07:30}, {@code
   * weekly}, {@code weekly mon 07:30}. Eight o'clock and Monday unless told.
   *
   * @throws IllegalArgumentException if it is none of these; the message says how to write it
   */
  static Digest parse(String text) {
    Matcher words = Syntax.DIGEST.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!words.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no digest: write hourly, daily 07:30 or weekly mon 07:30");
    }
    String at = words.group("at");
    LocalTime time = at == null ? LocalTime.of(8, 0) : LocalTime.parse(at);
    return switch (words.group("every")) {
      case "hourly" -> new Hourly();
      case "daily" -> new Daily(time);
      default -> new Weekly(Syntax.day(words.group("day")), time);
    };
  }

  /** How a digest is written. */
  final class Syntax {
    private static final Pattern DIGEST =
        Pattern.compile(
            "(?<every>hourly|daily|weekly)"
                + "(?: (?:on )?(?<day>mon|tue|wed|thu|fri|sat|sun)[a-z]*)?"
                + "(?: (?:at )?(?<at>(?:[01][0-9]|2[0-3]):[0-5][0-9]))?");

    private Syntax() {}

    private static DayOfWeek day(String abbreviated) {
      for (DayOfWeek day : DayOfWeek.values()) {
        if (abbreviated != null && day.name().toLowerCase(Locale.ROOT).startsWith(abbreviated)) {
          return day;
        }
      }
      return DayOfWeek.MONDAY;
    }
  }
}
