package org.wirewatch.judge;

import java.util.List;

/**
 * What made a flag.
 *
 * @param entry as in the flag
 * @param salience of the entry in the item, in [0,1]
 * @param cues what was weighed, the heaviest first
 */
public record Why(String entry, double salience, List<Weighed> cues) {
  public Why {
    cues = List.copyOf(cues);
  }
}
