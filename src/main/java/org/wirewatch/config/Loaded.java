package org.wirewatch.config;

import java.util.List;

/**
 * What could be read of a file, and what is wrong with it.
 *
 * @param value complete where there is no error, else what could be made of the rest
 * @param problems in the order of the file
 */
public record Loaded<T>(T value, List<Problem> problems) {
  public Loaded {
    problems = problems.stream().sorted(Problem.IN_ORDER).toList();
  }

  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }
}
