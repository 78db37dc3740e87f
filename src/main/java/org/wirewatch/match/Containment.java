package org.wirewatch.match;

import java.util.Collections;
import java.util.List;

/**
 * Whether one query holds wherever another does, as far as their shapes tell: "a AND b" only where
 * "a" does. Sound, not complete; used once, for one pair.
 */
final class Containment {
  /** Who asks for more is told that it is not known. */
  private static final int MOST_STEPS = 20_000;

  private int steps;

  private Containment() {}

  /** Whether every item of {@code narrow} is surely one of {@code wide}. */
  static boolean covers(Query wide, Query narrow) {
    return new Containment().implies(narrow, wide);
  }

  /** Whether a phrase has the words of another side by side, and asks no less of them. */
  static boolean contains(Query.Text longer, Query.Text shorter) {
    boolean alike =
        longer.zone().and(shorter.zone()).equals(longer.zone())
            && shorter.matching().letters() == Matching.Letters.ANY;
    return alike && Collections.indexOfSubList(words(longer), words(shorter)) >= 0;
  }

  private static List<String> words(Query.Text text) {
    return text.spellings().getFirst().words().stream().map(Spelling.Part::folded).toList();
  }

  private boolean implies(Query narrow, Query wide) {
    if (++steps > MOST_STEPS) {
      return false;
    }
    if (wide instanceof Query.All || narrow.equals(wide)) {
      return true;
    }
    if (narrow instanceof Query.Or(List<Query> any)) {
      return any.stream().allMatch(one -> implies(one, wide));
    }
    return impliedBy(wide, narrow) || partImplies(narrow, wide);
  }

  /** Whether what {@code wide} is made of follows from {@code narrow} as a whole. */
  private boolean impliedBy(Query wide, Query narrow) {
    return switch (wide) {
      case Query.And(List<Query> all) -> all.stream().allMatch(one -> implies(narrow, one));
      case Query.Or(List<Query> any) -> any.stream().anyMatch(one -> implies(narrow, one));
      case Query.Not(Query excluded) ->
          narrow instanceof Query.Not(Query more) && implies(excluded, more);
      case Query.Text shorter -> narrow instanceof Query.Text longer && contains(longer, shorter);
      case Query.Within(int far, Query left, Query right) ->
          narrow instanceof Query.Within(int near, Query before, Query after)
              && near <= far
              && before.equals(left)
              && after.equals(right);
      case Query.Near(int far, Query left, Query right) -> isNear(narrow, far, left, right);
      case Query.AtLeast(int fewer, Query some) ->
          narrow instanceof Query.AtLeast(int more, Query same)
              && more >= fewer
              && same.equals(some);
      case Query.All _, Query.Mention _, Query.Fact _, Query.Together _ -> false;
    };
  }

  private static boolean isNear(Query narrow, int far, Query left, Query right) {
    return switch (narrow) {
      case Query.Within(int near, Query a, Query b) -> near <= far && isPair(a, b, left, right);
      case Query.Near(int near, Query a, Query b) -> near <= far && isPair(a, b, left, right);
      default -> false;
    };
  }

  private static boolean isPair(Query a, Query b, Query left, Query right) {
    return (a.equals(left) && b.equals(right)) || (a.equals(right) && b.equals(left));
  }

  /** Whether {@code wide} follows from a part that {@code narrow} cannot hold without. */
  private boolean partImplies(Query narrow, Query wide) {
    return switch (narrow) {
      case Query.And(List<Query> all) -> all.stream().anyMatch(one -> implies(one, wide));
      case Query.Together(_, List<Query> all) -> all.stream().anyMatch(one -> implies(one, wide));
      case Query.Within(_, Query left, Query right) -> implies(left, wide) || implies(right, wide);
      case Query.Near(_, Query left, Query right) -> implies(left, wide) || implies(right, wide);
      case Query.AtLeast(_, Query operand) -> implies(operand, wide);
      case Query.All _, Query.Text _, Query.Mention _, Query.Fact _, Query.Not _, Query.Or _ ->
          false;
    };
  }
}
