package org.wirewatch.poll;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirewatch.poll.Health.Outcome;

/**
 * How the poller does. Immutable.
 *
 * @param feeds how many of this instance's feeds stand how
 * @param polls how many polls were answered how since the start
 * @param items how many items were emitted since the start
 * @param problem what keeps it from working and what to do; null while nothing does
 */
public record PollCheck(
    Map<Outcome, Integer> feeds, Map<Answer, Long> polls, long items, @Nullable String problem) {
  public PollCheck {
    feeds = Map.copyOf(feeds);
    polls = Map.copyOf(polls);
  }

  /** What came of asking for a document. */
  public enum Answer {
    /** A document that was understood. */
    READ,
    /** Status 304. */
    NOT_MODIFIED,
    /** The very bytes of the last time, from a server that knows no 304. */
    SAME,
    /** A document that is no feed. */
    UNREADABLE,
    /** None. */
    FAILED
  }
}
