package org.wirewatch.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes queries into the tables of a segment. Confined to one thread. */
final class QueryWriter {
  private final LeafTrieWriter leaves = new LeafTrieWriter();
  private final QueryTable table = new QueryTable();
  private final LongIntMap numbers = new LongIntMap(64);
  private final Map<Query.Fact, Integer> facts = new HashMap<>();

  /** What was written; not to be read while more is. */
  QueryTable table() {
    return table;
  }

  /** All words, phrases and entities of what was written. */
  LeafTrieWriter leaves() {
    return leaves;
  }

  /** The node of an expression, new or known. */
  int node(Query query) {
    return switch (query) {
      case Query.All _ -> node(QueryTable.Op.ALL, 0);
      case Query.Text text -> QueryTable.ofLeaf(leaves.add(text));
      case Query.Mention mention -> QueryTable.ofLeaf(leaves.add(mention));
      case Query.Fact fact -> node(QueryTable.Op.FACT, facts.computeIfAbsent(fact, table::addFact));
      case Query.Not(Query operand) -> node(QueryTable.Op.NOT, 0, node(operand));
      case Query.And(List<Query> operands) -> node(QueryTable.Op.AND, 0, nodes(operands));
      case Query.Or(List<Query> operands) -> node(QueryTable.Op.OR, 0, nodes(operands));
      case Query.Within(int distance, Query left, Query right) ->
          node(QueryTable.Op.WITHIN, distance, node(left), node(right));
      case Query.Near(int distance, Query left, Query right) ->
          node(QueryTable.Op.NEAR, distance, node(left), node(right));
      case Query.Together(Query.Together.Span span, List<Query> operands) ->
          node(
              switch (span) {
                case SENTENCE -> QueryTable.Op.SENTENCE;
                case PARAGRAPH -> QueryTable.Op.PARAGRAPH;
              },
              0,
              nodes(operands));
      case Query.AtLeast(int count, Query operand) ->
          node(QueryTable.Op.AT_LEAST, count, node(operand));
    };
  }

  private int[] nodes(List<Query> operands) {
    int[] nodes = new int[operands.size()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = node(operands.get(i));
    }
    return nodes;
  }

  private int node(QueryTable.Op op, int argument, int... operands) {
    long key = Mixing.mix(op.name().hashCode(), argument);
    for (int operand : operands) {
      key = Mixing.mix(key, operand);
    }
    int known = numbers.get(key);
    if (known < 0) {
      known = table.add(op, argument, operands);
      numbers.put(key, known);
    } else {
      table.share(known);
    }
    return known;
  }
}
