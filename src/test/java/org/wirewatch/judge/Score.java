package org.wirewatch.judge;

import java.util.HashSet;
import java.util.Set;

/** Counts of what was found and what was meant, summed over items. */
final class Score {
  private int found;
  private int meant;
  private int both;

  void add(Set<String> answer, Set<String> gold) {
    Set<String> common = new HashSet<>(answer);
    common.retainAll(gold);
    found += answer.size();
    meant += gold.size();
    both += common.size();
  }

  double precision() {
    return found == 0 ? 1 : (double) both / found;
  }

  double recall() {
    return meant == 0 ? 1 : (double) both / meant;
  }

  double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }

  int meant() {
    return meant;
  }

  @Override
  public String toString() {
    return "n=%d P=%.3f R=%.3f F1=%.3f".formatted(meant, precision(), recall(), f1());
  }
}
