package org.wirewatch.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The expressions of many queries as numbered nodes in arrays; equal expressions are one node.
 * Built by one thread, then safe to share.
 */
final class QueryTable {
  private final LongIntMap numbers = new LongIntMap(64);
  private final List<Query.Fact> facts = new ArrayList<>();
  private Op[] ops = new Op[64];
  private int[] arguments = new int[64];
  private int[] childrenFrom = new int[65];
  private int[] children = new int[64];
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

  int leaf(int leaf) {
    return node(Op.LEAF, leaf);
  }

  int fact(Query.Fact fact) {
    int known = facts.indexOf(fact);
    if (known < 0) {
      known = facts.size();
      facts.add(fact);
    }
    return node(Op.FACT, known);
  }

  /** The number of a node, new or known. */
  int node(Op op, int argument, int... operands) {
    long key = Mixing.mix(op.name().hashCode(), argument);
    for (int operand : operands) {
      key = Mixing.mix(key, operand);
    }
    int known = numbers.get(key);
    if (known >= 0) {
      return known;
    }
    numbers.put(key, nodes);
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

  Op op(int node) {
    return ops[node];
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
