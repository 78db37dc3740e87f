package org.wirewatch.match;

import java.util.List;
import org.wirewatch.match.QueryLexer.Symbol;

/**
 * What {@code W/n NEAR/n SAME PARA} may stand beside, how far they reach, and how many of them one
 * query may have. Counts those of one query.
 */
final class RelationRules {
  static final int LONGEST_DISTANCE = 1000;

  /** Each takes time with the places of its operands. */
  private static final int MOST_RELATIONS = 400;

  private int relations;

  /** Takes one more, which is number {@code chained} of those in a row. */
  void count(Symbol operator, int chained) {
    if (chained > QueryParser.DEEPEST) {
      throw QueryParser.fault(
          operator,
          "more than " + QueryParser.DEEPEST + " of W/, NEAR/ and SAME in a row; part them by AND",
          "");
    }
    if (++relations > MOST_RELATIONS) {
      throw QueryParser.fault(
          operator,
          "more than " + MOST_RELATIONS + " of W/, NEAR/, SAME and PARA; make two entries of it",
          "");
    }
  }

  /** What an operator makes of the operands beside it. */
  static Query related(Symbol operator, Query left, Query right) {
    return switch (operator.kind()) {
      case WITHIN -> new Query.Within(distance(operator), left, right);
      case NEAR -> new Query.Near(distance(operator), left, right);
      default -> new Query.Together(Query.Together.Span.SENTENCE, List.of(left, right));
    };
  }

  private static int distance(Symbol operator) {
    if (operator.number() < 1 || operator.number() > LONGEST_DISTANCE) {
      int nearest = operator.number() < 1 ? 1 : LONGEST_DISTANCE;
      throw QuerySyntaxException.misspelt(
          operator.start(),
          "a distance is from 1 to " + LONGEST_DISTANCE + " words",
          operator.text().substring(0, operator.text().indexOf('/') + 1) + nearest);
    }
    return operator.number();
  }

  /**
   * @throws QuerySyntaxException if an operand has no places that could be related
   */
  static void requirePlaces(Query operand, Symbol operator) {
    Query wrong = operand.withoutPlaces();
    if (wrong != null) {
      throw QuerySyntaxException.misspelt(
          operator.start(),
          operator.text()
              + " relates words, phrases and ORs of them; "
              + named(wrong)
              + " cannot stand beside it",
          isBetween(operator) ? "AND" : "");
    }
  }

  private static boolean isBetween(Symbol operator) {
    return switch (operator.kind()) {
      case WITHIN, NEAR, SAME -> true;
      default -> false;
    };
  }

  private static String named(Query query) {
    return switch (query) {
      case Query.And _ -> "AND";
      case Query.Not _ -> "NOT";
      case Query.AtLeast _ -> "ATLEAST";
      case Query.All _ -> "*";
      case Query.Fact _ -> "source:, lang: and category:";
      case Query.Or _ -> "OR";
      case Query.Text _, Query.Mention _, Query.Within _, Query.Near _, Query.Together _ -> "this";
    };
  }
}
