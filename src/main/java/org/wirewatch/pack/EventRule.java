package org.wirewatch.pack;

import java.util.List;

/**
 * Which classes of words, standing together, tell an event; classes are numbers of {@link
 * Events#wordClass}.
 *
 * @param anchor the class of the thing or of the whole phrase: airspace, air strike
 * @param tied classes that stand in one clause with the anchor, in either order
 * @param nearby classes that stand anywhere in the sentence
 * @param titleOnly whether it holds in headlines only
 */
public record EventRule(int anchor, List<Integer> tied, List<Integer> nearby, boolean titleOnly) {
  public EventRule {
    tied = List.copyOf(tied);
    nearby = List.copyOf(nearby);
  }
}
