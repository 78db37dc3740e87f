package org.wirewatch.match;

import java.util.ArrayList;
import java.util.List;

/**
 * Why a query holds for an item, or why not, part by part.
 *
 * @param part the part of the query, in words of the language
 * @param holds whether it holds
 * @param places where its own words stand
 * @param parts what it is made of; empty for words and facts
 */
public record Reason(String part, boolean holds, List<Place> places, List<Reason> parts) {
  public Reason {
    places = List.copyOf(places);
    parts = List.copyOf(parts);
  }

  static Reason of(Query query, ItemText text) {
    QueryWriter writer = new QueryWriter();
    writer.node(query);
    byte[] zones = Zone.bySentence(text.tokens());
    Evaluation evaluation = new Evaluation();
    LeafHits hits = evaluation.start(writer.table(), writer.leaves().size(), text);
    writer.leaves().trie().find(text, zones, new Readings(), new WordPairs(), hits);
    return explain(query, writer, evaluation);
  }

  private static Reason explain(Query query, QueryWriter writer, Evaluation evaluation) {
    int node = writer.node(query);
    List<Reason> parts = new ArrayList<>();
    for (Query operand : operands(query)) {
      parts.add(explain(operand, writer, evaluation));
    }
    boolean holds = evaluation.holds(node);
    List<Place> places = holds ? evaluation.places(node) : List.of();
    return new Reason(name(query), holds, places, parts);
  }

  private static List<Query> operands(Query query) {
    return switch (query) {
      case Query.All _, Query.Text _, Query.Mention _, Query.Fact _ -> List.of();
      case Query.Not(Query operand) -> List.of(operand);
      case Query.AtLeast(_, Query operand) -> List.of(operand);
      case Query.And(List<Query> operands) -> operands;
      case Query.Or(List<Query> operands) -> operands;
      case Query.Together(_, List<Query> operands) -> operands;
      case Query.Within(_, Query left, Query right) -> List.of(left, right);
      case Query.Near(_, Query left, Query right) -> List.of(left, right);
    };
  }

  private static String name(Query query) {
    return switch (query) {
      case Query.All _ -> "*";
      case Query.Text text -> text.source();
      case Query.Mention(String entity, _) -> entity;
      case Query.Fact(Query.Fact.Kind kind, String value) ->
          switch (kind) {
            case SOURCE -> "source:" + value;
            case LANGUAGE -> "lang:" + value;
            case CATEGORY -> "category:" + value;
          };
      case Query.Not _ -> "NOT";
      case Query.And _ -> "AND";
      case Query.Or _ -> "OR";
      case Query.Within(int distance, _, _) -> "W/" + distance;
      case Query.Near(int distance, _, _) -> "NEAR/" + distance;
      case Query.Together(Query.Together.Span span, _) ->
          switch (span) {
            case SENTENCE -> "SAME";
            case PARAGRAPH -> "PARA";
          };
      case Query.AtLeast(int count, _) -> "ATLEAST/" + count;
    };
  }

  /** One line a part, indented, {@code +} for what holds and {@code -} for what does not. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    write(out, "");
    return out.toString();
  }

  private void write(StringBuilder out, String indent) {
    out.append(indent).append(holds ? "+ " : "- ").append(part);
    if (!places.isEmpty()) {
      out.append(" (").append(places.size()).append(')');
    }
    out.append('\n');
    parts.forEach(each -> each.write(out, indent + "  "));
  }
}
