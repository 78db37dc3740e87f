package org.wirewatch.match;

/**
 * Which leaves make which queries worth deciding. Confined to one thread.
 *
 * <p>A query is listed with what is known of it once one of its leaves was met: whether it holds,
 * being nothing but that leaf, and whether other leaves may bring it up a second time.
 */
final class Triggers {
  private static final int QUERY_SHIFT = 2;
  private static final int HOLDS = 1;
  private static final int SEVERAL = 1 << 1;

  private final IntList leaf = new IntList();
  private final IntList query = new IntList();
  private final IntList always = new IntList();

  /** The triggers of queries by their root nodes. */
  static Triggers of(int[] roots, TriggerChoice choice) {
    Triggers triggers = new Triggers();
    for (int number = 0; number < roots.length; number++) {
      int[] leaves = choice.leaves(roots[number]);
      if (leaves == null) {
        triggers.always.add(number);
      } else {
        for (int each : leaves) {
          triggers.leaf.add(each);
          boolean holds = QueryTable.isLeaf(roots[number]);
          triggers.query.add(
              number << QUERY_SHIFT | (holds ? HOLDS : 0) | (leaves.length > 1 ? SEVERAL : 0));
        }
      }
    }
    return triggers;
  }

  /** The number of the query that was listed. */
  static int query(int listed) {
    return listed >>> QUERY_SHIFT;
  }

  /** Whether it holds where the leaf that lists it was met, without a further look. */
  static boolean holds(int listed) {
    return (listed & HOLDS) != 0;
  }

  /** Whether other leaves list it too. */
  static boolean hasSeveral(int listed) {
    return (listed & SEVERAL) != 0;
  }

  /** Where each leaf's queries start in {@link #byLeaf}; one more at the end. */
  int[] from(int leaves) {
    int[] from = new int[leaves + 1];
    for (int i = 0; i < leaf.size(); i++) {
      from[leaf.get(i) + 1]++;
    }
    for (int i = 0; i < leaves; i++) {
      from[i + 1] += from[i];
    }
    return from;
  }

  int[] byLeaf(int leaves) {
    int[] next = from(leaves);
    int[] queries = new int[leaf.size()];
    for (int i = 0; i < queries.length; i++) {
      queries[next[leaf.get(i)]++] = query.get(i);
    }
    return queries;
  }

  int[] untriggered() {
    return always.toArray();
  }
}
