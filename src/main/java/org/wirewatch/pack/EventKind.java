package org.wirewatch.pack;

import java.util.List;
import java.util.Set;

/**
 * One kind of event of the built-in pack.
 *
 * @param slug as in {@code event:airspace-closed}
 * @param name what people call it; shown in alerts
 * @param counts the line that decides what counts: the item says that …
 * @param live rules that tell it as happening; any one is enough
 * @param ended rules that tell its end
 * @param denied rules that tell that it is not so: the border stays open
 * @param reach how many words may stand between two that a rule ties together
 * @param ignored cues that say nothing about the status of this kind: a warning is asked for by
 *     nature
 * @param needsPlace whether one that no country is named for is none: presidents of clubs resign
 * @param performed word classes whose words make the event by being said, so that they announce
 *     nothing: to declare a curfew is the curfew
 * @param figurative word classes of things that other things are called by, too
 * @param support word classes of which an item that tells of a figurative thing has one, unless it
 *     names a country: a volleyball team's no-fly zone has none
 */
public record EventKind(
    String slug,
    String name,
    String counts,
    PlaceRole place,
    List<EventRule> live,
    List<EventRule> ended,
    List<EventRule> denied,
    int reach,
    Set<EventCue> ignored,
    boolean needsPlace,
    Set<Integer> performed,
    Set<Integer> figurative,
    Set<Integer> support) {

  public EventKind {
    live = List.copyOf(live);
    ended = List.copyOf(ended);
    denied = List.copyOf(denied);
    ignored = Set.copyOf(ignored);
    performed = Set.copyOf(performed);
    figurative = Set.copyOf(figurative);
    support = Set.copyOf(support);
  }

  /** Of the slug, which no two kinds share: kinds are keys, and their rules are many. */
  @Override
  public int hashCode() {
    return slug.hashCode();
  }

  /** Which of the countries near the words is the place of the event. */
  public enum PlaceRole {
    /** Whose it is: the airspace, the border, the government. */
    OWNER,
    /** Whose side of the border it is: who is named first, not with whom it is shared. */
    FRONTIER,
    /** To whom it is done: struck, sanctioned, warned of. */
    TARGET,
    /** Where it happens. */
    SCENE
  }
}
