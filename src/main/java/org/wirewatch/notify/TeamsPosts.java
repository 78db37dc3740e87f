package org.wirewatch.notify;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.wirewatch.json.Json;
import org.wirewatch.model.Notification;
import org.wirewatch.model.Severity;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Microsoft Teams: an Adaptive Card 1.4 for a workflow's webhook. Texts stand in rich-text runs,
 * which know no mark-up.
 */
record TeamsPosts(URI webhook, ZoneId zone) implements Posts {
  private static final int MOST_ALERTS = 10;

  @Override
  public List<Post> render(Notification notification) {
    ObjectNode message = Json.mapper().createObjectNode();
    message.put("type", "message");
    ObjectNode attachment = message.putArray("attachments").addObject();
    attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
    ObjectNode card = attachment.putObject("content");
    card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    card.put("type", "AdaptiveCard").put("version", "1.4");
    card.putObject("msteams").put("width", "Full");
    ArrayNode body = card.putArray("body");
    ArrayNode actions = card.putArray("actions");
    String lead = Telling.lead(notification);
    if (!lead.isEmpty()) {
      run(body, lead).put("weight", "Bolder");
    }
    notification.alerts().stream()
        .limit(MOST_ALERTS)
        .map(alert -> Telling.of(alert, zone))
        .forEach(telling -> tell(body, actions, telling));
    int left = notification.more() + Math.max(0, notification.alerts().size() - MOST_ALERTS);
    if (left > 0) {
      run(body, "and " + left + " more");
    }
    return List.of(Post.of(webhook, message));
  }

  private static void tell(ArrayNode body, ArrayNode actions, Telling telling) {
    run(body, Telling.word(telling.severity()) + " · " + telling.subject())
        .put("weight", "Bolder")
        .put("color", colour(telling.severity()));
    run(body, telling.headline()).put("size", "Medium");
    Telling.Quote quote = telling.quote();
    if (quote != null) {
      ArrayNode runs = body.addObject().put("type", "RichTextBlock").putArray("inlines");
      for (Telling.Quote.Part part : quote.parts()) {
        runs.addObject()
            .put("type", "TextRun")
            .put("text", part.text())
            .put("highlight", part.highlighted());
      }
    }
    run(body, telling.facts()).put("isSubtle", true);
    String url = telling.url();
    if (url != null && actions.size() < 3) {
      actions
          .addObject()
          .put("type", "Action.OpenUrl")
          .put("title", Clean.cut(telling.headline(), 60))
          .put("url", url);
    }
  }

  private static ObjectNode run(ArrayNode body, String text) {
    return body.addObject()
        .put("type", "RichTextBlock")
        .putArray("inlines")
        .addObject()
        .put("type", "TextRun")
        .put("text", Clean.cut(text, 2000));
  }

  private static String colour(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "Attention";
      case HIGH, MEDIUM -> "Warning";
      case LOW, INFO -> "Accent";
    };
  }
}
