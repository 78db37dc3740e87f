package org.wirewatch.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The expressions of many queries as numbered nodes in arrays, operands before what is made of
 * them. A leaf is not stored: its node is the complement of its number, so that whether it was met
 * is known without a look here. Written by one thread, then safe to share.
 */
final class QueryTable {
  private final List<Query.Fact> facts = new ArrayList<>();
  private Op[] ops = new Op[64];
  private int[] arguments = new int[64];
  private int[] childrenFrom = new int[65];
  private int[] children = new int[64];
  private final BitSet shared = new BitSet();
  private int nodes;

  /** What a node does. */
  enum Op {
    ALL,
    LEAF,
    FACT,
    NOT,
    AND,
    OR,
    WITHIN,
    NEAR,
    SENTENCE,
    PARAGRAPH,
    AT_LEAST
  }

  /** Adds a fact and gives its number. */
  int addFact(Query.Fact fact) {
    facts.add(fact);
    return facts.size() - 1;
  }

  /** Adds a node that is no leaf and gives its number. */
  int add(Op op, int argument, int... operands) {
    store(op, argument, operands);
    return nodes++;
  }

  private void store(Op op, int argument, int[] operands) {
    if (nodes == ops.length) {
      int more = nodes + nodes / 2;
      ops = Arrays.copyOf(ops, more);
      arguments = Arrays.copyOf(arguments, more);
      childrenFrom = Arrays.copyOf(childrenFrom, more + 1);
    }
    int from = childrenFrom[nodes];
    if (from + operands.length > children.length) {
      children = Arrays.copyOf(children, (from + operands.length) * 2);
    }
    ops[nodes] = op;
    arguments[nodes] = argument;
    System.arraycopy(operands, 0, children, from, operands.length);
    childrenFrom[nodes + 1] = from + operands.length;
  }

  /** Says that a node is part of several expressions, or several times of one. */
  void share(int node) {
    shared.set(node);
  }

  /** Whether a node may be asked for more than once an item and is no leaf. */
  boolean isShared(int node) {
    return !isLeaf(node) && shared.get(node);
  }

  /** The node of a leaf. */
  static int ofLeaf(int leaf) {
    return ~leaf;
  }

  static boolean isLeaf(int node) {
    return node < 0;
  }

  /** The number of the leaf that a node is. */
  static int leaf(int node) {
    return ~node;
  }

  Op op(int node) {
    return isLeaf(node) ? Op.LEAF : ops[node];
  }

  int argument(int node) {
    return arguments[node];
  }

  Query.Fact fact(int node) {
    return facts.get(arguments[node]);
  }

  int childrenFrom(int node) {
    return childrenFrom[node];
  }

  int childrenTo(int node) {
    return childrenFrom[node + 1];
  }

  int child(int at) {
    return children[at];
  }
}
