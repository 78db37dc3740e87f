package org.wirewatch.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the data files: tab-separated cells, texts within a cell parted by a bar. */
final class Table {
  private Table() {}

  /**
   * The rows of a file, without comments and blank lines.
   *
   * @param name below this package, with its ending
   * @param columns how many cells a row has; missing ones at its end are read as empty
   * @throws IllegalStateException if the file is missing or a row has more cells: the program was
   *     built wrongly
   */
  static List<String[]> rows(String name, int columns) {
    String text = text(name);
    List<String[]> rows = new ArrayList<>(1024);
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        end = text.length();
      }
      if (end > start && text.charAt(start) != '#') {
        rows.add(cells(name, text.substring(start, end), columns));
      }
      start = end + 1;
    }
    return rows;
  }

  /** The lines of a file as they are, without comments and blank ones. */
  static List<String> lines(String name) {
    List<String> lines = new ArrayList<>(256);
    for (String line : split(text(name), '\n', 256)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** The texts of a cell; none for an empty one. */
  static List<String> texts(String cell) {
    return cell.isEmpty() ? List.of() : split(cell, '|', 4);
  }

  /** The words of a cell that parts them with blanks. */
  static List<String> words(String cell) {
    return cell.isEmpty() ? List.of() : split(cell, ' ', 4);
  }

  private static String[] cells(String name, String line, int columns) {
    List<String> cells = split(line, '\t', columns);
    if (cells.size() > columns) {
      throw new IllegalStateException(name + ": more than " + columns + " cells: " + line);
    }
    while (cells.size() < columns) {
      cells.add("");
    }
    return cells.toArray(String[]::new);
  }

  private static List<String> split(String text, char at, int expected) {
    List<String> parts = new ArrayList<>(expected);
    int start = 0;
    for (int end = text.indexOf(at); end >= 0; end = text.indexOf(at, start)) {
      parts.add(text.substring(start, end));
      start = end + 1;
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  /** A file as it is. */
  static byte[] bytes(String name) {
    try (InputStream in = Table.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no data file " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
