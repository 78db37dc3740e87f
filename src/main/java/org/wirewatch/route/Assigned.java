package org.wirewatch.route;

import java.util.List;
import org.wirewatch.model.Alert;

/**
 * What {@link Router#assign} decided.
 *
 * @param alert the revision as it is passed on: with no more of its reports than a message tells
 * @param assignments one for each receiver; to be handled by {@link Groups}, all of one receiver on
 *     one partition
 * @param trail the alert's trail from now on
 * @param decision what the tree says of this revision, for metrics and people
 * @param isForAll whether every receiver's task needs to know of it, since it may inhibit others or
 *     no longer does
 */
public record Assigned(
    Alert alert, List<Assignment> assignments, Trail trail, Decision decision, boolean isForAll) {
  public Assigned {
    assignments = List.copyOf(assignments);
  }
}
