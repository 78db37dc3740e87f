package org.wirewatch.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * ISO 8601 with everything it allows, and what people make of it: no separators, two-digit years,
 * months without days, ordinal and week dates, a time behind {@code T} or a space.
 */
final class IsoDate {
  private static final Pattern DATE =
      Pattern.compile(
          "(?:(?<year>\\d{4})-(?<month>\\d{1,2})(?:-(?<day>\\d{1,2}))?"
              + "|(?<ordinalyear>\\d{4})-?(?<ordinal>\\d{3})(?:-\\d{1,2})?"
              + "|(?<weekyear>\\d{4})-?W(?<week>\\d{2})(?:-?(?<weekday>[1-7]))?"
              + "|(?<year8>\\d{4})(?<month8>\\d{2})(?<day8>\\d{2})"
              + "|(?<year2>\\d{2})-(?<month2>\\d{2})-(?<day2>\\d{2})"
              + "|(?<year6>\\d{2})(?<month6>\\d{2})(?<day6>\\d{2})"
              + "|-(?<year3>\\d{2})-?(?<month3>\\d{2})"
              + "|(?<year5>\\d{2})-?(?<ordinal5>\\d{3})"
              + "|(?<only>\\d{4}))"
              + "(?:[Tt_]\\s*(?<time>.+)|\\s+(?<time2>\\d.*))?");

  private IsoDate() {}

  /** Null if it is not ISO 8601. */
  static @Nullable Instant parse(String text) {
    Matcher matcher = DATE.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    LocalDate date = date(matcher);
    String time = matcher.group("time") != null ? matcher.group("time") : matcher.group("time2");
    if (time == null) {
      return TimeOfDay.MIDNIGHT.on(date);
    }
    TimeOfDay parsed = TimeOfDay.parse(time);
    return parsed == null ? null : parsed.on(date);
  }

  private static LocalDate date(Matcher m) {
    if (m.group("ordinal") != null) {
      return ordinal(number(m, "ordinalyear"), number(m, "ordinal"), m.group());
    }
    if (m.group("ordinal5") != null) {
      return LocalDate.ofYearDay(century(number(m, "year5")), number(m, "ordinal5"));
    }
    if (m.group("week") != null) {
      int weekday = m.group("weekday") == null ? 1 : number(m, "weekday");
      return LocalDate.of(number(m, "weekyear"), 1, 4)
          .with(java.time.temporal.WeekFields.ISO.weekOfWeekBasedYear(), number(m, "week"))
          .with(java.time.temporal.ChronoField.DAY_OF_WEEK, weekday);
    }
    if (m.group("only") != null) {
      return LocalDate.of(number(m, "only"), 1, 1);
    }
    for (String suffix : new String[] {"", "8", "2", "6", "3"}) {
      if (m.group("year" + suffix) != null) {
        boolean hasDay = !suffix.equals("3") && m.group("day" + suffix) != null;
        return CalendarDay.of(
            century(number(m, "year" + suffix)),
            number(m, "month" + suffix),
            hasDay ? number(m, "day" + suffix) : 1);
      }
    }
    throw new java.time.DateTimeException(m.group());
  }

  /** {@code 2003-012-31} is a month with a digit too many, {@code 2003-335} the day of the year. */
  private static LocalDate ordinal(int year, int ordinal, String text) {
    Matcher padded = Pattern.compile("\\d{4}-0(\\d{2})-(\\d{1,2}).*").matcher(text);
    return padded.matches()
        ? CalendarDay.of(year, Integer.parseInt(padded.group(1)), Integer.parseInt(padded.group(2)))
        : LocalDate.ofYearDay(year, ordinal);
  }

  private static int century(int year) {
    return CalendarDay.year(year);
  }

  private static int number(Matcher matcher, String group) {
    return Integer.parseInt(matcher.group(group));
  }
}
