package org.wirewatch.match;

/**
 * A hash map from non-zero longs to non-negative ints: open addressing, no boxing, a key and its
 * value side by side in one cache line. Confined to one thread while it is written, safe to share
 * once it no longer is.
 */
final class LongIntMap {
  static final int ABSENT = -1;

  /** Key, value, key, value … */
  private long[] slots;

  private int size;
  private int shift;

  LongIntMap(int expected) {
    allocate(Integer.highestOneBit(Math.max(8, expected) * 2 - 1));
  }

  /** Receives entries. */
  interface Visitor {
    void entry(long key, int value);
  }

  private void allocate(int capacity) {
    slots = new long[capacity * 2];
    shift = Long.numberOfLeadingZeros(capacity - 1L);
  }

  int size() {
    return size;
  }

  int get(long key) {
    int mask = slots.length - 2;
    for (int i = slot(key); ; i = (i + 2) & mask) {
      long found = slots[i];
      if (found == key) {
        return (int) slots[i + 1];
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
    if (size * 3 >= slots.length) {
      grow();
    }
    int mask = slots.length - 2;
    int i = slot(key);
    while (slots[i] != 0 && slots[i] != key) {
      i = (i + 2) & mask;
    }
    if (slots[i] == 0) {
      slots[i] = key;
      size++;
    }
    slots[i + 1] = value;
  }

  void forEach(Visitor visitor) {
    for (int i = 0; i < slots.length; i += 2) {
      if (slots[i] != 0) {
        visitor.entry(slots[i], (int) slots[i + 1]);
      }
    }
  }

  private void grow() {
    long[] old = slots;
    allocate(old.length);
    size = 0;
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0) {
        put(old[i], (int) old[i + 1]);
      }
    }
  }

  /** The high bits of the product are the well-mixed ones. */
  private int slot(long key) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> shift) << 1;
  }

  @Override
  public String toString() {
    return size + " of " + slots.length / 2;
  }
}
