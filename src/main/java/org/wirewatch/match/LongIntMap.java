package org.wirewatch.match;

import java.util.Arrays;

/**
 * A hash map from non-zero longs to non-negative ints: open addressing, no boxing. Confined to one
 * thread while it is written, safe to share once it no longer is.
 */
final class LongIntMap {
  static final int ABSENT = -1;

  private long[] keys;
  private int[] values;
  private int size;
  private int shift;

  LongIntMap(int expected) {
    int capacity = Integer.highestOneBit(Math.max(8, expected) * 2 - 1) * 2;
    allocate(capacity);
  }

  private void allocate(int capacity) {
    keys = new long[capacity];
    values = new int[capacity];
    shift = Long.numberOfLeadingZeros(capacity - 1L);
  }

  int size() {
    return size;
  }

  int get(long key) {
    int mask = keys.length - 1;
    for (int i = slot(key); ; i = (i + 1) & mask) {
      long found = keys[i];
      if (found == key) {
        return values[i];
      }
      if (found == 0) {
        return ABSENT;
      }
    }
  }

  void put(long key, int value) {
    if (key == 0 || value < 0) {
      throw new IllegalArgumentException("key 0 and negative values are reserved");
    }
    if (size * 3 > keys.length * 2) {
      grow();
    }
    int mask = keys.length - 1;
    int i = slot(key);
    while (keys[i] != 0 && keys[i] != key) {
      i = (i + 1) & mask;
    }
    if (keys[i] == 0) {
      keys[i] = key;
      size++;
    }
    values[i] = value;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    allocate(keys.length * 2);
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        put(oldKeys[i], oldValues[i]);
      }
    }
  }

  /** The high bits of the product are the well-mixed ones. */
  private int slot(long key) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> shift);
  }

  @Override
  public String toString() {
    return "LongIntMap" + Arrays.asList(size, keys.length);
  }
}
