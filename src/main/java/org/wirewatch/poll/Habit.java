package org.wirewatch.poll;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often something new comes from a feed. Immutable; pure.
 *
 * @param lastNew when something new last came; null if nothing ever did
 * @param longestGap the longest silence between two arrivals, forgotten by a fiftieth with each
 *     arrival; zero before the second one
 * @param arrivals how many polls brought something new
 */
public record Habit(@Nullable Instant lastNew, Duration longestGap, int arrivals) {
  static final Habit NONE = new Habit(null, Duration.ZERO, 0);

  private static final int TELLING_ARRIVALS = 10;
  private static final Duration NEVER_TOO_QUIET = Duration.ofHours(6);

  Habit arrival(Instant now) {
    Duration faded = longestGap.multipliedBy(49).dividedBy(50);
    Duration gap = lastNew == null ? Duration.ZERO : Duration.between(lastNew, now);
    return new Habit(now, gap.compareTo(faded) > 0 ? gap : faded, arrivals + 1);
  }

  /** Whether the silence is more than twice the longest one of a feed that we know well enough. */
  boolean isBroken(Instant now) {
    if (lastNew == null || arrivals < TELLING_ARRIVALS) {
      return false;
    }
    Duration silence = Duration.between(lastNew, now);
    return silence.compareTo(NEVER_TOO_QUIET) > 0
        && silence.compareTo(longestGap.multipliedBy(2)) > 0;
  }
}
