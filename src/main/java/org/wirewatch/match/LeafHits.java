package org.wirewatch.match;

import java.util.Arrays;

/**
 * The places of leaves in one item, by leaf in the order they are met. Used item after item,
 * confined to one thread.
 */
final class LeafHits {
  /**
   * Of each leaf met: its number, its first and its last hit, how many it has, and the first of
   * those that start where the last does.
   */
  private static final int SLOT = 5;

  private static final int HEAD = 1;
  private static final int TAIL = 2;
  private static final int COUNT = 3;
  private static final int TWIN = 4;

  /** Of each hit: its first and last token, where it starts and ends, the next of the same leaf. */
  private static final int HIT = 5;

  private static final int LAST = 1;
  private static final int START = 2;
  private static final int END = 3;
  private static final int NEXT = 4;

  private static final int NO_HIT = -1;

  /** More than this is not kept for the next item. */
  private static final int MOST_KEPT = 1 << 16;

  /** By leaf, where its slot is; of a leaf that was not met, what was left behind. */
  private int[] slotOf = new int[0];

  /** The leaves met, a bit each: small enough for the nearest cache, as {@link #slotOf} is not. */
  private long[] met = new long[0];

  private int[] slots = new int[256 * SLOT];
  private int slotsEnd;
  private int[] hits = new int[1024 * HIT];
  private int hitsEnd;

  /** Forgets what was found, and makes room for so many different leaves. */
  void clear(int leaves) {
    for (int slot = 0; slot < slotsEnd; slot += SLOT) {
      met[slots[slot] >>> 6] = 0;
    }
    if (slotOf.length < leaves) {
      slotOf = new int[leaves];
      met = new long[(leaves >>> 6) + 1];
    }
    if (hits.length > MOST_KEPT) {
      hits = new int[1024 * HIT];
    }
    slotsEnd = 0;
    hitsEnd = 0;
  }

  void add(int leaf, int firstToken, int lastToken, int from, int to) {
    int slot = slot(leaf);
    if (slot < 0) {
      slot = newSlot(leaf);
      slots[slot + HEAD] = hitsEnd;
      slots[slot + TWIN] = hitsEnd;
    } else if (hits[slots[slot + TAIL]] != firstToken) {
      hits[slots[slot + TAIL] + NEXT] = hitsEnd;
      slots[slot + TWIN] = hitsEnd;
    } else if (isKnown(slots[slot + TWIN], lastToken)) {
      return;
    } else {
      hits[slots[slot + TAIL] + NEXT] = hitsEnd;
    }
    if (hitsEnd == hits.length) {
      hits = Arrays.copyOf(hits, hits.length * 2);
    }
    hits[hitsEnd] = firstToken;
    hits[hitsEnd + LAST] = lastToken;
    hits[hitsEnd + START] = from;
    hits[hitsEnd + END] = to;
    hits[hitsEnd + NEXT] = NO_HIT;
    slots[slot + TAIL] = hitsEnd;
    slots[slot + COUNT]++;
    hitsEnd += HIT;
  }

  /** Two readings or spellings may lead to the same place, one right after the other. */
  private boolean isKnown(int firstTwin, int lastToken) {
    for (int h = firstTwin; h >= 0; h = hits[h + NEXT]) {
      if (hits[h + LAST] == lastToken) {
        return true;
      }
    }
    return false;
  }

  private int newSlot(int leaf) {
    if (slotsEnd == slots.length) {
      slots = Arrays.copyOf(slots, slotsEnd * 2);
    }
    int slot = slotsEnd;
    slots[slot] = leaf;
    slots[slot + COUNT] = 0;
    slotOf[leaf] = slot;
    met[leaf >>> 6] |= 1L << leaf;
    slotsEnd += SLOT;
    return slot;
  }

  private int slot(int leaf) {
    return has(leaf) ? slotOf[leaf] : -1;
  }

  /** How many different leaves were met. */
  int leafCount() {
    return slotsEnd / SLOT;
  }

  /** The leaf met as number {@code met}. */
  int leaf(int met) {
    return slots[met * SLOT];
  }

  boolean has(int leaf) {
    return (met[leaf >>> 6] & 1L << leaf) != 0;
  }

  /** The first hit of a leaf, negative if it was not met. */
  int head(int leaf) {
    int slot = slot(leaf);
    return slot < 0 ? NO_HIT : slots[slot + HEAD];
  }

  /** The hit of the same leaf after {@code hit}, negative after the last. */
  int next(int hit) {
    return hits[hit + NEXT];
  }

  int first(int hit) {
    return hits[hit];
  }

  int last(int hit) {
    return hits[hit + LAST];
  }

  Place place(int hit) {
    return new Place(hits[hit], hits[hit + LAST], hits[hit + START], hits[hit + END]);
  }

  /** The places of a leaf, by first and then last token. */
  Intervals intervals(int leaf) {
    int slot = slot(leaf);
    if (slot < 0) {
      return Intervals.NONE;
    }
    Intervals found = new Intervals(slots[slot + COUNT]);
    for (int h = slots[slot + HEAD]; h >= 0; h = hits[h + NEXT]) {
      found.add(hits[h], hits[h + LAST]);
    }
    return found.sorted();
  }
}
