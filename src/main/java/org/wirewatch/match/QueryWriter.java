package org.wirewatch.match;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirewatch.text.StopWords;

/**
 * Writes queries into the tables of a segment, and chooses what makes each worth deciding: of an
 * AND the part that is rarest by the look of its words, of an OR every part. A query that may hold
 * without any of its words (NOT, {@code lang:}) is decided for every item.
 */
final class QueryWriter {
  private static final double STOP_WORD = 0.3;
  private static final double PATTERN = 0.02;

  private final LeafTrie leaves;
  private final QueryTable table;
  private final Triggers triggers;

  QueryWriter(LeafTrie leaves, QueryTable table, Triggers triggers) {
    this.leaves = leaves;
    this.table = table;
    this.triggers = triggers;
  }

  /** The root node of a query. */
  int write(Query query, int number) {
    int root = node(query);
    Query trigger = trigger(query);
    if (trigger == null) {
      triggers.addAlways(number);
    } else {
      addTriggers(trigger, number);
    }
    return root;
  }

  /** The node of an expression, new or known. */
  int node(Query query) {
    return switch (query) {
      case Query.All _ -> table.node(QueryTable.Op.ALL, 0);
      case Query.Text text -> table.leaf(leaves.add(text));
      case Query.Mention mention -> table.leaf(leaves.add(mention));
      case Query.Fact fact -> table.fact(fact);
      case Query.Not(Query operand) -> table.node(QueryTable.Op.NOT, 0, node(operand));
      case Query.And(List<Query> operands) -> table.node(QueryTable.Op.AND, 0, nodes(operands));
      case Query.Or(List<Query> operands) -> table.node(QueryTable.Op.OR, 0, nodes(operands));
      case Query.Within(int distance, Query left, Query right) ->
          table.node(QueryTable.Op.WITHIN, distance, node(left), node(right));
      case Query.Near(int distance, Query left, Query right) ->
          table.node(QueryTable.Op.NEAR, distance, node(left), node(right));
      case Query.Together(Query.Together.Span span, List<Query> operands) ->
          table.node(
              switch (span) {
                case SENTENCE -> QueryTable.Op.SENTENCE;
                case PARAGRAPH -> QueryTable.Op.PARAGRAPH;
              },
              0,
              nodes(operands));
      case Query.AtLeast(int count, Query operand) ->
          table.node(QueryTable.Op.AT_LEAST, count, node(operand));
    };
  }

  private int[] nodes(List<Query> operands) {
    return operands.stream().mapToInt(this::node).toArray();
  }

  private void addTriggers(Query query, int number) {
    switch (query) {
      case Query.Text text -> triggers.add(leaves.add(text), number);
      case Query.Mention mention -> triggers.add(leaves.add(mention), number);
      case Query.Or(List<Query> operands) ->
          operands.forEach(operand -> addTriggers(operand, number));
      case Query.All _,
          Query.Fact _,
          Query.Not _,
          Query.And _,
          Query.Within _,
          Query.Near _,
          Query.Together _,
          Query.AtLeast _ ->
          throw new IllegalArgumentException("no trigger: " + query);
    }
  }

  /** A leaf, or an OR of leaves, one of which every item has for which the query holds; or null. */
  private @Nullable Query trigger(Query query) {
    return switch (query) {
      case Query.All _, Query.Fact _, Query.Not _ -> null;
      case Query.Text _, Query.Mention _ -> query;
      case Query.And(List<Query> operands) -> rarest(operands);
      case Query.Together(_, List<Query> operands) -> rarest(operands);
      case Query.Within(_, Query left, Query right) -> rarest(List.of(left, right));
      case Query.Near(_, Query left, Query right) -> rarest(List.of(left, right));
      case Query.AtLeast(_, Query operand) -> trigger(operand);
      case Query.Or(List<Query> operands) -> every(operands);
    };
  }

  private @Nullable Query every(List<Query> operands) {
    List<Query> all = new ArrayList<>(operands.size());
    for (Query operand : operands) {
      Query trigger = trigger(operand);
      if (trigger == null) {
        return null;
      }
      all.add(trigger);
    }
    return new Query.Or(all);
  }

  private @Nullable Query rarest(List<Query> operands) {
    Query best = null;
    double least = Double.MAX_VALUE;
    for (Query operand : operands) {
      Query trigger = trigger(operand);
      if (trigger != null && frequency(trigger) < least) {
        best = trigger;
        least = frequency(trigger);
      }
    }
    return best;
  }

  /** How many of all items have one of the leaves: a guess that only speed depends on. */
  private static double frequency(Query trigger) {
    return switch (trigger) {
      case Query.Text text -> frequency(text.spellings().getFirst());
      case Query.Or(List<Query> operands) ->
          operands.stream().mapToDouble(QueryWriter::frequency).sum();
      default -> PATTERN;
    };
  }

  private static double frequency(Spelling spelling) {
    double least = 1;
    for (Spelling.Part part : spelling.words()) {
      least = Math.min(least, frequency(part));
    }
    return least / (spelling.words().size() * spelling.words().size());
  }

  private static double frequency(Spelling.Part part) {
    if (part.pattern()) {
      return PATTERN;
    }
    if (StopWords.contains(part.folded(), "en") || part.folded().length() < 3) {
      return STOP_WORD;
    }
    return 0.2 / (part.folded().length() * part.folded().length());
  }
}
