package org.wirewatch.match;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the matches of one item in any order and gives them by the numbers of their queries.
 * Used item after item, confined to one thread.
 */
final class MatchSink {
  private @Nullable QueryMatch[] matches = new @Nullable QueryMatch[64];

  /** Of each match the number of its query, and its own in the lower half: sorted without looks. */
  private long[] order = new long[64];

  private int size;

  void add(int query, QueryMatch match) {
    if (size == matches.length) {
      matches = Arrays.copyOf(matches, size * 2);
      order = Arrays.copyOf(order, size * 2);
    }
    order[size] = (long) query << Integer.SIZE | size;
    matches[size++] = match;
  }

  /** Forgets what was collected. */
  void clear() {
    Arrays.fill(matches, 0, size, null);
    size = 0;
  }

  /** Moves all to the end of {@code found}. */
  void drainTo(List<QueryMatch> found) {
    Arrays.sort(order, 0, size);
    for (int i = 0; i < size; i++) {
      found.add(matches[(int) order[i]]);
    }
    clear();
  }
}
