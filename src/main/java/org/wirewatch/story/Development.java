package org.wirewatch.story;

import java.time.Instant;
import java.util.List;

/** What became of stories; the reason for the revisions of their alerts. */
public sealed interface Development {
  /** When, event time. */
  Instant at();

  /** Time reached {@code at}, before anything else happens. */
  record TimePassed(Instant at) implements Development {}

  /** A report that told of nothing known. */
  record Opened(Story story, Report report, Instant at) implements Development {}

  /** A report that joined, or the newer text of one. */
  record Joined(Story story, Report report, Because because, Instant at) implements Development {}

  /**
   * A story that proved to be an older one, which goes on as {@code into}.
   *
   * @param story as it was last
   * @param reports as they were last
   */
  record Merged(Story story, List<Report> reports, Story into, Instant at) implements Development {}

  /**
   * A story that is over: nothing was told for its quiet time, or there are too many.
   *
   * @param story as it was last
   * @param reports as they were last
   */
  record Closed(Story story, List<Report> reports, Instant at) implements Development {}

  /** What joins a report to a story. */
  enum Because {
    /** A newer text of an item that the story has. */
    SAME_ITEM,
    /** Nearly the same words. */
    COPY,
    /** The same event by place, time and particulars. */
    SAME_EVENT,
    /** The same matter by its rare words. */
    SAME_MATTER
  }
}
