package org.wirewatch.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/** Days that a calendar may not have. */
final class CalendarDay {
  /**
   * Two-digit years from here on are of the last century (RFC 2822, 4.3, moved on by ten years).
   */
  private static final int LAST_CENTURY = 60;

  private CalendarDay() {}

  /** A day beyond the end of its month is the month's last; the 32nd is none. */
  static LocalDate of(int year, int month, int day) {
    if (day > 31 || day < 1) {
      throw new DateTimeException("no day " + day);
    }
    YearMonth inMonth = YearMonth.of(year, month);
    return inMonth.atDay(Math.min(day, inMonth.lengthOfMonth()));
  }

  /** The year meant: two digits, three of the year 2000 bug, the Buddhist calendar. */
  static int year(int written) {
    if (written < LAST_CENTURY) {
      return 2000 + written;
    }
    if (written < 200) {
      return 1900 + written;
    }
    return written >= 2500 && written < 2700 ? written - 543 : written;
  }
}
