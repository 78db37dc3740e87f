package org.wirewatch.route;

import java.time.Instant;

/**
 * When something is decided, and what is muted then.
 *
 * @param now the time; never goes back for one route
 */
public record Moment(Instant now, Mutes mutes) {
  /** A moment at which nothing is muted. */
  public static Moment of(Instant now) {
    return new Moment(now, Mutes.NONE);
  }
}
