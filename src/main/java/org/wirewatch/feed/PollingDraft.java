package org.wirewatch.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects a publisher's wishes about polling; what makes no sense is passed over. */
final class PollingDraft {
  private static final Duration LONGEST = Duration.ofDays(7);

  private @Nullable Duration interval;
  private @Nullable Duration period;
  private int frequency = 1;
  private final Set<Integer> skipHours = new TreeSet<>();
  private final Set<DayOfWeek> skipDays = EnumSet.noneOf(DayOfWeek.class);
  @Nullable String hub;
  @Nullable String self;

  /** RSS 2.0 {@code ttl}, in minutes. */
  void ttl(String minutes) {
    int value = number(minutes);
    if (value > 0) {
      interval = Duration.ofMinutes(value);
    }
  }

  /** {@code sy:updatePeriod}. */
  void updatePeriod(String word) {
    period =
        switch (word.strip().toLowerCase(Locale.ROOT)) {
          case "hourly" -> Duration.ofHours(1);
          case "daily" -> Duration.ofDays(1);
          case "weekly", "monthly", "yearly" -> LONGEST;
          default -> null;
        };
  }

  /** {@code sy:updateFrequency}: how often within the period. */
  void updateFrequency(String times) {
    frequency = Math.max(1, number(times));
  }

  /** RSS counts hours from 0 to 23 or from 1 to 24. */
  void skipHour(String hour) {
    int value = number(hour);
    if (value >= 0 && value <= 24) {
      skipHours.add(value % 24);
    }
  }

  void skipDay(String day) {
    for (DayOfWeek candidate : DayOfWeek.values()) {
      if (candidate.name().equalsIgnoreCase(day.strip())) {
        skipDays.add(candidate);
      }
    }
  }

  FeedInfo.Polling polling() {
    Duration asked =
        interval != null ? interval : period == null ? null : period.dividedBy(frequency);
    Duration bounded = asked == null || asked.compareTo(LONGEST) <= 0 ? asked : LONGEST;
    return new FeedInfo.Polling(bounded, skipHours, skipDays, hub, self);
  }

  private static int number(String text) {
    String digits = text.strip();
    return digits.matches("\\d{1,8}") ? Integer.parseInt(digits) : -1;
  }
}
