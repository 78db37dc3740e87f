package org.wirewatch.route;

import java.util.List;

/**
 * What {@link Router#assign} decided.
 *
 * @param assignments one for each receiver; to be handled by {@link Groups}, all of one receiver on
 *     one partition
 * @param trail the alert's trail from now on
 * @param decision what the tree says of this revision, for metrics and people
 */
public record Assigned(List<Assignment> assignments, Trail trail, Decision decision) {
  public Assigned {
    assignments = List.copyOf(assignments);
  }
}
