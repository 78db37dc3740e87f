package org.wirewatch.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.wirewatch.feed.FeedInfo.Polling;

/**
 * When to poll a feed next. Immutable; pure.
 *
 * <p>The interval adapts to what the feed does, between the subscription's own interval (the floor)
 * and twelve times that, at most {@code slowest} (the ceiling):
 *
 * <table>
 *   <caption>The next interval</caption>
 *   <tr><th>the last document</th><th>the interval</th></tr>
 *   <tr><td>half of it or more was new: some may have been missed</td><td>the floor</td></tr>
 *   <tr><td>some of it was new</td><td>halved</td></tr>
 *   <tr><td>nothing was new</td><td>a fifth longer</td></tr>
 * </table>
 *
 * <p>What the publisher asks for (Cache-Control, ttl, sy:updatePeriod, skipHours, skipDays) only
 * ever makes it later, the times by no more than the ceiling. Retry-After stands above all, up to a
 * day.
 *
 * @param floor the shortest time between two polls
 * @param slowest the longest time between two polls of a feed that answers
 */
record PollSchedule(Duration floor, Duration slowest) {
  /** A retired feed is asked again after this, in case it was revived. */
  static final Duration RETIRED = Duration.ofDays(7);

  private static final Duration MAX_BACK_OFF = Duration.ofHours(6);
  private static final int CEILING_FLOORS = 12;
  private static final int HOURS_OF_A_WEEK = 7 * 24;

  /** The longest interval of this feed. */
  Duration ceiling() {
    Duration patient = floor.multipliedBy(CEILING_FLOORS);
    Duration ceiling = patient.compareTo(slowest) < 0 ? patient : slowest;
    return longer(ceiling, floor);
  }

  /**
   * The interval after a document.
   *
   * @param fresh how many of its items were new
   * @param total how many it had
   */
  Duration adapt(Duration interval, int fresh, int total) {
    Duration next;
    if (fresh == 0) {
      next = interval.multipliedBy(6).dividedBy(5);
    } else {
      next = fresh * 2 >= total ? floor : interval.dividedBy(2);
    }
    return longer(floor, shorter(next, ceiling()));
  }

  /**
   * The time of the poll after one that was answered.
   *
   * @param wishes what the document asks for
   * @param hints what the server asks for
   * @param jitter in [0,1): spreads feeds that would otherwise all come due together
   */
  Instant next(Instant now, Duration interval, Polling wishes, ResponseHints hints, double jitter) {
    Duration wait = longer(interval, capped(wishes.interval()));
    wait = longer(wait, capped(hints.freshFor()));
    Instant due = now.plus(stretched(wait, jitter / 10));
    if (hints.retryAfter() != null && due.isBefore(now.plus(hints.retryAfter()))) {
      due = now.plus(hints.retryAfter());
    }
    return afterSkipped(due, wishes);
  }

  /**
   * The time of the next try after one that failed: linear back-off, a tenth earlier or later.
   *
   * @param failures in a row, at least 1
   * @param retryAfter how long the server asks us to stay away; null where it does not
   * @param jitter in [0,1)
   */
  Instant retry(Instant now, int failures, @Nullable Duration retryAfter, double jitter) {
    Duration linear = floor.multipliedBy(Math.min(failures, 10_000));
    Duration wait = stretched(shorter(linear, longer(MAX_BACK_OFF, floor)), jitter / 5 - 0.1);
    return now.plus(retryAfter == null ? wait : longer(wait, retryAfter));
  }

  private Duration capped(@Nullable Duration wish) {
    return wish == null ? Duration.ZERO : shorter(wish, ceiling());
  }

  /** The first moment from {@code due} on that is not skipped; {@code due} if all are. */
  private static Instant afterSkipped(Instant due, Polling wishes) {
    ZonedDateTime at = due.atZone(ZoneOffset.UTC);
    for (int hours = 0; hours < HOURS_OF_A_WEEK; hours++) {
      if (!wishes.skipHours().contains(at.getHour())
          && !wishes.skipDays().contains(at.getDayOfWeek())) {
        return at.toInstant();
      }
      at = at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
    }
    return due;
  }

  private static Duration stretched(Duration duration, double share) {
    return duration.plusMillis(Math.round(duration.toMillis() * share));
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
