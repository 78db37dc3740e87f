package org.wirewatch.judge;

import java.util.List;
import org.wirewatch.model.FlaggedItem;

/**
 * An item judged, with the reasons.
 *
 * @param reasons of every country, leader and event flagged
 * @param rejected what is watched and was read and refused, in reading order
 */
public record Explained(FlaggedItem flagged, List<Why> reasons, List<WhyNot> rejected) {
  public Explained {
    reasons = List.copyOf(reasons);
    rejected = List.copyOf(rejected);
  }
}
