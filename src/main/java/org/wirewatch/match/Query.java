package org.wirewatch.match;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query of the watchlist language, as read. Immutable.
 *
 * <p>Two kinds of expressions: those that hold or do not ({@link And}, {@link Not}, {@link
 * AtLeast}, {@link Fact}, {@link All}), and those that hold <em>somewhere</em> and have places:
 * {@link Text}, {@link Mention}, {@link Or} of such, and what relates places ({@link Within},
 * {@link Near}, {@link Together}). Only the latter may stand inside one that relates places. Places
 * are intervals of tokens; what relates places has the smallest intervals that hold one of each
 * side (Clarke, Cormack, Burkowski: An Algebra for Structured Text Search, 1995).
 */
sealed interface Query {
  /** Every item. */
  record All() implements Query {}

  /**
   * A word or a phrase.
   *
   * @param source as written in the query
   * @param spellings the ways to cut it; never empty
   * @param matching how closely text must follow
   */
  record Text(String source, List<Spelling> spellings, Matching matching, Zone zone)
      implements Query {
    public Text {
      spellings = List.copyOf(spellings);
    }
  }

  /** A mention of a country, leader or event, as judged: {@code country:VE}. */
  record Mention(String entity, Zone zone) implements Query {}

  /** What is known of the item beside its text. {@code value} is folded. */
  record Fact(Kind kind, String value) implements Query {
    /** Which fact. */
    enum Kind {
      SOURCE,
      LANGUAGE,
      CATEGORY
    }
  }

  /** Not so. */
  record Not(Query operand) implements Query {}

  /** All of these. */
  record And(List<Query> operands) implements Query {
    public And {
      operands = List.copyOf(operands);
    }
  }

  /** One of these or more. */
  record Or(List<Query> operands) implements Query {
    public Or {
      operands = List.copyOf(operands);
    }
  }

  /** {@code right} starts at most {@code distance} words after {@code left} ends. */
  record Within(int distance, Query left, Query right) implements Query {}

  /** The same in either order. */
  record Near(int distance, Query left, Query right) implements Query {}

  /** All of these in one sentence or paragraph. */
  record Together(Span span, List<Query> operands) implements Query {
    public Together {
      operands = List.copyOf(operands);
    }

    /** What they share. */
    enum Span {
      SENTENCE,
      PARAGRAPH
    }
  }

  /** At least so many places. */
  record AtLeast(int count, Query operand) implements Query {}

  /** What has no places inside this, and so cannot be related by them; null if all has. */
  default @Nullable Query withoutPlaces() {
    return switch (this) {
      case Text _, Mention _, Within _, Near _, Together _ -> null;
      case All _, Fact _, Not _, And _, AtLeast _ -> this;
      case Or(List<Query> operands) -> firstWithoutPlaces(operands);
    };
  }

  private static @Nullable Query firstWithoutPlaces(List<Query> operands) {
    for (Query operand : operands) {
      Query found = operand.withoutPlaces();
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
