package org.wirewatch.match;

/**
 * What is wrong with a query, or legal but surely not meant.
 *
 * @param error whether the query cannot be used; else a warning
 * @param line from 1, within the query
 * @param column from 1, in UTF-16 units
 * @param message what is wrong and what was expected
 * @param suggestion the nearest query that would do; empty where none is known
 */
public record QueryProblem(boolean error, int line, int column, String message, String suggestion) {

  static QueryProblem at(boolean error, String source, int offset, String message, String fix) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < Math.min(offset, source.length()); i++) {
      if (source.charAt(i) == '\n') {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    return new QueryProblem(error, line, column, message, fix);
  }

  @Override
  public String toString() {
    String mend = suggestion.isEmpty() ? "" : "; try: " + suggestion;
    return line + ":" + column + ": " + message + mend;
  }
}
