package org.wirewatch.match;

/**
 * Which leaves make which queries worth deciding. Confined to one thread.
 *
 * <p>Of a leaf's queries, those that no other leaf triggers are listed as they are, the others as
 * their complement: only these may come up twice for an item.
 */
final class Triggers {
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
          triggers.query.add(leaves.length == 1 ? number : ~number);
        }
      }
    }
    return triggers;
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
