package org.wirewatch.notify;

import java.time.Duration;
import java.time.Instant;

/**
 * When a receiver may be spoken to next: not while it asked for peace or cannot be reached, and
 * never faster than its channel bears. Thread-safe.
 */
final class Gate {
  private final Duration spacing;
  private Instant open = Instant.EPOCH;

  Gate(Duration spacing) {
    this.spacing = spacing;
  }

  /** Lets the caller through and keeps the next one waiting; false where the gate is shut. */
  synchronized boolean pass(Instant now) {
    if (now.isBefore(open)) {
      return false;
    }
    open = now.plus(spacing);
    return true;
  }

  synchronized void shutUntil(Instant until) {
    if (until.isAfter(open)) {
      open = until;
    }
  }

  synchronized Instant opens() {
    return open;
  }
}
