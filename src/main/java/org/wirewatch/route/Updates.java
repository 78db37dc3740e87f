package org.wirewatch.route;

import java.time.Duration;
import java.util.Set;
import org.wirewatch.model.Change;

/**
 * Which changes of an alert already told are told as well, and at most how often.
 *
 * @param on the changes; an alert that got louder than it was told is told whatever this says
 * @param atMost the shortest time between two updates of one alert; what comes sooner waits and is
 *     told as of then, in one message
 */
public record Updates(Set<Change> on, Duration atMost) {
  public static final Updates DEFAULT =
      new Updates(
          Set.of(Change.STATUS_CHANGED, Change.ESCALATED, Change.CORROBORATED),
          Duration.ofMinutes(5));

  public Updates {
    on = Set.copyOf(on);
  }
}
