package org.wirewatch.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who an item says first reported it.
 *
 * @param originals names of news organisations, in the order told
 * @param republisher whether the item is mainly another outlet's report
 * @param voice the publishing house whose report it is: that of the first original of a
 *     republisher, else the source's own; null where the built-in organisations do not have it
 */
public record Attribution(List<String> originals, boolean republisher, @Nullable String voice) {
  /** The own reporting of an outlet that nobody knows. */
  public static final Attribution OWN = new Attribution(List.of(), false, null);

  public Attribution {
    originals = List.copyOf(originals);
  }
}
