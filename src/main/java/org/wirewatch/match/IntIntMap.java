package org.wirewatch.match;

/**
 * A hash map from ints to ints that is emptied in constant time, for use item after item. Confined
 * to one thread.
 */
final class IntIntMap {
  static final int ABSENT = Integer.MIN_VALUE;

  /** Key, value and stamp of each slot side by side, and one int to spare. */
  private static final int WIDTH = 4;

  private int[] slots = new int[1024 * WIDTH];
  private int stamp = 1;
  private int size;

  void clear() {
    size = 0;
    if (++stamp == 0) {
      slots = new int[slots.length];
      stamp = 1;
    }
  }

  int get(int key) {
    int mask = slots.length - 1;
    for (int i = slot(key); slots[i + 2] == stamp; i = (i + WIDTH) & mask) {
      if (slots[i] == key) {
        return slots[i + 1];
      }
    }
    return ABSENT;
  }

  void put(int key, int value) {
    if (size * 2 * WIDTH >= slots.length) {
      grow();
    }
    int mask = slots.length - 1;
    int i = slot(key);
    while (slots[i + 2] == stamp && slots[i] != key) {
      i = (i + WIDTH) & mask;
    }
    if (slots[i + 2] != stamp) {
      slots[i + 2] = stamp;
      slots[i] = key;
      size++;
    }
    slots[i + 1] = value;
  }

  private void grow() {
    int[] old = slots;
    slots = new int[old.length * 2];
    size = 0;
    for (int i = 0; i < old.length; i += WIDTH) {
      if (old[i + 2] == stamp) {
        put(old[i], old[i + 1]);
      }
    }
  }

  private int slot(int key) {
    return (key * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(slots.length - 1) & -WIDTH;
  }
}
