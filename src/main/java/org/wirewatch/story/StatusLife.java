package org.wirewatch.story;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Status;

/**
 * How the status of a story goes from one report to the next.
 *
 * <table>
 * <caption>Does a report with the status of the column replace the story's status of the row?</caption>
 * <tr><th></th><th>in-effect</th><th>announced</th><th>possible</th><th>denied, ended</th></tr>
 * <tr><th>in-effect</th><td>–</td><td>no</td><td>no</td><td>if told later</td></tr>
 * <tr><th>announced</th><td>yes</td><td>–</td><td>no</td><td>if told later</td></tr>
 * <tr><th>possible</th><td>yes</td><td>yes</td><td>–</td><td>if told later</td></tr>
 * <tr><th>denied, ended</th><td>after the lag</td><td>after the lag</td><td>no</td><td>if told
 * later</td></tr>
 * </table>
 *
 * <p>{@code past} replaces nothing and everything else replaces it. The lag is there because
 * outlets that are slow still tell of the closure after the reopening.
 */
final class StatusLife {
  private static final Duration LAG = Duration.ofMinutes(45);

  private StatusLife() {}

  static boolean turns(Story story, Report report) {
    return replaces(story.status(), story.statusSince(), report.telling().status(), report.told());
  }

  static boolean replaces(
      @Nullable Status now, Instant since, @Nullable Status told, Instant when) {
    if (told == null || told == now || told == Status.PAST) {
      return false;
    }
    if (now == null || now == Status.PAST) {
      return true;
    }
    return switch (told) {
      case IN_EFFECT, ANNOUNCED ->
          isOver(now) ? when.isAfter(since.plus(LAG)) : isFirmer(told, now);
      case DENIED, ENDED -> !when.isBefore(since);
      case POSSIBLE, PAST -> false;
    };
  }

  /** Nothing goes on any more, or never did. */
  static boolean isOver(@Nullable Status status) {
    return status == Status.DENIED || status == Status.ENDED;
  }

  private static boolean isFirmer(Status told, Status now) {
    return now == Status.POSSIBLE || told == Status.IN_EFFECT;
  }
}
