package org.wirewatch.story;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Status;

/**
 * What a person was told last of one story under one watchlist entry.
 *
 * @param id of the alert
 * @param story the id of the story; {@code thing} is whose
 * @param revision the last
 * @param originals told with it; so are {@code status} and {@code severity}
 * @param raised when the first revision was made, {@code revised} when the last
 * @param due when the reports that came since are to be told; null where none came
 */
public record AlertState(
    String id,
    String thing,
    String story,
    Subscriber subscriber,
    int revision,
    Alert.State state,
    @Nullable Status status,
    Severity severity,
    int originals,
    Instant raised,
    Instant revised,
    @Nullable Instant due) {

  private static final int PATIENCE = 4;
  private static final Duration LONGEST = Duration.ofHours(1);

  /**
   * The state with further reports waiting to be told: not before {@code shortest} has passed since
   * the last revision, and the longer the alert stands, the more patiently, up to an hour. A storm
   * of reports is a handful of revisions.
   *
   * @param now when the report came: nothing is told before
   */
  AlertState waiting(Duration shortest, Instant now) {
    if (due != null) {
      return this;
    }
    Duration patient = Duration.between(raised, revised).dividedBy(PATIENCE);
    Duration wait = patient.compareTo(shortest) < 0 ? shortest : patient;
    Instant patiently = revised.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    Instant when = patiently.isBefore(now) ? now : patiently;
    return new AlertState(
        id,
        thing,
        story,
        subscriber,
        revision,
        state,
        status,
        severity,
        originals,
        raised,
        revised,
        when);
  }
}
