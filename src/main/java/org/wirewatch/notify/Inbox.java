package org.wirewatch.notify;

import java.time.Duration;
import java.util.List;

/**
 * One receiver's unsent letters, at least once each. Confined to one thread, except {@link #nudge}
 * and {@link #wakeup}.
 */
interface Inbox extends AutoCloseable {

  /**
   * Waits for new letters and keeps the claim on those that are not settled. Must be called more
   * often than {@link #renewEvery}.
   *
   * @return the new ones
   */
  List<Letter> poll(Duration wait);

  /**
   * Whether the unsettled letters keep new ones from coming, and there are some. May take a moment.
   */
  boolean isInTheWay();

  /** How the claim on an unsettled letter stands after the last poll. */
  Standing standing(Letter letter);

  /** The claim on a letter. */
  enum Standing {
    READY,
    /** It may come back with the next poll, and must rest until then. */
    RENEWING,
    /** Somebody else has it now. */
    LOST
  }

  /** The letter needs nothing more. */
  void settle(Letter letter);

  /** How long a claim is safe without a poll. */
  Duration renewEvery();

  /** Ends a poll that waits while letters are unsettled; from any thread. */
  void nudge();

  /** Ends a waiting poll, since the inbox is about to be closed; from any thread. */
  void wakeup();

  /** Gives back what is not settled. */
  @Override
  void close();
}
