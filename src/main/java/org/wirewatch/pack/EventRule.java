package org.wirewatch.pack;

import java.util.List;

/**
 * Which classes of words, standing together, tell an event; classes are numbers of {@link
 * Events#wordClass}.
 *
 * @param anchor the class of the thing or of the whole phrase: airspace, air strike
 * @param tied classes that stand in one clause with the anchor, in either order
 * @param nearby classes that stand anywhere in the sentence
 * @param where in which sentences it holds
 */
public record EventRule(int anchor, List<Integer> tied, List<Integer> nearby, Where where) {
  public EventRule {
    tied = List.copyOf(tied);
    nearby = List.copyOf(nearby);
  }

  /** Whether the anchor and at most one thing done to it tell the event. */
  public boolean isPlain() {
    return tied.size() <= 1 && nearby.isEmpty();
  }

  /** The sentences that a rule holds in. */
  public enum Where {
    ANYWHERE,
    /** Headlines that name a country: there a bare word tells an event. */
    HEADLINE,
    /** Sentences that name a country: skies close everywhere, a country's skies to aircraft. */
    BESIDE_COUNTRY
  }
}
