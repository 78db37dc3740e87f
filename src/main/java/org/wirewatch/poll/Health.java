package org.wirewatch.poll;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a feed does. Immutable.
 *
 * @param outcome of the last poll that told anything; "not modified" does not
 * @param problem what is wrong and what to do about it, in one line; null while all is well
 * @param failures polls in a row that failed
 * @param since from when on the outcome has been this; null before the first poll
 * @param polled when it was last asked; null before the first poll
 * @param succeeded when a document of it was last read; null if none ever was
 */
public record Health(
    Outcome outcome,
    @Nullable String problem,
    int failures,
    @Nullable Instant since,
    @Nullable Instant polled,
    @Nullable Instant succeeded) {

  /** How a poll ended; few enough to be a metric's label. */
  public enum Outcome {
    UNPOLLED,
    OK,
    /** Nothing came, or an error. */
    FAILED,
    /** What came is no feed. */
    UNREADABLE,
    /** A feed without entries, now or ever. */
    EMPTY,
    /** In order, but silent for far longer than is its habit. */
    QUIET,
    /** Gone for good; asked once a week. */
    RETIRED
  }

  static final Health UNPOLLED = new Health(Outcome.UNPOLLED, null, 0, null, null, null);

  /** Whether the last poll brought nothing that can be read. */
  boolean isFailing() {
    return switch (outcome) {
      case FAILED, UNREADABLE, RETIRED -> true;
      case UNPOLLED, OK, EMPTY, QUIET -> false;
    };
  }

  /** The same after an answer that tells nothing new. */
  Health asked(Instant now) {
    return new Health(outcome, problem, failures, since, now, succeeded);
  }

  Health read(Outcome newOutcome, @Nullable String newProblem, Instant now) {
    return new Health(newOutcome, newProblem, 0, since(newOutcome, now), now, now);
  }

  Health failed(Outcome newOutcome, String newProblem, Instant now) {
    return new Health(newOutcome, newProblem, failures + 1, since(newOutcome, now), now, succeeded);
  }

  private Instant since(Outcome newOutcome, Instant now) {
    return newOutcome == outcome && since != null ? since : now;
  }
}
