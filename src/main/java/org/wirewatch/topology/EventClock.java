package org.wirewatch.topology;

import java.time.Duration;
import java.time.Instant;

/**
 * The event time of one task: that of the latest record, and while no record comes, as much later
 * as the wall clock says. So an alert's waiting reports are told also where nothing follows them,
 * and a backlog that is worked off after an outage still runs on its own time. Confined to one
 * thread.
 */
final class EventClock {
  private Instant latest = Instant.EPOCH;
  private long heard;

  /** A record of event time {@code at} came; {@code wall} is the wall clock in milliseconds. */
  Instant hear(Instant at, long wall) {
    latest = at.isAfter(latest) ? at : latest;
    heard = wall;
    return latest;
  }

  /** The event time when the wall clock says {@code wall}. */
  Instant now(long wall) {
    boolean nothingYet = latest.equals(Instant.EPOCH);
    return nothingYet ? latest : latest.plus(Duration.ofMillis(Math.max(0, wall - heard)));
  }
}
