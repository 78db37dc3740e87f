package org.wirewatch.config;

/**
 * A place in a file that a person wrote.
 *
 * @param file as the user named it
 * @param line counts from 1
 * @param column counts from 1, in characters
 */
public record Position(String file, int line, int column) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }

  /**
   * The place {@code lines} and {@code columns} further; columns count from this one only on the
   * same line.
   */
  Position plus(int lines, int columns) {
    return new Position(file, line + lines, lines == 0 ? column + columns : columns + 1);
  }
}
