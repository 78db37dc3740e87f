package org.wirewatch.config;

import java.util.Comparator;

/**
 * Something wrong in a file, told so that its author can mend it.
 *
 * @param message what is wrong and what to write instead; one line
 */
public record Problem(Position at, Level level, String message) {
  static final Comparator<Problem> IN_ORDER =
      Comparator.comparing((Problem p) -> p.at().file())
          .thenComparingInt(p -> p.at().line())
          .thenComparingInt(p -> p.at().column());

  /** Whether the file can be used all the same. */
  public enum Level {
    ERROR,
    WARNING
  }

  static Problem error(Position at, String message) {
    return new Problem(at, Level.ERROR, message);
  }

  static Problem warning(Position at, String message) {
    return new Problem(at, Level.WARNING, message);
  }

  public boolean isError() {
    return level == Level.ERROR;
  }

  /** {@code file:line:column: message}; a warning says that it is one. */
  @Override
  public String toString() {
    return at + ": " + (isError() ? "" : "warning: ") + message;
  }
}
