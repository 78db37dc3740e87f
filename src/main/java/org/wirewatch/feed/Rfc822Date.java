package org.wirewatch.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The form that RSS asks for and most feeds keep to, {@code Sun, 22 Nov 2026 10:00:00 +0100}, read
 * without patterns. Anything else is left to {@link WordyDate}.
 */
final class Rfc822Date {
  /** From the time to the end: {@code 10:00:00 } and a zone. */
  private static final int TIME_LENGTH = 9;

  private Rfc822Date() {}

  /** Null if the text is not exactly of this form. */
  static @Nullable Instant parse(String text) {
    int day = text.length() > 5 && text.charAt(3) == ',' && text.charAt(4) == ' ' ? 5 : 0;
    int space = text.indexOf(' ', day);
    int time = space + 10;
    if (space < 0 || text.length() < time + TIME_LENGTH + 1 || text.charAt(space + 4) != ' ') {
      return null;
    }
    int month = MonthNames.englishAt(text, space + 1);
    int dayOfMonth = number(text, day, space);
    int year = number(text, space + 5, space + 9);
    int hour = number(text, time, time + 2);
    int minute = number(text, time + 3, time + 5);
    int second = number(text, time + 6, time + 8);
    Integer offset = offset(text, time + TIME_LENGTH);
    boolean separated =
        text.charAt(space + 9) == ' '
            && text.charAt(time + 2) == ':'
            && text.charAt(time + 5) == ':'
            && text.charAt(time + 8) == ' ';
    if (month == 0 || offset == null || !separated) {
      return null;
    }
    boolean inRange =
        dayOfMonth > 0 && year > 999 && hour >= 0 && hour < 24 && minute >= 0 && second >= 0;
    return inRange && minute < 60 && second < 60
        ? CalendarDay.of(year, month, dayOfMonth)
            .atTime(hour, minute, second)
            .toInstant(ZoneOffset.UTC)
            .minusSeconds(offset)
        : null;
  }

  /** Seconds east of Greenwich; null if it is neither numeric nor Greenwich itself. */
  private static @Nullable Integer offset(String text, int start) {
    if (text.startsWith("GMT", start) || text.startsWith("UTC", start)) {
      return text.length() == start + 3 ? 0 : null;
    }
    char sign = text.charAt(start);
    if ((sign != '+' && sign != '-') || text.length() != start + 5) {
      return null;
    }
    int hours = number(text, start + 1, start + 3);
    int minutes = number(text, start + 3, start + 5);
    if (hours < 0 || minutes < 0) {
      return null;
    }
    int seconds = hours * 3600 + minutes * 60;
    return sign == '-' ? -seconds : seconds;
  }

  /** -1 if these are not all digits, or none or more than four. */
  private static int number(String text, int start, int end) {
    if (end - start > 4 || end <= start) {
      return -1;
    }
    int value = 0;
    for (int i = start; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
