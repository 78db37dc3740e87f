package org.wirewatch.notify;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wirewatch.json.Json;
import org.wirewatch.model.Action;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Change;
import org.wirewatch.model.Notification;
import org.wirewatch.model.Severity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A notification as Slack's Block Kit: an attachment in the severity's colour for each alert, so
 * that a channel can be read at a glance. Pure.
 *
 * <p>What comes from feeds stands in plain-text and rich-text elements only, which know no mark-up:
 * a headline can neither call a channel nor forge a link. Limits: header 150, text 3000 characters,
 * 50 blocks.
 */
record SlackMessage(ZoneId zone, Templates templates, boolean hasButtons) {
  static final int MOST_BLOCKS = 50;
  private static final int HEADER = 150;
  private static final int TEXT = 2900;
  private static final int MOST_ALERTS = 7; // of 7 blocks each, and one for the rest

  /** The body to post, without a channel, before anybody did anything. */
  ObjectNode render(Notification notification) {
    return render(notification, _ -> List.of());
  }

  /**
   * The body to post, without a channel.
   *
   * @param done what people did about an alert
   */
  ObjectNode render(Notification notification, Function<Alert, List<Action>> done) {
    ObjectNode message = Json.mapper().createObjectNode();
    message.put("text", escape(fallback(notification)));
    message.put("unfurl_links", false);
    message.put("unfurl_media", false);
    ArrayNode attachments = message.putArray("attachments");
    Template own = templates.blocks();
    if (own != null) {
      attachments
          .addObject()
          .put("color", colour(notification.alert().severity()))
          .put("fallback", message.path("text").asString())
          .set("blocks", Json.mapper().readTree(own.render(notification, zone)));
      people(
          attachments.addObject().putArray("blocks"),
          notification.alert(),
          notification.id() + "#0",
          done);
      if (attachments.get(1).path("blocks").isEmpty()) {
        attachments.remove(1);
      }
      return message;
    }
    List<Alert> alerts = notification.alerts();
    for (int i = 0; i < Math.min(alerts.size(), MOST_ALERTS); i++) {
      Telling telling = Telling.of(alerts.get(i), zone);
      ObjectNode attachment = attachments.addObject();
      attachment.put("color", colour(telling.severity()));
      attachment.put("fallback", escape(line(telling)));
      ArrayNode blocks = attachment.putArray("blocks");
      blocks(blocks, telling, notification.id() + "#" + i);
      people(blocks, alerts.get(i), notification.id() + "#" + i, done);
    }
    int left = notification.more() + Math.max(0, alerts.size() - MOST_ALERTS);
    if (left > 0) {
      context(attachments.addObject().putArray("blocks"), "and " + left + " more");
    }
    return message;
  }

  /** What a phone shows, and a screen reader reads. */
  private String fallback(Notification notification) {
    Template own = templates.text();
    if (own != null) {
      return Clean.line(own.render(notification, zone));
    }
    String lead = Telling.lead(notification);
    return (lead.isEmpty() ? "" : lead + ": ") + line(Telling.of(notification.alert(), zone));
  }

  private static String line(Telling telling) {
    return "["
        + Telling.word(telling.severity())
        + "] "
        + telling.subject()
        + ": "
        + telling.headline();
  }

  private static void blocks(ArrayNode blocks, Telling telling, String id) {
    ObjectNode header =
        blocks.addObject().put("type", "header").put("block_id", Clean.cut(id, 255));
    String badge = Telling.word(telling.severity()).toUpperCase(Locale.ROOT);
    plain(header.putObject("text"), Clean.cut(badge + " " + telling.subject(), HEADER));
    headline(blocks, telling);
    Telling.Quote quote = telling.quote();
    if (quote != null && !quote.plain().strip().equals(telling.headline())) {
      quote(blocks, quote);
    }
    context(blocks, telling.facts());
    if (!telling.why().isEmpty()) {
      context(blocks, "because " + String.join("; ", telling.why()));
    }
  }

  /** What people did, and what they can do still. */
  private void people(
      ArrayNode blocks, Alert alert, String id, Function<Alert, List<Action>> done) {
    List<Action> actions = done.apply(alert);
    if (!actions.isEmpty()) {
      context(
          blocks, actions.stream().map(a -> Ask.note(a, zone)).collect(Collectors.joining("\n")));
    }
    Set<Ask.Verb> left = EnumSet.allOf(Ask.Verb.class);
    actions.forEach(action -> Ask.verb(action).ifPresent(left::remove));
    boolean isFalse = !left.contains(Ask.Verb.FALSE_ALARM);
    if (!hasButtons || isFalse || alert.state() == Alert.State.RESOLVED) {
      return;
    }
    ObjectNode row =
        blocks.addObject().put("type", "actions").put("block_id", Clean.cut(id, 240) + "#actions");
    ArrayNode buttons = row.putArray("elements");
    for (Ask.Verb verb : left) {
      ObjectNode element = buttons.addObject().put("action_id", Telling.word(verb));
      if (verb == Ask.Verb.FALSE_ALARM) {
        excuses(element, alert);
      } else {
        element.put("type", "button").put("value", Ask.of(verb, alert).json());
        plain(element.putObject("text"), verb.label());
      }
    }
  }

