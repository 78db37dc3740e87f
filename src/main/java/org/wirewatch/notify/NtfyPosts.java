package org.wirewatch.notify;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wirewatch.json.Json;
import org.wirewatch.model.Notification;
import org.wirewatch.model.Severity;
import tools.jackson.databind.node.ObjectNode;

/** A topic of an ntfy server, published as JSON at the server's root. */
record NtfyPosts(Channel.Ntfy channel, ZoneId zone) implements Posts {
  private static final int MOST_ALERTS = 5;

  @Override
  public List<Post> render(Notification notification) {
    Telling first = Telling.of(notification.alert(), zone);
    String lead = Telling.lead(notification);
    ObjectNode body = Json.mapper().createObjectNode();
    String path = channel.url().getPath();
    body.put("topic", path.substring(path.lastIndexOf('/') + 1));
    body.put("title", Clean.cut(lead.isEmpty() ? first.subject() : lead, 250));
    body.put("message", Clean.cut(message(notification), 4000));
    body.put("priority", priority(first.severity()));
    body.putArray("tags").add(Telling.word(first.severity()));
    String url = first.url();
    if (url != null) {
      body.put("click", url);
    }
    Secret token = channel.token();
    Map<String, String> headers =
        token == null ? Map.of() : Map.of("Authorization", "Bearer " + token.reveal());
    return List.of(new Post(root(channel.url()), headers, body));
  }

  private String message(Notification notification) {
    boolean isOne = notification.alerts().size() == 1;
    String lines =
        notification.alerts().stream()
            .limit(MOST_ALERTS)
            .map(alert -> Telling.of(alert, zone))
            .map(t -> (isOne ? "" : t.subject() + ": ") + t.headline() + "\n" + t.facts())
            .collect(Collectors.joining("\n\n"));
    int left = notification.more() + Math.max(0, notification.alerts().size() - MOST_ALERTS);
    return left > 0 ? lines + "\n\nand " + left + " more" : lines;
  }

  static URI root(URI topic) {
    String path = topic.getPath();
    return topic.resolve(path.substring(0, path.lastIndexOf('/') + 1));
  }

  private static int priority(Severity severity) {
    return switch (severity) {
      case CRITICAL -> 5;
      case HIGH -> 4;
      case MEDIUM -> 3;
      case LOW -> 2;
      case INFO -> 1;
    };
  }
}
