package org.wirewatch.match;

import java.util.Arrays;

/** A growing list of intervals of tokens, both ends inclusive. Confined to one thread. */
final class Intervals {
  static final Intervals NONE = new Intervals(0);

  private int[] first;
  private int[] last;
  private int size;

  Intervals(int expected) {
    first = new int[expected];
    last = new int[expected];
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int first(int i) {
    return first[i];
  }

  int last(int i) {
    return last[i];
  }

  void add(int from, int to) {
    if (size == first.length) {
      first = Arrays.copyOf(first, size * 2 + 4);
      last = Arrays.copyOf(last, size * 2 + 4);
    }
    first[size] = from;
    last[size] = to;
    size++;
  }

  /** The same, by first and then last token, each once. */
  Intervals sorted() {
    if (isSorted()) {
      return this;
    }
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      keys[i] = (long) first[i] << 32 | last[i];
    }
    Arrays.sort(keys);
    Intervals sorted = new Intervals(size);
    for (int i = 0; i < keys.length; i++) {
      if (i == 0 || keys[i] != keys[i - 1]) {
        sorted.add((int) (keys[i] >>> 32), (int) keys[i]);
      }
    }
    return sorted;
  }

  private boolean isSorted() {
    for (int i = 1; i < size; i++) {
      boolean ascends =
          first[i] > first[i - 1] || (first[i] == first[i - 1] && last[i] > last[i - 1]);
      if (!ascends) {
        return false;
      }
    }
    return true;
  }

  /** Only those that contain no other; firsts and lasts ascend together. */
  Intervals minimal() {
    Intervals sorted = sorted();
    Intervals kept = new Intervals(size);
    int nearestEnd = Integer.MAX_VALUE;
    for (int i = sorted.size - 1; i >= 0; i--) {
      boolean longerTwin = i > 0 && sorted.first[i - 1] == sorted.first[i];
      if (sorted.last[i] < nearestEnd && !longerTwin) {
        kept.add(sorted.first[i], sorted.last[i]);
        nearestEnd = sorted.last[i];
      }
    }
    return kept.reversed();
  }

  private Intervals reversed() {
    Intervals reversed = new Intervals(size);
    for (int i = size - 1; i >= 0; i--) {
      reversed.add(first[i], last[i]);
    }
    return reversed;
  }

  /** Their numbers, by last token. */
  int[] orderByLast() {
    int[] order = new int[size];
    boolean ascends = true;
    for (int i = 0; i < size; i++) {
      order[i] = i;
      ascends &= i == 0 || last[i] >= last[i - 1];
    }
    return ascends ? order : sortedByLast();
  }

  private int[] sortedByLast() {
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      keys[i] = (long) last[i] << 32 | i;
    }
    Arrays.sort(keys);
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }

  /** Whether one of these, which are minimal, contains the interval. */
  boolean contain(int from, int to) {
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (first[middle] <= from) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high >= 0 && last[high] >= to;
  }
}
