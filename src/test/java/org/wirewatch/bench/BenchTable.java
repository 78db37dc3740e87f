package org.wirewatch.bench;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rows as a table in Markdown, aligned for a terminal too. */
final class BenchTable {
  private static final String LINE = "| %-24s | %16s | %-34s | %7s | %12s | %-4s |%n";

  private BenchTable() {}

  static String head() {
    return String.format(LINE, "bench", "value", "peer", "ratio", "budget", "kept")
        + "|"
        + "-".repeat(26)
        + "|"
        + "-".repeat(17)
        + ":|"
        + "-".repeat(36)
        + "|"
        + "-".repeat(8)
        + ":|"
        + "-".repeat(13)
        + ":|------|\n";
  }

  static String line(BenchRow row) {
    String peer = row.peer() == null ? "" : row.peer() + " " + number(row.peerValue());
    String ratio = row.ratio() == null ? "" : number(row.ratio()) + "x";
    String kept = row.budget() == null ? "" : row.ok() ? "yes" : "NO";
    return String.format(
        LINE, row.bench(), number(row.value()) + " " + row.unit(), peer, ratio, budget(row), kept);
  }

  static String of(List<BenchRow> rows) {
    StringBuilder table = new StringBuilder(head());
    rows.forEach(row -> table.append(line(row)));
    return table.toString();
  }

  private static String budget(BenchRow row) {
    if (row.budget() == null) {
      return "";
    }
    if (row.peer() != null) {
      return "≥ " + number(row.budget()) + "x";
    }
    return (BenchRow.isRate(row.unit()) ? "≥ " : "≤ ") + number(row.budget());
  }

  private static String number(@Nullable Double value) {
    if (value == null) {
      return "";
    }
    boolean whole = value >= 100 || value == Math.rint(value);
    return String.format(Locale.ROOT, whole ? "%,.0f" : "%.3g", value);
  }
}
