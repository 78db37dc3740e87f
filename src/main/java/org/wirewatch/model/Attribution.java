package org.wirewatch.model;

import java.util.List;

/**
 * Who an item says first reported it.
 *
 * @param originals names of news organisations, in the order told
 * @param republisher whether the item is mainly another outlet's report
 */
public record Attribution(List<String> originals, boolean republisher) {
  /** The outlet's own reporting. */
  public static final Attribution OWN = new Attribution(List.of(), false);

  public Attribution {
    originals = List.copyOf(originals);
  }
}
