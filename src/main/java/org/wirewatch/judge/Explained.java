package org.wirewatch.judge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirewatch.model.FlaggedItem;

/**
 * An item judged, with the reasons.
 *
 * @param reasons of every country, leader and event flagged
 * @param rejected what is watched and was read and refused, in reading order
 * @param terms by entry that was asked for, why its query flags the item or does not: one reason
 *     for each watchlist that has such an entry
 */
public record Explained(
    FlaggedItem flagged,
    List<Why> reasons,
    List<WhyNot> rejected,
    Map<String, List<TermByTerm>> terms) {
  public Explained {
    reasons = List.copyOf(reasons);
    rejected = List.copyOf(rejected);
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
  }
}
