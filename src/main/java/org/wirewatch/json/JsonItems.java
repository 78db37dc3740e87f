package org.wirewatch.json;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Takes apart what people send as JSON: one value, an array of values, or one value a line. Pure.
 */
public final class JsonItems {
  private JsonItems() {}

  /** One value, or what stands in the place of one. */
  public sealed interface Part {
    /** Counted from zero. */
    int index();

    /** Counted from one; none where values are not told apart by lines. */
    OptionalInt line();

    /** A value, of whatever type. */
    record Value(int index, OptionalInt line, JsonNode json) implements Part {}

    /** Something that is no JSON. */
    record Broken(int index, OptionalInt line, String reason) implements Part {}

    /** Where it stands, for a message. */
    default String place() {
      return line().isPresent() ? "line " + line().getAsInt() : "item " + (index() + 1);
    }
  }

  /** The parts of a text in their order; none where it is blank. */
  public static List<Part> read(String text) {
    if (text.isBlank()) {
      return List.of();
    }
    try {
      return whole(Json.mapper().readTree(text));
    } catch (JacksonException e) {
      List<Part> lines = lines(text);
      return lines.stream().anyMatch(Part.Value.class::isInstance)
          ? lines
          : List.of(new Part.Broken(0, line(e), reason(e)));
    }
  }

  private static List<Part> whole(JsonNode node) {
    if (!node.isArray()) {
      return List.of(new Part.Value(0, OptionalInt.empty(), node));
    }
    List<Part> parts = new ArrayList<>();
    node.forEach(n -> parts.add(new Part.Value(parts.size(), OptionalInt.empty(), n)));
    return parts;
  }

  /** A line that is broken does not keep the next one from being read. */
  private static List<Part> lines(String text) {
    List<Part> parts = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      OptionalInt at = OptionalInt.of(++number);
      if (!line.isBlank()) {
        try {
          parts.add(new Part.Value(parts.size(), at, Json.mapper().readTree(line)));
        } catch (JacksonException e) {
          parts.add(new Part.Broken(parts.size(), at, reason(e)));
        }
      }
    }
    return parts;
  }

  private static OptionalInt line(JacksonException e) {
    return e.getLocation() == null || e.getLocation().getLineNr() < 1
        ? OptionalInt.empty()
        : OptionalInt.of(e.getLocation().getLineNr());
  }

  private static String reason(JacksonException e) {
    return "no JSON: " + e.getOriginalMessage().lines().findFirst().orElse("");
  }
}
