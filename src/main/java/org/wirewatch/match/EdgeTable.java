package org.wirewatch.match;

/**
 * The edges of a trie. A small filter of one bit an edge answers for most that are absent, without
 * a look into the far larger table: texts have many more pairs of words than phrases do. Confined
 * to one thread while it is written, safe to share once it no longer is.
 */
final class EdgeTable {
  private static final int BITS_PER_EDGE = 8;

  private final LongIntMap children;
  private final long[] filter;
  private final int shift;

  EdgeTable(int expected) {
    children = new LongIntMap(expected);
    int bits = Integer.highestOneBit(Math.max(64, expected) * BITS_PER_EDGE - 1) * 2;
    filter = new long[bits / Long.SIZE];
    shift = Long.numberOfLeadingZeros(bits - 1L);
  }

  void add(long edge, int child) {
    children.put(edge, child);
    int bit = bit(edge);
    filter[bit >>> 6] |= 1L << bit;
  }

  /** Whether there may be an edge; false where there is none, but for one in some ten. */
  boolean mayHave(long edge) {
    int bit = bit(edge);
    return (filter[bit >>> 6] & 1L << bit) != 0;
  }

  /** Where an edge leads; negative if there is none. */
  int child(long edge) {
    return mayHave(edge) ? children.get(edge) : LongIntMap.ABSENT;
  }

  private int bit(long edge) {
    return (int) ((edge * 0xD6E8FEB86659FD93L) >>> shift);
  }
}
