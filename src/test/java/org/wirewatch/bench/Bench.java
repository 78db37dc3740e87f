package org.wirewatch.bench;

import java.util.List;

/** A benchmark: some rows of the table. */
public interface Bench {
  /** As typed: {@code wirewatch bench NAME}; its rows begin with it. */
  String name();

  /** Whether it takes more than half a minute, and is left out where there is little time. */
  default boolean isLong() {
    return false;
  }

  /** Measures; takes at most a few minutes. */
  List<BenchRow> run() throws Exception;
}
