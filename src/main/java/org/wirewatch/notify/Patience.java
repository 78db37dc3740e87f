package org.wirewatch.notify;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to go on trying. Pure.
 *
 * <p>The pause after the n-th failed attempt is {@code first * 2^(n-1)}, at most {@code longest},
 * and never shorter than the other side asked for.
 */
record Patience(Duration first, Duration longest) {

  /** What to do after an attempt. */
  sealed interface Next {
    /** It is sent. */
    record Done() implements Next {}

    /** Try again at {@code at}. */
    record Again(Instant at) implements Next {}

    /** Nothing was tried, since the receiver may not be spoken to before {@code at}. */
    record Wait(Instant at) implements Next {}

    /** Too old by the time of the next attempt. */
    record Stale() implements Next {}

    /** Refused for good. */
    record Dead(Outcome.Reason reason) implements Next {}
  }

  /**
   * @param attempt counts from 1
   * @param expires when the message is no longer worth sending
   */
  Next after(Outcome outcome, int attempt, Instant now, Instant expires) {
    return switch (outcome) {
      case Outcome.Sent _ -> new Next.Done();
      case Outcome.Refused refused -> new Next.Dead(refused.reason());
      case Outcome.Retry retry -> {
        Instant at = now.plus(pause(attempt, retry.atLeast()));
        yield at.isAfter(expires) ? new Next.Stale() : new Next.Again(at);
      }
    };
  }

  /**
   * @param attempt counts from 1
   * @param atLeast what the other side asked for
   */
  Duration pause(int attempt, Duration atLeast) {
    Duration doubled = first.multipliedBy(1L << Math.min(attempt - 1, 20));
    Duration pause = doubled.compareTo(longest) < 0 ? doubled : longest;
    return pause.compareTo(atLeast) < 0 ? atLeast : pause;
  }
}
