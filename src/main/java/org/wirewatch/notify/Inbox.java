package org.wirewatch.notify;

import java.time.Duration;
import java.util.List;

/**
 * One receiver's unsent letters, at least once each. Confined to one thread, except {@link
 * #wakeup}.
 */
interface Inbox extends AutoCloseable {

  /**
   * Waits for new letters and keeps the claim on those that are not settled. Must be called more
   * often than {@link #renewEvery}.
   *
   * @return the new ones; none may come while earlier ones are unsettled
   */
  List<Letter> poll(Duration wait);

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

  /** Ends a waiting poll; from any thread. */
  void wakeup();

  /** Gives back what is not settled. */
  @Override
  void close();
}
