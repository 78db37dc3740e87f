package org.wirewatch.search;

import java.util.List;

/**
 * What a search found. Immutable.
 *
 * @param total how many there are, beyond the limit too
 * @param complete whether the index has read all that the topics hold; false for a while after it
 *     had to be built anew
 */
public record SearchResult(int total, boolean complete, List<SearchHit> hits) {
  public SearchResult {
    hits = List.copyOf(hits);
  }
}
