package org.wirewatch.notify;

import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wirewatch.model.Notification;
import org.wirewatch.model.Severity;

/**
 * An alert as a compact block of text, with colour and highlights or without. Pure.
 *
 * @param coloured whether to use the escape sequences of ECMA-48
 */
record ConsoleText(boolean coloured, ZoneId zone, Templates templates) {

  ConsoleText(boolean coloured, ZoneId zone) {
    this(coloured, zone, Templates.NONE);
  }

  /** The whole message, ending in an empty line. */
  String render(Notification notification) {
    Template own = templates.text();
    if (own != null) {
      return own.render(notification, zone).stripTrailing() + "\n\n";
    }
    StringBuilder out = new StringBuilder();
    String title = Telling.lead(notification);
    if (!title.isEmpty()) {
      out.append(style("1", title)).append('\n');
    }
    notification.alerts().forEach(alert -> block(out, Telling.of(alert, zone)));
    if (notification.more() > 0) {
      out.append("  and ").append(notification.more()).append(" more\n\n");
    }
    return out.toString();
  }

  private void block(StringBuilder out, Telling telling) {
    String badge = " " + Telling.word(telling.severity()).toUpperCase(Locale.ROOT) + " ";
    out.append(style(colour(telling.severity()), badge))
        .append(' ')
        .append(style("1", telling.subject()));
    if (!telling.change().isEmpty()) {
      out.append(" · ").append(telling.change());
    }
    out.append("  ")
        .append(style("2", telling.revised() + "  " + telling.alert().id()))
        .append('\n');
    line(out, telling.headline());
    Telling.Quote quote = telling.quote();
    if (quote != null && !quote.plain().strip().equals(telling.headline())) {
      line(out, "“" + highlighted(quote).strip() + "”");
    }
    line(out, telling.standing());
    line(out, style("2", "because " + String.join("; ", telling.why())));
    String url = telling.url();
    if (url != null) {
      line(out, style("4", url));
    }
    out.append('\n');
  }

  private static void line(StringBuilder out, String text) {
    if (!text.isBlank()) {
      out.append("  ").append(text).append('\n');
    }
  }

  private String highlighted(Telling.Quote quote) {
    return quote.parts().stream()
        .map(part -> part.highlighted() ? style("1;33", part.text()) : part.text())
        .collect(Collectors.joining());
  }

  private static String colour(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "1;97;41";
      case HIGH -> "1;30;43";
      case MEDIUM -> "1;97;44";
      case LOW -> "1;30;46";
      case INFO -> "1;30;47";
    };
  }

  private String style(String code, String text) {
    return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
