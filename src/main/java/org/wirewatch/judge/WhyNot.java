package org.wirewatch.judge;

import java.util.List;
import org.wirewatch.model.Evidence;

/**
 * Something watched that the item seems to tell of and was not taken to.
 *
 * @param entry what it would have been: {@code country:TR}, {@code event:air-strike}
 * @param decision which step said no
 * @param evidence the words
 * @param reason in plain words, what spoke against it
 * @param cues what was weighed, the heaviest first
 */
public record WhyNot(
    String entry, Decision decision, Evidence evidence, String reason, List<Weighed> cues) {

  public WhyNot {
    cues = List.copyOf(cues);
  }

  /** The steps of judging that can say no. */
  public enum Decision {
    /** The words mean something else: the bird, another person, part of a longer name. */
    READING,
    /** It is mentioned, and the item is not about it: flagged, with {@code about} false. */
    SALIENCE,
    /** The words of an event tell none: a drill, a film, how such things are in general. */
    EVENT,
    /** An event that the entry's own conditions leave out: another status or place. */
    CONDITION
  }
}
