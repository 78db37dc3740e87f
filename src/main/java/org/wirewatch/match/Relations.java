package org.wirewatch.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wirewatch.model.Field;
import org.wirewatch.text.Tokenizer;
import org.wirewatch.text.Tokens;

/**
 * The algebra of intervals in one text. Every operation takes time that grows with the number of
 * intervals it is given (and their sorting), whatever the distance; and gives minimal intervals, at
 * most as many as it was given.
 */
final class Relations {
  static final Relations EMPTY = new Relations(Tokenizer.tokenize("", null));

  /** Between the last word of a field and the first of the next: more than any distance. */
  private static final int FIELD_GAP = 2 * RelationRules.LONGEST_DISTANCE;

  private final Tokens tokens;

  Relations(Tokens tokens) {
    this.tokens = tokens;
  }

  /** All of some, not only the minimal ones: "a" does not hide "a b" from what follows it. */
  Intervals union(List<Intervals> operands) {
    int size = operands.stream().mapToInt(Intervals::size).sum();
    Intervals all = new Intervals(size);
    for (Intervals operand : operands) {
      for (int i = 0; i < operand.size(); i++) {
        all.add(operand.first(i), operand.last(i));
      }
    }
    return all.sorted();
  }

  /** From a left one to a right one that starts at most {@code distance} words after it ends. */
  Intervals within(int distance, Intervals left, Intervals right) {
    Intervals found = new Intervals(Math.min(left.size(), right.size()));
    pair(distance, left, right, found);
    return found.minimal();
  }

  /** The same in either order. */
  Intervals near(int distance, Intervals left, Intervals right) {
    Intervals found = new Intervals(left.size() + right.size());
    pair(distance, left, right, found);
    pair(distance, right, left, found);
    return found.minimal();
  }

  /**
   * For each right interval the left one that ends before it, near enough, and starts last. Lefts
   * are taken by their ends in a sliding window whose front always starts last.
   */
  private void pair(int distance, Intervals left, Intervals right, Intervals found) {
    int[] byEnd = left.orderByLast();
    int[] window = new int[byEnd.length];
    int head = 0;
    int tail = 0;
    int next = 0;
    for (int r = 0; r < right.size(); r++) {
      int start = right.first(r);
      for (; next < byEnd.length && left.last(byEnd[next]) < start; next++) {
        while (tail > head && left.first(window[tail - 1]) <= left.first(byEnd[next])) {
          tail--;
        }
        window[tail++] = byEnd[next];
      }
      while (head < tail && position(start) - position(left.last(window[head])) > distance) {
        head++;
      }
      if (head < tail) {
        found.add(left.first(window[head]), right.last(r));
      }
    }
  }

  private int position(int token) {
    Field field = tokens.field(token);
    return switch (field) {
      case TITLE -> token;
      case SUMMARY -> token + FIELD_GAP;
      case BODY -> token + 2 * FIELD_GAP;
    };
  }

  /** The smallest intervals with one of each operand, all in one sentence or one paragraph. */
  Intervals together(List<Intervals> operands, boolean sentence) {
    List<long[]> ends = new ArrayList<>();
    for (int o = 0; o < operands.size(); o++) {
      Intervals operand = operands.get(o);
      for (int i = 0; i < operand.size(); i++) {
        int unit = unit(operand.first(i), sentence);
        if (unit == unit(operand.last(i), sentence)) {
          ends.add(new long[] {operand.last(i), operand.first(i), o, unit});
        }
      }
    }
    ends.sort((a, b) -> Long.compare(a[0], b[0]));
    return sweep(ends, operands.size());
  }

  private static Intervals sweep(List<long[]> ends, int operands) {
    Intervals found = new Intervals(ends.size());
    int[] latestStart = new int[operands];
    int[] latestUnit = new int[operands];
    Arrays.fill(latestUnit, -1);
    for (long[] end : ends) {
      int operand = (int) end[2];
      int unit = (int) end[3];
      latestStart[operand] =
          latestUnit[operand] == unit ? Math.max(latestStart[operand], (int) end[1]) : (int) end[1];
      latestUnit[operand] = unit;
      int start = Integer.MAX_VALUE;
      boolean all = true;
      for (int o = 0; o < operands && all; o++) {
        all = latestUnit[o] == unit;
        start = Math.min(start, latestStart[o]);
      }
      if (all) {
        found.add(start, (int) end[0]);
      }
    }
    return found.minimal();
  }

  private int unit(int token, boolean sentence) {
    return sentence ? tokens.sentence(token) : tokens.paragraph(token);
  }

  /** Those of {@code some} that lie in one of {@code outer}, which are minimal. */
  Intervals inside(Intervals some, Intervals outer) {
    Intervals found = new Intervals(some.size());
    for (int i = 0; i < some.size(); i++) {
      if (outer.contain(some.first(i), some.last(i))) {
        found.add(some.first(i), some.last(i));
      }
    }
    return found;
  }
}
