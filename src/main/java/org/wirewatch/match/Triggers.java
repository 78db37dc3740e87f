package org.wirewatch.match;

import java.util.Arrays;

/** Collects which leaves make which queries worth deciding. Confined to one thread. */
final class Triggers {
  private int[] leaf = new int[64];
  private int[] query = new int[64];
  private int size;
  private int[] always = new int[8];
  private int alwaysSize;

  void add(int leafNumber, int queryNumber) {
    if (size == leaf.length) {
      int more = size + size / 2;
      leaf = Arrays.copyOf(leaf, more);
      query = Arrays.copyOf(query, more);
    }
    leaf[size] = leafNumber;
    query[size] = queryNumber;
    size++;
  }

  void addAlways(int queryNumber) {
    if (alwaysSize == always.length) {
      always = Arrays.copyOf(always, alwaysSize * 2);
    }
    always[alwaysSize++] = queryNumber;
  }

  /** Where each leaf's queries start in {@link #byLeaf}; one more at the end. */
  int[] from(int leaves) {
    int[] from = new int[leaves + 1];
    for (int i = 0; i < size; i++) {
      from[leaf[i] + 1]++;
    }
    for (int i = 0; i < leaves; i++) {
      from[i + 1] += from[i];
    }
    return from;
  }

  int[] byLeaf(int leaves) {
    int[] next = from(leaves);
    int[] queries = new int[size];
    for (int i = 0; i < size; i++) {
      queries[next[leaf[i]]++] = query[i];
    }
    return queries;
  }

  int[] untriggered() {
    return Arrays.copyOf(always, alwaysSize);
  }
}
