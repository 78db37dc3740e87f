package org.wirewatch.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirewatch.feed.FeedInfo.Polling;

class PollScheduleTest {
  /** A Sunday. */
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private static final PollSchedule SCHEDULE =
      new PollSchedule(Duration.ofMinutes(5), Duration.ofHours(1));

  @ParameterizedTest
  @CsvSource({
    // interval, new, total, next
    "PT10M,  0, 20, PT12M",
    "PT59M,  0, 20, PT1H",
    "PT10M,  1, 20, PT5M",
    "PT40M,  1, 20, PT20M",
    "PT40M, 10, 20, PT5M",
    "PT40M, 20, 20, PT5M",
    "PT1M,   0, 20, PT5M",
  })
  void theIntervalFollowsTheNews(Duration interval, int fresh, int total, Duration next) {
    assertThat(SCHEDULE.adapt(interval, fresh, total)).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({"PT1M, PT12M", "PT5M, PT1H", "PT30M, PT1H", "PT3H, PT3H"})
  void theCeilingIsTwelveFloorsUpToTheSlowest(Duration floor, Duration ceiling) {
    assertThat(new PollSchedule(floor, Duration.ofHours(1)).ceiling()).isEqualTo(ceiling);
  }

  @ParameterizedTest
  @CsvSource({
    // the publisher's ttl, the server's max-age, minutes to wait
    ",      ,       10",
    "PT2M,  ,       10",
    "PT30M, ,       30",
    ",      PT20M,  20",
    "PT15M, PT20M,  20",
    "PT24H, ,       60",
    ",      PT720H, 60",
  })
  void wishesMakeItLaterUpToTheCeiling(Duration ttl, Duration maxAge, int minutes) {
    Polling wishes = new Polling(ttl, Set.of(), Set.of(), null, null);

    Instant next =
        SCHEDULE.next(NOW, Duration.ofMinutes(10), wishes, new ResponseHints(maxAge, null), 0);

    assertThat(next).isEqualTo(NOW.plus(Duration.ofMinutes(minutes)));
  }

  @Test
  void retryAfterStandsAboveTheCeiling() {
    ResponseHints hints = new ResponseHints(null, Duration.ofHours(20));

    assertThat(SCHEDULE.next(NOW, Duration.ofMinutes(10), Polling.NONE, hints, 0))
        .isEqualTo(NOW.plus(Duration.ofHours(20)));
  }

  @ParameterizedTest
  @CsvSource({
    "10, ,               2026-11-22T11:00:00Z",
    "11, ,               2026-11-22T10:10:00Z",
    ",   SUNDAY,         2026-11-23T00:00:00Z",
    ",   SUNDAY MONDAY,  2026-11-24T00:00:00Z",
    "10, SUNDAY,         2026-11-23T00:00:00Z",
  })
  void skippedHoursAndDaysAreWaitedOut(Integer hour, String days, Instant due) {
    Polling wishes =
        new Polling(null, hour == null ? Set.of() : Set.of(hour), days(days), null, null);

    assertThat(SCHEDULE.next(NOW, Duration.ofMinutes(10), wishes, ResponseHints.NONE, 0))
        .isEqualTo(due);
  }

  @Test
  void aFeedThatSkipsEveryHourIsPolledNevertheless() {
    Set<Integer> all = IntStream.range(0, 24).boxed().collect(Collectors.toSet());
    Polling wishes = new Polling(null, all, Set.of(), null, null);

    assertThat(SCHEDULE.next(NOW, Duration.ofMinutes(10), wishes, ResponseHints.NONE, 0))
        .isEqualTo(NOW.plus(Duration.ofMinutes(10)));
  }

  @ParameterizedTest
  @CsvSource({
    // failures, Retry-After, wait at the middle of the jitter
    "1,      ,      PT5M",
    "2,      ,      PT10M",
    "12,     ,      PT1H",
    "100000, ,      PT6H",
    "1,      PT1H,  PT1H",
    "12,     PT1M,  PT1H",
  })
  void failuresBackOffLinearly(int failures, Duration retryAfter, Duration wait) {
    assertThat(SCHEDULE.retry(NOW, failures, retryAfter, 0.5)).isEqualTo(NOW.plus(wait));
  }

  @Test
  void jitterSpreadsByATenthEitherWay() {
    assertThat(SCHEDULE.retry(NOW, 2, null, 0)).isEqualTo(NOW.plus(Duration.ofMinutes(9)));
    assertThat(SCHEDULE.retry(NOW, 2, null, 0.999_999))
        .isBetween(NOW.plus(Duration.ofSeconds(659)), NOW.plus(Duration.ofMinutes(11)));
  }

  private static Set<DayOfWeek> days(String names) {
    return names == null
        ? Set.of()
        : Set.of(names.split(" ")).stream().map(DayOfWeek::valueOf).collect(Collectors.toSet());
  }
}
