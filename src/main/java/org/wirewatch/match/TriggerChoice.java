package org.wirewatch.match;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what makes a query worth deciding: leaves of which every item has one for which the query
 * holds. Of an AND the part that is rarest, of an OR every part.
 */
final class TriggerChoice {
  private final QueryTable table;
  private final LeafTrieWriter leaves;

  TriggerChoice(QueryTable table, LeafTrieWriter leaves) {
    this.table = table;
    this.leaves = leaves;
  }

  /** Some leaves, and a guess of how many of all items have one. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Choice(int[] leaves, double frequency) {}

  /** The leaves for a node; null if it may hold without any: NOT, {@code lang:}. */
  int @Nullable [] leaves(int node) {
    Choice choice = choice(node);
    return choice == null ? null : choice.leaves;
  }

  private @Nullable Choice choice(int node) {
    return switch (table.op(node)) {
      case ALL, FACT, NOT -> null;
      case LEAF -> {
        int leaf = QueryTable.leaf(node);
        yield new Choice(new int[] {leaf}, leaves.frequency(leaf));
      }
      case AND, WITHIN, NEAR, SENTENCE, PARAGRAPH, AT_LEAST -> rarest(node);
      case OR -> every(node);
    };
  }

  private @Nullable Choice rarest(int node) {
    Choice best = null;
    for (int c = table.childrenFrom(node); c < table.childrenTo(node); c++) {
      Choice choice = choice(table.child(c));
      if (choice != null && (best == null || choice.frequency < best.frequency)) {
        best = choice;
      }
    }
    return best;
  }

  private @Nullable Choice every(int node) {
    int from = table.childrenFrom(node);
    int[] all = new int[table.childrenTo(node) - from];
    int size = 0;
    double frequency = 0;
    for (int c = from; c < table.childrenTo(node); c++) {
      Choice choice = choice(table.child(c));
      if (choice == null) {
        return null;
      }
      if (size + choice.leaves.length > all.length) {
        all = Arrays.copyOf(all, Math.max(all.length * 2, size + choice.leaves.length));
      }
      System.arraycopy(choice.leaves, 0, all, size, choice.leaves.length);
      size += choice.leaves.length;
      frequency += choice.frequency;
    }
    return new Choice(size == all.length ? all : Arrays.copyOf(all, size), frequency);
  }
}
