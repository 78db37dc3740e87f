package org.wirewatch.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The JSON Schemas (draft 2020-12) of everything that Wirewatch writes, as {@code wirewatch schema}
 * prints them.
 */
public final class Schemas {
  private static final List<String> NAMES =
      List.of(
          "item",
          "feed-line",
          "intake",
          "flagged-item",
          "alert",
          "notification",
          "delivery",
          "action",
          "watchlist",
          "watchlist-file",
          "backtest-line",
          "feed",
          "feed-import",
          "feed-status",
          "feed-check",
          "search",
          "search-hit",
          "bench-row");

  private Schemas() {}

  /** The names that {@link #text} knows, in the order of the pipeline. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The schema of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static String text(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "no schema '" + name + "'; there are " + String.join(", ", NAMES));
    }
    try (InputStream in = Schemas.class.getResourceAsStream("schema/" + name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("schema/" + name + ".json is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