  /** A menu, so that whoever dismisses an alert says why in the same press. */
  private static void excuses(ObjectNode menu, Alert alert) {
    menu.put("type", "static_select");
    plain(menu.putObject("placeholder"), Ask.Verb.FALSE_ALARM.label() + " …");
    ArrayNode options = menu.putArray("options");
    for (Ask.Excuse excuse : Ask.Excuse.values()) {
      ObjectNode option = options.addObject().put("value", excuse.choice(alert));
      plain(option.putObject("text"), excuse.label());
    }
  }

  /** Adds a line to a message that is there, above its buttons, and takes the used button away. */
  static void note(ArrayNode blocks, String rowId, String actionId, String note) {
    for (int i = 0; i < blocks.size(); i++) {
      JsonNode block = blocks.get(i);
      if (block.path("block_id").asString("").equals(rowId)
          && block.path("elements") instanceof ArrayNode buttons) {
        for (int b = buttons.size() - 1; b >= 0; b--) {
          if (buttons.get(b).path("action_id").asString("").equals(actionId)) {
            buttons.remove(b);
          }
        }
        if (buttons.isEmpty()) {
          blocks.remove(i);
        }
        ObjectNode line = Json.mapper().createObjectNode().put("type", "context");
        plain(line.putArray("elements").addObject(), Clean.cut(note, TEXT));
        blocks.insert(i, line);
        return;
      }
    }
  }

  private static void headline(ArrayNode blocks, Telling telling) {
    ArrayNode elements =
        blocks
            .addObject()
            .put("type", "rich_text")
            .putArray("elements")
            .addObject()
            .put("type", "rich_text_section")
            .putArray("elements");
    String url = telling.url();
    ObjectNode element = elements.addObject();
    if (url == null) {
      element.put("type", "text");
    } else {
      element.put("type", "link").put("url", url);
    }
    String text = telling.headline().isEmpty() ? telling.subject() : telling.headline();
    element.put("text", Clean.cut(text, TEXT)).putObject("style").put("bold", true);
  }

  private static void quote(ArrayNode blocks, Telling.Quote quote) {
    ArrayNode elements =
        blocks
            .addObject()
            .put("type", "rich_text")
            .putArray("elements")
            .addObject()
            .put("type", "rich_text_quote")
            .putArray("elements");
    int left = TEXT;
    for (Telling.Quote.Part part : quote.parts()) {
      if (left < 2) {
        return;
      }
      String text = Clean.cut(part.text(), left);
      left -= text.length();
      ObjectNode element = elements.addObject().put("type", "text").put("text", text);
      if (part.highlighted()) {
        element.putObject("style").put("bold", true);
      }
    }
  }

  private static void context(ArrayNode blocks, String text) {
    plain(
        blocks.addObject().put("type", "context").putArray("elements").addObject(),
        Clean.cut(text, TEXT));
  }

  private static void plain(ObjectNode node, String text) {
    node.put("type", "plain_text").put("text", text).put("emoji", false);
  }

  /** Slack's three characters of mark-up, in the only text that is mark-up. */
  private static String escape(String text) {
    return Clean.cut(text, TEXT).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  static String colour(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "#b71c1c";
      case HIGH -> "#e65100";
      case MEDIUM -> "#f9a825";
      case LOW -> "#1565c0";
      case INFO -> "#607d8b";
    };
  }

  /** What is new since the last message, for the thread. */
  ObjectNode change(Notification notification) {
    Telling telling = Telling.of(notification.alert(), zone);
    String what =
        switch (notification.form()) {
          case REMINDER, ESCALATION -> Telling.unanswered(notification);
          case ALERT, GROUP, DIGEST, TEST ->
              telling.change().isEmpty() ? "told again" : telling.change();
        };
    ObjectNode reply = Json.mapper().createObjectNode();
    return reply.put("text", escape(what + " · " + telling.standing()));
  }

  /** Whether the change is one that the whole channel should see. */
  boolean isLouder(Notification notification) {
    return notification.alert().change() == Change.ESCALATED
        || notification.form() == Notification.Form.ESCALATION;
  }
}
