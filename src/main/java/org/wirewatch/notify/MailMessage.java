package org.wirewatch.notify;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Notification;
import org.wirewatch.model.Severity;

/**
 * A notification as a mail: subject, text and HTML, and the ids that thread it. Pure.
 *
 * @param domain of the sender's address; the right side of message ids
 * @param links makes what readers act by; null where there are none
 */
record MailMessage(ZoneId zone, String domain, Templates templates, @Nullable SignedLinks links) {
  private static final List<Ask.Verb> LINKED =
      List.of(Ask.Verb.ACKNOWLEDGE, Ask.Verb.SILENCE, Ask.Verb.FALSE_ALARM);

  private static final int SUBJECT = 200;
  private static final String STYLE =
      """
      :root { color-scheme: light dark; }
      body { margin: 0; padding: 16px; font: 16px/1.45 -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
      .alert { max-width: 600px; margin: 0 0 24px; padding: 0 0 0 12px; border-left: 6px solid; }
      .badge { display: inline-block; padding: 2px 8px; border-radius: 3px; color: #fff; font-size: 13px; font-weight: bold; }
      h1 { font-size: 20px; line-height: 1.25; margin: 8px 0; }
      blockquote { margin: 12px 0; padding: 0 0 0 12px; border-left: 2px solid #999; }
      mark { background: #ffe082; color: #000; }
      .small { font-size: 14px; color: #666; }
      .act { display: inline-block; margin: 4px 8px 4px 0; padding: 8px 14px; border: 1px solid; border-radius: 4px; text-decoration: none; }
      @media (prefers-color-scheme: dark) {
        body { background: #121212; color: #e8e8e8; }
        a { color: #8ab4f8; }
        .small { color: #aaa; }
      }
      """;

  String subject(Notification notification) {
    Template own = templates.subject();
    if (own != null) {
      return Clean.cut(own.render(notification, zone), SUBJECT);
    }
    Telling first = Telling.of(notification.alert(), zone);
    String line = first.subject() + ": " + first.headline();
    String lead = Telling.lead(notification);
    String subject =
        switch (notification.form()) {
          case DIGEST -> lead;
          case ALERT, GROUP, REMINDER, ESCALATION, TEST ->
              "["
                  + Telling.word(first.severity())
                  + "] "
                  + (lead.isEmpty() ? "" : lead + ": ")
                  + line;
        };
    return Clean.cut(Clean.line(subject), SUBJECT);
  }

  /** The same for the same notification: a repeat after a crash has it again. */
  String messageId(Notification notification) {
    return "<" + digest(notification.id()) + ".wirewatch@" + domain + ">";
  }

  /**
   * What all messages of one conversation answer to. No mail has this id: the one that came first
   * may have been any revision, and mail programs thread by a missing parent as well.
   */
  String threadId(Notification notification) {
    return "<" + digest(notification.thread()) + ".thread.wirewatch@" + domain + ">";
  }

  private static String digest(String id) {
    return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
  }

  String text(Notification notification) {
    return new ConsoleText(false, zone, templates).render(notification).stripTrailing()
        + "\n\n"
        + plainLinks(notification)
        + footer(notification)
        + "\n";
  }

