package org.wirewatch.match;

/**
 * A hash map from ints to ints that is emptied in constant time, for use item after item. Confined
 * to one thread.
 */
final class IntIntMap {
  static final int ABSENT = Integer.MIN_VALUE;

  private int[] keys = new int[1024];
  private int[] values = new int[1024];
  private int[] stamps = new int[1024];
  private int stamp = 1;
  private int size;

  void clear() {
    size = 0;
    if (++stamp == 0) {
      stamps = new int[stamps.length];
      stamp = 1;
    }
  }

  int get(int key) {
    int mask = keys.length - 1;
    for (int i = slot(key); stamps[i] == stamp; i = (i + 1) & mask) {
      if (keys[i] == key) {
        return values[i];
      }
    }
    return ABSENT;
  }

  void put(int key, int value) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int mask = keys.length - 1;
    int i = slot(key);
    while (stamps[i] == stamp && keys[i] != key) {
      i = (i + 1) & mask;
    }
    if (stamps[i] != stamp) {
      stamps[i] = stamp;
      keys[i] = key;
      size++;
    }
    values[i] = value;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldValues = values;
    int[] oldStamps = stamps;
    keys = new int[oldKeys.length * 2];
    values = new int[oldKeys.length * 2];
    stamps = new int[oldKeys.length * 2];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldStamps[i] == stamp) {
        put(oldKeys[i], oldValues[i]);
      }
    }
  }

  private int slot(int key) {
    return (key * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(keys.length - 1);
  }
}
