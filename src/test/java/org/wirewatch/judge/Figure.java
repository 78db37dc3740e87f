package org.wirewatch.judge;

import java.util.Locale;

/**
 * How well something is judged.
 *
 * @param name set, kind and what of it: {@code held-out/event/ru}, {@code held-out/status/denied}
 * @param asked how many were to be found
 */
record Figure(String name, int asked, double precision, double recall, double f1) {

  static Figure of(String name, Tally tally) {
    return new Figure(name, tally.asked(), tally.precision(), tally.recall(), tally.f1());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-34s %5d  precision %.3f  recall %.3f  F1 %.3f",
        name,
        asked,
        precision,
        recall,
        f1);
  }

  /** Counts of what was found, missed and wrongly found. */
  static final class Tally {
    private int right;
    private int missed;
    private int wrong;

    void right(int count) {
      right += count;
    }

    void missed(int count) {
      missed += count;
    }

    void wrong(int count) {
      wrong += count;
    }

    int asked() {
      return right + missed;
    }

    double precision() {
      return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    double recall() {
      return asked() == 0 ? 1 : (double) right / asked();
    }

    double f1() {
      double sum = precision() + recall();
      return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }
  }
}
