package org.wirewatch.poll;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wirewatch.poll.FetchResult.Reason;

/**
 * What one visit of a feed is counted as. Immutable.
 *
 * @param answer what came; null where nobody was asked for a document
 * @param failure why nothing could be read, few enough to be a metric's label; null where it could
 * @param added entries that were never shown before and are emitted
 * @param edited entries that were shown with another text and are emitted
 * @param known entries that were shown before as they are, or under another id
 * @param backlog entries of a first document that are older than the freshness window
 * @param unusable entries with neither text nor link, cut off, or beyond the limit
 */
record Tally(
    PollCheck.@Nullable Answer answer,
    @Nullable String failure,
    int added,
    int edited,
    int known,
    int backlog,
    int unusable) {
  static final Tally NONE = new Tally(null, null, 0, 0, 0, 0, 0);
  static final Tally NOT_MODIFIED = of(PollCheck.Answer.NOT_MODIFIED, null);
  static final Tally SAME = of(PollCheck.Answer.SAME, null);
  static final Tally UNREADABLE = of(PollCheck.Answer.UNREADABLE, "unreadable");

  static Tally failed(Reason reason) {
    return of(PollCheck.Answer.FAILED, label(reason));
  }

  /** What becomes of the entries of a document that was read. */
  static Tally read(int added, int edited, int known, int backlog, int unusable) {
    return new Tally(PollCheck.Answer.READ, null, added, edited, known, backlog, unusable);
  }

  static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Tally of(PollCheck.Answer answer, @Nullable String failure) {
    return new Tally(answer, failure, 0, 0, 0, 0, 0);
  }
}
