package org.wirewatch.notify;

import java.time.ZoneId;
import java.util.List;
import org.wirewatch.json.Json;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Notification;
import org.wirewatch.model.Severity;
import tools.jackson.databind.node.ObjectNode;

/**
 * PagerDuty's Events API v2. The alert's id is the {@code dedup_key}: its revisions are one
 * incident, which its end resolves.
 */
record PagerDutyPosts(Channel.PagerDuty channel, ZoneId zone) implements Posts {

  @Override
  public List<Post> render(Notification notification) {
    return notification.alerts().stream()
        .map(alert -> Post.of(channel.api(), event(alert, Telling.of(alert, zone))))
        .toList();
  }

  private ObjectNode event(Alert alert, Telling telling) {
    ObjectNode event = Json.mapper().createObjectNode();
    event.put("routing_key", channel.routingKey().reveal());
    event.put("dedup_key", alert.id());
    event.put("event_action", telling.isOver() ? "resolve" : "trigger");
    event.put("client", "Wirewatch");
    ObjectNode payload = event.putObject("payload");
    payload.put("summary", Clean.cut(telling.subject() + ": " + telling.headline(), 1024));
    payload.put("source", "wirewatch");
    payload.put("severity", severity(telling.severity()));
    payload.put("timestamp", alert.times().revised().toString());
    payload.put("component", alert.entry());
    ObjectNode details = payload.putObject("custom_details");
    details.put("standing", telling.standing());
    details.put("why", String.join("; ", telling.why()));
    String url = telling.url();
    if (url != null) {
      event.putArray("links").addObject().put("href", url).put("text", telling.headline());
    }
    return event;
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "critical";
      case HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, INFO -> "info";
    };
  }
}
