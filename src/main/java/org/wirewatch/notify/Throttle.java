package org.wirewatch.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * When a receiver may be spoken to next: not while it asked for peace or cannot be reached, and
 * never faster than the place where its messages land bears, see {@link Spacing}. Thread-safe.
 *
 * <p>How long it stays shut grows with the failures since something last passed, whichever letters
 * they were of: one letter that fails over and over shuts it for the shortest time only.
 */
final class Throttle {
  /** So many different letters that the other side fails on are no longer those letters' fault. */
  private static final int MANY = 3;

  private final Spacing spacing;
  private final Set<String> failing = new HashSet<>();
  private Instant open = Instant.EPOCH;
  private int failures;

  Throttle(Spacing spacing) {
    this.spacing = spacing;
  }

  /** Lets the caller through and keeps the next one waiting; false where it is too early. */
  synchronized boolean pass(Instant now) {
    return !now.isBefore(open) && spacing.pass(now);
  }

  /** Somebody answered, and it was no failure of theirs. */
  synchronized void passed() {
    failures = 0;
    failing.clear();
  }

  /**
   * A letter failed for now.
   *
   * @param isReceivers whether that is known to be the receiver's matter, not the letter's
   */
  synchronized void failed(
      String letter, boolean isReceivers, Patience patience, Duration atLeast, Instant now) {
    failing.add(letter);
    if (isReceivers || failing.size() >= MANY) {
      failures++;
      spacing.shutUntil(now.plus(atLeast)); // what is asked for holds for all who speak there
      shutUntil(now.plus(patience.pause(failures, atLeast)));
    }
  }

  synchronized void shutUntil(Instant until) {
    if (until.isAfter(open)) {
      open = until;
    }
  }

  synchronized Instant opens() {
    Instant spaced = spacing.opens();
    return spaced.isAfter(open) ? spaced : open;
  }
}
