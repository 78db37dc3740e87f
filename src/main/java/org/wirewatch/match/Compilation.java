package org.wirewatch.match;

import java.util.List;

/** What became of a query's source. */
public sealed interface Compilation {
  /**
   * It can be matched.
   *
   * @param warnings what is legal but surely not meant
   */
  record Compiled(CompiledQuery query, List<QueryProblem> warnings) implements Compilation {
    public Compiled {
      warnings = List.copyOf(warnings);
    }
  }

  /** It cannot; the problems say where and why. */
  record Refused(List<QueryProblem> problems) implements Compilation {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /** Errors and warnings alike. */
  default List<QueryProblem> problems() {
    return switch (this) {
      case Compiled compiled -> compiled.warnings();
      case Refused refused -> refused.problems();
    };
  }
}
