package org.wirewatch.bench;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table, as {@code bench --format json} prints it.
 *
 * @param bench what was measured
 * @param value in {@code unit}
 * @param peer what it is compared with; null if with nothing
 * @param peerValue the peer's value in the same run
 * @param ratio how many times better than the peer
 * @param budget the least ratio where there is a peer; else the least value of a rate ("…/s") or a
 *     share of what is right, and the most of anything else; null if there is none
 * @param ok whether the budget is kept; true where there is none
 */
public record BenchRow(
    String bench,
    double value,
    String unit,
    @Nullable String peer,
    @Nullable Double peerValue,
    @Nullable Double ratio,
    @Nullable Double budget,
    boolean ok) {
  private static final Set<String> SHARES = Set.of("precision", "recall", "F1");

  /** A figure that nothing is asked of. */
  public static BenchRow of(String bench, double value, String unit) {
    return new BenchRow(bench, rounded(value), unit, null, null, null, null, true);
  }

  /** A figure with a budget: at least so much of a rate, at most so much of anything else. */
  public static BenchRow within(double budget, String bench, double value, String unit) {
    boolean ok = isRate(unit) ? value >= budget : value <= budget;
    return new BenchRow(bench, rounded(value), unit, null, null, null, budget, ok);
  }

  /** This rate against a peer's. */
  public BenchRow against(String other, double otherValue, @Nullable Double leastRatio) {
    double times = value / otherValue;
    boolean enough = leastRatio == null || times >= leastRatio;
    return new BenchRow(
        bench, value, unit, other, rounded(otherValue), rounded(times), leastRatio, enough);
  }

  /** Whether more of it is better: rates, and shares of what is right. */
  static boolean isRate(String unit) {
    return unit.endsWith("/s") || SHARES.contains(unit);
  }

  /** To three digits: more would pretend. */
  private static double rounded(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return 0;
    }
    double scale = Math.pow(10, 2 - Math.floor(Math.log10(Math.abs(value))));
    return Math.round(value * scale) / scale;
  }
}