  String html(Notification notification) {
    Template own = templates.html();
    if (own != null) {
      return own.render(notification, zone);
    }
    String title = Clean.html(subject(notification));
    String alerts =
        notification.alerts().stream()
            .map(alert -> alert(Telling.of(alert, zone), htmlLinks(notification, alert)))
            .collect(Collectors.joining());
    String more = notification.more() == 0 ? "" : "<p>and " + notification.more() + " more</p>\n";
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    %s%s%s<p class="small">%s</p>
    </body>
    </html>
    """
        .formatted(
            title, STYLE, lead(notification), alerts, more, Clean.html(footer(notification)));
  }

  private static String lead(Notification notification) {
    String lead = Telling.lead(notification);
    return lead.isEmpty() ? "" : "<p><strong>" + Clean.html(lead) + "</strong></p>\n";
  }

  /** Only about news, which a test is not. */
  private String link(Notification notification, Alert alert, Ask.Verb verb) {
    return links == null
            || notification.form() == Notification.Form.TEST
            || alert.state() == Alert.State.RESOLVED
        ? ""
        : links.address(Ask.of(verb, alert), notification.receiver(), notification.created());
  }

  /** Of the first alert; text mails with many would be nothing but addresses. */
  private String plainLinks(Notification notification) {
    StringBuilder out = new StringBuilder();
    for (Ask.Verb verb : LINKED) {
      String address = link(notification, notification.alert(), verb);
      if (!address.isEmpty()) {
        out.append(verb.label()).append(": ").append(address).append('\n');
      }
    }
    return out.isEmpty() ? "" : out + "\n";
  }

  private String htmlLinks(Notification notification, Alert alert) {
    StringBuilder out = new StringBuilder();
    for (Ask.Verb verb : LINKED) {
      String address = link(notification, alert, verb);
      if (!address.isEmpty()) {
        out.append("<a class=\"act\" href=\"")
            .append(Clean.html(address))
            .append("\">")
            .append(verb.label())
            .append("</a>\n");
      }
    }
    return out.isEmpty() ? "" : "<p>" + out.toString().stripTrailing() + "</p>\n";
  }

  private static String alert(Telling telling, String links) {
    String colour = colour(telling.severity());
    StringBuilder out = new StringBuilder();
    out.append("<div class=\"alert\" style=\"border-left-color: ").append(colour).append("\">\n");
    out.append("<span class=\"badge\" style=\"background: ")
        .append(colour)
        .append("\">")
        .append(Telling.word(telling.severity()))
        .append("</span> <strong>")
        .append(Clean.html(telling.subject()))
        .append("</strong>\n");
    out.append("<h1>").append(linked(telling.headline(), telling.url())).append("</h1>\n");
    Telling.Quote quote = telling.quote();
    if (quote != null && !quote.plain().strip().equals(telling.headline())) {
      out.append("<blockquote>").append(marked(quote)).append("</blockquote>\n");
    }
    out.append("<p>").append(Clean.html(telling.facts())).append("</p>\n");
    sources(out, telling);
    out.append("<p class=\"small\">because ")
        .append(Clean.html(String.join("; ", telling.why())))
        .append("</p>\n")
        .append(links)
        .append("</div>\n");
    return out.toString();
  }

  private static void sources(StringBuilder out, Telling telling) {
    if (telling.sources().size() < 2) {
      return;
    }
    out.append("<ul>\n");
    for (Telling.Source source : telling.sources()) {
      out.append("<li>")
          .append(linked(source.title(), source.url()))
          .append(" <span class=\"small\">")
          .append(Clean.html(source.name()))
          .append("</span></li>\n");
    }
    out.append("</ul>\n");
  }

  private static String linked(String text, @Nullable String url) {
    return url == null
        ? Clean.html(text)
        : "<a href=\"" + Clean.html(url) + "\">" + Clean.html(text) + "</a>";
  }

  private static String marked(Telling.Quote quote) {
    return quote.parts().stream()
        .map(part ->
            part.highlighted()
                ? "<mark>" + Clean.html(part.text()) + "</mark>"
                : Clean.html(part.text()))
        .collect(Collectors.joining());
  }

  private static String footer(Notification notification) {
    String ids =
        notification.alerts().stream()
            .limit(3)
            .map(alert -> alert.id() + " revision " + alert.revision())
            .collect(Collectors.joining(", "));
    String why =
        notification.why().isEmpty()
            ? ""
            : ". You get this because "
                + notification.why().stream().map(Clean::line).collect(Collectors.joining("; "));
    return "Wirewatch · " + ids + why;
  }

  private static String colour(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "#b71c1c";
      case HIGH -> "#bf360c";
      case MEDIUM -> "#8d6e00";
      case LOW -> "#1565c0";
      case INFO -> "#546e7a";
    };
  }
}
