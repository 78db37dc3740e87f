package org.wirewatch.match;

import java.util.Arrays;

/**
 * The places of leaves in one item, by leaf in the order they are met. Used item after item,
 * confined to one thread.
 */
final class LeafHits {
  /**
   * By leaf, its slot: only if that slot is in use and has this very leaf, else left from before.
   */
  private int[] slotOf = new int[0];

  private int slotCount;
  private int[] slotLeaf = new int[256];
  private int[] slotHead = new int[256];
  private int[] slotTail = new int[256];
  private int[] slotSize = new int[256];

  private int size;
  private int[] first = new int[1024];
  private int[] last = new int[1024];
  private int[] start = new int[1024];
  private int[] end = new int[1024];
  private int[] next = new int[1024];

  /** Forgets what was found, and makes room for so many different leaves. */
  void clear(int leaves) {
    if (slotOf.length < leaves) {
      slotOf = new int[leaves];
    }
    slotCount = 0;
    size = 0;
  }

  void add(int leaf, int firstToken, int lastToken, int from, int to) {
    int slot = slot(leaf);
    if (slot < 0) {
      slot = newSlot(leaf);
    } else if (isKnown(slot, firstToken, lastToken)) {
      return;
    }
    if (size == first.length) {
      grow();
    }
    first[size] = firstToken;
    last[size] = lastToken;
    start[size] = from;
    end[size] = to;
    next[size] = -1;
    if (slotHead[slot] < 0) {
      slotHead[slot] = size;
    } else {
      next[slotTail[slot]] = size;
    }
    slotTail[slot] = size++;
    slotSize[slot]++;
  }

  /** Two readings or spellings may lead to the same place, one right after the other. */
  private boolean isKnown(int slot, int firstToken, int lastToken) {
    int tail = slotTail[slot];
    if (first[tail] != firstToken) {
      return false;
    }
    for (int h = slotHead[slot]; h >= 0; h = next[h]) {
      if (first[h] == firstToken && last[h] == lastToken) {
        return true;
      }
    }
    return false;
  }

  private int newSlot(int leaf) {
    if (slotCount == slotLeaf.length) {
      int more = slotCount * 2;
      slotLeaf = Arrays.copyOf(slotLeaf, more);
      slotHead = Arrays.copyOf(slotHead, more);
      slotTail = Arrays.copyOf(slotTail, more);
      slotSize = Arrays.copyOf(slotSize, more);
    }
    slotLeaf[slotCount] = leaf;
    slotHead[slotCount] = -1;
    slotSize[slotCount] = 0;
    slotOf[leaf] = slotCount;
    return slotCount++;
  }

  private int slot(int leaf) {
    int slot = slotOf[leaf];
    return slot < slotCount && slotLeaf[slot] == leaf ? slot : -1;
  }

  private void grow() {
    int more = size * 2;
    first = Arrays.copyOf(first, more);
    last = Arrays.copyOf(last, more);
    start = Arrays.copyOf(start, more);
    end = Arrays.copyOf(end, more);
    next = Arrays.copyOf(next, more);
  }

  /** How many different leaves were met. */
  int leafCount() {
    return slotCount;
  }

  /** The leaf met as number {@code slot}. */
  int leaf(int slot) {
    return slotLeaf[slot];
  }

  boolean has(int leaf) {
    return slot(leaf) >= 0;
  }

  /** The first hit of a leaf, -1 if it was not met. */
  int head(int leaf) {
    int slot = slot(leaf);
    return slot < 0 ? -1 : slotHead[slot];
  }

  /** The hit of the same leaf after {@code hit}, -1 after the last. */
  int next(int hit) {
    return next[hit];
  }

  int first(int hit) {
    return first[hit];
  }

  int last(int hit) {
    return last[hit];
  }

  Place place(int hit) {
    return new Place(first[hit], last[hit], start[hit], end[hit]);
  }

  /** The places of a leaf, by first and then last token. */
  Intervals intervals(int leaf) {
    int slot = slot(leaf);
    if (slot < 0) {
      return Intervals.NONE;
    }
    Intervals found = new Intervals(slotSize[slot]);
    for (int h = slotHead[slot]; h >= 0; h = next[h]) {
      found.add(first[h], last[h]);
    }
    return found.sorted();
  }
}
