package org.wirewatch.cli;

import java.time.Instant;
import java.util.List;
import org.wirewatch.json.Json;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Change;
import org.wirewatch.model.Kind;
import org.wirewatch.model.Severity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Alerts as people write them to try something: what they leave out has a default. */
final class AlertFile {
  private AlertFile() {}

  /**
   * Reads an alert; of several lines the last, which is the newest revision.
   *
   * @param file its name, for messages
   * @param now the default of its times
   */
  static Alert read(String file, String text, Instant now) {
    try {
      JsonNode given = last(text);
      if (!(given instanceof ObjectNode object)) {
        throw CommandFault.input(
            file
                + " holds no alert; write an object such as {\"entry\": \"country:VE\", \"kind\":"
                + " \"country\", \"severity\": \"high\", \"places\": [\"VE\"]}",
            null);
      }
      if (object.has("receiver") && object.path("alerts").isArray()) {
        throw CommandFault.input(
            file + " holds a message; give one of the alerts in it, or an alert's own JSON", null);
      }
      return Json.mapper().treeToValue(completed(object, now), Alert.class);
    } catch (JacksonException e) {
      throw CommandFault.input(
          file
              + " holds no alert: "
              + e.getOriginalMessage().replaceFirst("(?s) \\(start marker at .*", "")
              + (e.getPath().isEmpty() ? "" : " at " + e.getPathReference()),
          e);
    }
  }

  /** Of one object, or of JSON Lines, the last. */
  private static JsonNode last(String text) {
    try (var values = Json.mapper().readerFor(JsonNode.class).<JsonNode>readValues(text)) {
      JsonNode last = Json.mapper().nullNode();
      while (values.hasNextValue()) {
        last = values.nextValue();
      }
      return last;
    }
  }

  private static ObjectNode completed(ObjectNode given, Instant now) {
    ObjectNode alert = Json.mapper().valueToTree(template(now));
    JsonNode report = alert.get("story").get("reports").get(0).deepCopy();
    merge(alert, given);
    if (alert.get("story").get("reports") instanceof ArrayNode reports) {
      for (int i = 0; i < reports.size(); i++) {
        if (reports.get(i) instanceof ObjectNode own) {
          ObjectNode whole = (ObjectNode) report.deepCopy();
          merge(whole, own);
          reports.set(i, whole);
        }
      }
    }
    return alert;
  }

  private static void merge(ObjectNode into, ObjectNode given) {
    given
        .properties()
        .forEach(p -> {
          if (into.get(p.getKey()) instanceof ObjectNode own
              && p.getValue() instanceof ObjectNode other) {
            merge(own, other);
          } else {
            into.set(p.getKey(), p.getValue());
          }
        });
  }

  private static Alert template(Instant now) {
    Alert.Report report = new Alert.Report("i-test", "", null, "", List.of(), now, 3, null);
    return new Alert(
        "a-test",
        1,
        Alert.State.OPEN,
        Change.NEW,
        "",
        "",
        Kind.QUERY,
        "",
        null,
        List.of(),
        Severity.MEDIUM,
        "",
        "",
        new Alert.Story("s-test", now, now, 1, 1, 1, List.of(report)),
        List.of(),
        List.of(),
        new Alert.Times(now, now, now, now),
        List.of(),
        null);
  }
}
