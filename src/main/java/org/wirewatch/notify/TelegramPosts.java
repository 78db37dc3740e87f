package org.wirewatch.notify;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wirewatch.json.Json;
import org.wirewatch.model.Notification;
import tools.jackson.databind.node.ObjectNode;

/** A Telegram bot: {@code sendMessage} in its HTML, at most 4096 characters after parsing. */
record TelegramPosts(Channel.Telegram channel, ZoneId zone) implements Posts {
  private static final int MOST_ALERTS = 5;
  private static final int HEADLINE = 200;
  private static final int QUOTE = 350;

  @Override
  public List<Post> render(Notification notification) {
    String lead = Telling.lead(notification);
    String alerts =
        notification.alerts().stream()
            .limit(MOST_ALERTS)
            .map(alert -> tell(Telling.of(alert, zone)))
            .collect(Collectors.joining("\n\n"));
    int left = notification.more() + Math.max(0, notification.alerts().size() - MOST_ALERTS);
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("chat_id", channel.chat());
    body.put("parse_mode", "HTML");
    body.put(
        "text",
        (lead.isEmpty() ? "" : "<b>" + Clean.html(lead) + "</b>\n\n")
            + alerts
            + (left > 0 ? "\n\nand " + left + " more" : ""));
    body.putObject("link_preview_options").put("is_disabled", true);
    URI method = channel.api().resolve("bot" + channel.token().reveal() + "/sendMessage");
    return List.of(Post.of(method, body));
  }

  private static String tell(Telling telling) {
    String severity = Telling.word(telling.severity()).toUpperCase(Locale.ROOT);
    String headline = Clean.html(Clean.cut(telling.headline(), HEADLINE));
    String url = telling.url();
    Telling.Quote quote = telling.quote();
    return "<b>"
        + Clean.html(severity + " " + Clean.cut(telling.subject(), HEADLINE))
        + "</b>\n"
        + (url == null ? headline : "<a href=\"" + Clean.html(url) + "\">" + headline + "</a>")
        + (quote == null
            ? ""
            : "\n<blockquote>"
                + Clean.html(Clean.cut(quote.plain().strip(), QUOTE))
                + "</blockquote>")
        + "\n<i>"
        + Clean.html(Clean.cut(telling.facts(), HEADLINE))
        + "</i>";
  }
}
