package org.wirewatch.pack;

import java.util.Arrays;

/**
 * The phrases of an {@link EventLexicon} while they are collected: a trie whose edges are kept in
 * one table. Not thread-safe.
 */
final class EventTrie {
  static final int[] NOTHING = {};

  private long[] keys = new long[1 << 12];
  private int[] targets = new int[1 << 12];
  private int[][] payloads = new int[1 << 11][];
  private int nodes = 1;
  private int edges;

  EventTrie() {
    payloads[0] = NOTHING;
  }

  /** Adds a phrase, letter by letter, and what it stands for. */
  void add(String phrase, int payload) {
    int node = 0;
    for (int i = 0; i < phrase.length(); i++) {
      node = childOrNew(node, phrase.charAt(i));
    }
    int[] before = payloads[node];
    int[] after = Arrays.copyOf(before, before.length + 1);
    after[before.length] = payload;
    payloads[node] = after;
  }

  /** The number of nodes; the root is 0. */
  int nodes() {
    return nodes;
  }

  /** What the phrase that ends at a node stands for. */
  int[] payload(int node) {
    return payloads[node];
  }

  /** The edges as {@link #from} and {@link #letter} read them, in ascending order of both. */
  long[] edges() {
    long[] all = Arrays.stream(keys).filter(key -> key != 0).toArray();
    Arrays.sort(all);
    return all;
  }

  static int from(long edge) {
    return (int) ((edge & ~(1L << 62)) >>> 16);
  }

  static char letter(long edge) {
    return (char) edge;
  }

  /** The node that an edge leads to; -1 if there is none such. */
  int to(long edge) {
    int mask = keys.length - 1;
    for (int slot = slot(edge) & mask; keys[slot] != 0; slot = (slot + 1) & mask) {
      if (keys[slot] == edge) {
        return targets[slot];
      }
    }
    return -1;
  }

  private int childOrNew(int node, char c) {
    int known = to(key(node, c));
    if (known >= 0) {
      return known;
    }
    if (++edges * 2 > keys.length) {
      grow();
    }
    if (nodes == payloads.length) {
      payloads = Arrays.copyOf(payloads, nodes * 2);
    }
    payloads[nodes] = NOTHING;
    insert(key(node, c), nodes);
    return nodes++;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldTargets = targets;
    keys = new long[oldKeys.length * 2];
    targets = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        insert(oldKeys[i], oldTargets[i]);
      }
    }
  }

  private void insert(long key, int target) {
    int mask = keys.length - 1;
    int slot = slot(key) & mask;
    while (keys[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = key;
    targets[slot] = target;
  }

  /** Never zero: zero marks a free slot. */
  private static long key(int node, char c) {
    return (1L << 62) | ((long) node << 16) | c;
  }

  private static int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40);
  }
}
