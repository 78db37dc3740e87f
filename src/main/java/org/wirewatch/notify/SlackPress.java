package org.wirewatch.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wirewatch.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A button that somebody pressed at Slack ({@code block_actions}), and the message that it stands
 * on. Immutable.
 *
 * @param who the person's name and id
 * @param at when it was pressed, as Slack says; the same again in a repeat
 * @param rowId the block of the button
 */
record SlackPress(
    Ask ask,
    String who,
    Optional<Instant> at,
    String channel,
    String ts,
    String rowId,
    String actionId,
    JsonNode message) {

  /** Reads Slack's payload; empty where it is none of our buttons. */
  static Optional<SlackPress> parse(JsonNode payload) {
    JsonNode action = payload.path("actions").path(0);
    if (!payload.path("type").asString("").equals("block_actions")) {
      return Optional.empty();
    }
    return ask(action)
        .map(ask ->
            new SlackPress(
                ask,
                who(payload.path("user")),
                at(action.path("action_ts").asString("")),
                payload.path("channel").path("id").asString(""),
                payload.path("message").path("ts").asString(""),
                action.path("block_id").asString(""),
                action.path("action_id").asString(""),
                payload.path("message")));
  }

  private static Optional<Ask> ask(JsonNode action) {
    if (action.path("type").asString("").equals("static_select")) {
      return Ask.chosen(action.path("selected_option").path("value").asString(""));
    }
    try {
      return Optional.of(Ask.parse(action.path("value").asString("")));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** Seconds of the epoch with a fraction, which only tells presses apart. */
  private static Optional<Instant> at(String seconds) {
    return seconds.matches("[0-9]{1,11}(\\.[0-9]*)?")
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds.replaceFirst("\\..*", ""))))
        : Optional.empty();
  }

  /**
   * When it was done: as Slack says if that can be, so that a repeat, also to another process or
   * after a restart, is the very same record and undoes nothing that was done since.
   */
  Instant done(Instant now) {
    return at.filter(
            then -> Duration.between(then, now).abs().compareTo(SlackSignature.WINDOW) <= 0)
        .orElse(now);
  }

  private static String who(JsonNode user) {
    for (String name : List.of("username", "name")) {
      String text = Clean.cut(Clean.line(user.path(name).asString("")), 80);
      if (!text.isEmpty()) {
        return text + " (Slack " + Clean.line(user.path("id").asString("")) + ")";
      }
    }
    return "Slack " + Clean.line(user.path("id").asString("somebody"));
  }

  /** The body that edits the message so that it says what was done and by whom. */
  ObjectNode edit(String note) {
    ObjectNode edit = Json.mapper().createObjectNode();
    edit.put("channel", channel).put("ts", ts).put("text", message.path("text").asString(""));
    ArrayNode attachments = edit.putArray("attachments");
    for (JsonNode old : message.path("attachments")) {
      ObjectNode attachment = attachments.addObject();
      for (String kept : List.of("color", "fallback")) {
        if (old.hasNonNull(kept)) {
          attachment.put(kept, old.path(kept).asString());
        }
      }
      if (old.path("blocks") instanceof ArrayNode blocks) {
        ArrayNode copy = blocks.deepCopy();
        SlackMessage.note(copy, rowId, actionId, note);
        attachment.set("blocks", copy);
      }
    }
    return edit;
  }
}
