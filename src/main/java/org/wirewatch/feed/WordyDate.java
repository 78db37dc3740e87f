package org.wirewatch.feed;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates with words: {@code Sun, 22 Nov 2026 10:00:00 GMT} and its kin in any language and order.
 * The time is cut out first, then the zone, and what is left are a month and two numbers. Weekdays
 * are not looked at: they are wrong too often, and one language's weekday is another's month
 * ({@code mar.}), so that a month behind a number is believed before one in front. Confined to one
 * thread.
 */
final class WordyDate {
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d:])(\\d{1,2})[:hH](\\d{2})(?:[:m](\\d{2}))?(?:[.,]\\d+)?s?"
              + "\\s*((?i:a\\.?\\s?m\\b\\.?|p\\.?\\s?m\\b\\.?)|ص|م)?");

  private static final Pattern CJK_TIME =
      Pattern.compile("(\\d{1,2})\\s*[時时시点]\\s*(?:(\\d{1,2})\\s*[分분])?\\s*(?:(\\d{1,2})\\s*[秒초])?");

  private static final Pattern ZONE =
      Pattern.compile(
          "(?:\\b(?:GMT|UTC|UT|Etc/GMT))?\\s*[+\u2212-]\\d{1,2}:?\\d{2}\\b"
              + "|\\b(?:GMT|UTC|UT)\\s*[+\u2212-]\\d{1,2}\\b"
              + "|\\b[A-Z][A-Za-z]+/[A-Z][A-Za-z_/]+"
              + "|\\b[A-Z]{1,5}T\\b|\\bUTC\\b|\\bGMT\\b|\\bUT\\b|\\bMSK\\b|\\bMSD\\b|\\bWIB\\b|\\bWITA\\b|\\bZ\\b|\\bMEZ\\b|\\bMESZ\\b");

  private static final Pattern PART = Pattern.compile("\\d+|[\\p{L}\\p{M}.']+");
  private static final ZoneId KOREA = ZoneOffset.ofHours(9);

  private String rest;
  private int hour;
  private int minute;
  private int second;
  private boolean american;
  private @Nullable Boolean afternoon;
  private @Nullable ZoneId zone;

  private WordyDate(String text) {
    rest = text;
  }

  static Optional<Instant> parse(String raw) {
    String text = latinDigits(Normalizer.normalize(raw, Normalizer.Form.NFKC));
    if (text.matches("\\d{10}|\\d{13}")) {
      long number = Long.parseLong(text);
      return Optional.of(
          text.length() == 10 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
    }
    return new WordyDate(text).read();
  }

  private static String latinDigits(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c > 0x7f && Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c);
    }
    return out.toString();
  }

  private Optional<Instant> read() {
    takeTime();
    takeZone();
    LocalDate date = date();
    if (date == null) {
      return Optional.empty();
    }
    int clock = afternoon == null ? hour : TimeOfDay.halfDay(hour, afternoon);
    return Optional.of(
        new TimeOfDay(clock, minute, second, zone == null ? ZoneOffset.UTC : zone).on(date));
  }

  private void takeTime() {
    Matcher matcher = TIME.matcher(rest);
    if (!matcher.find()) {
      matcher = CJK_TIME.matcher(rest);
      if (!matcher.find()) {
        return;
      }
    }
    hour = Integer.parseInt(matcher.group(1));
    minute = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    second = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
    if (matcher.groupCount() > 3 && matcher.group(4) != null) {
      char half = Character.toLowerCase(matcher.group(4).charAt(0));
      afternoon = half == 'p' || half == 'م';
      american = half == 'a' || half == 'p';
    }
    rest = rest.substring(0, matcher.start()) + " \u0000 " + rest.substring(matcher.end());
  }

  /** A zone stands behind the time, or behind a year that follows it. */
  private void takeZone() {
    int from = Math.max(0, rest.indexOf('\u0000'));
    Matcher matcher = ZONE.matcher(rest);
    for (int at = from; matcher.find(at); at = matcher.end()) {
      ZoneId found = TimeZones.find(matcher.group().strip());
      if (found != null) {
        zone = found;
        rest = rest.substring(0, matcher.start()) + " " + rest.substring(matcher.end());
        return;
      }
    }
  }

  private @Nullable LocalDate date() {
    List<String> numbers = new ArrayList<>(3);
    int month = 0;
    int monthAt = 0;
    for (Matcher part = PART.matcher(rest); part.find(); ) {
      String token = part.group();
      int found = Character.isDigit(token.charAt(0)) ? -1 : MonthNames.find(token);
      if (found < 0) {
        numbers.add(token);
      } else if (found > 0 && (month == 0 || monthAt == 0)) {
        month = found;
        monthAt = numbers.size();
      } else {
        noteWord(token);
      }
    }
    return month > 0 ? withMonth(numbers, month, monthAt) : numeric(numbers);
  }

  private void noteWord(String word) {
    switch (word.toLowerCase(Locale.ROOT)) {
      case "오전", "上午", "午前", "am", "a.m." -> afternoon = false;
      case "오후", "下午", "午後", "pm", "p.m." -> afternoon = true;
      default -> {}
    }
    if (zone == null && word.codePointAt(0) >= 0xac00 && word.codePointAt(0) <= 0xd7a3) {
      zone = KOREA;
    }
  }

  private static @Nullable LocalDate withMonth(List<String> numbers, int month, int monthAt) {
    if (numbers.size() < 2) {
      return null;
    }
    String first = numbers.get(0);
    String second = numbers.get(1);
    boolean yearFirst = first.length() >= 4 || (monthAt == 1 && Integer.parseInt(first) > 31);
    return CalendarDay.of(
        CalendarDay.year(Integer.parseInt(yearFirst ? first : second)),
        month,
        Integer.parseInt(yearFirst ? second : first));
  }

  private @Nullable LocalDate numeric(List<String> numbers) {
    if (numbers.size() < 3) {
      return null;
    }
    int a = Integer.parseInt(numbers.get(0));
    int b = Integer.parseInt(numbers.get(1));
    int c = Integer.parseInt(numbers.get(2));
    if (numbers.get(0).length() == 4) {
      return CalendarDay.of(CalendarDay.year(a), b, c);
    }
    boolean monthFirst = b > 12 || (american && a <= 12);
    return CalendarDay.of(CalendarDay.year(c), monthFirst ? a : b, monthFirst ? b : a);
  }
}
