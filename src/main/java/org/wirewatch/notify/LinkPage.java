package org.wirewatch.notify;

import java.time.ZoneOffset;
import org.wirewatch.model.Action;

/** The pages behind the links in mails. They load nothing and run no script. Pure. */
final class LinkPage {
  private static final String FRAME =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="robots" content="noindex">
      <title>%1$s</title>
      <style>
      :root { color-scheme: light dark; }
      body { margin: 0 auto; padding: 24px; max-width: 480px; font: 17px/1.5 system-ui, sans-serif; }
      input, button { font: inherit; padding: 10px 16px; margin: 6px 0; box-sizing: border-box; width: 100%%; }
      </style>
      </head>
      <body>
      <h1>%1$s</h1>
      %2$s
      </body>
      </html>
      """;

  private LinkPage() {}

  static String question(SignedLinks.Link link) {
    Ask ask = link.ask();
    return FRAME.formatted(
        Clean.html(ask.verb().label()),
        """
        <p>%s</p>
        <form method="post">
        <label>Your name, so that the others know who (optional)<br>
        <input name="who" maxlength="80" autocomplete="name"></label>
        <label>%s<br>
        <input name="reason" maxlength="%d"></label>
        <button type="submit">%s</button>
        </form>\
        """
            .formatted(
                Clean.html(meaning(ask)),
                ask.verb() == Ask.Verb.FALSE_ALARM
                    ? "Why it is none, for those who come after"
                    : "What you add (optional)",
                Ask.LONGEST_REASON,
                Clean.html(ask.verb().label())));
  }

  private static String meaning(Ask ask) {
    String alert = "alert " + ask.alert() + " of " + ask.watchlist() + " (" + ask.entry() + ")";
    return switch (ask.verb()) {
      case ACKNOWLEDGE -> "You take care of " + alert + ": no more reminders, no escalation.";
      case SNOOZE -> "Nothing more of " + alert + " for an hour, unless it gets louder.";
      case FALSE_ALARM -> "Nothing more of " + alert + ": it is none.";
      case SILENCE ->
          "Nothing of "
              + ask.entry()
              + " in "
              + ask.watchlist()
              + (ask.places().isEmpty() ? "" : " at " + String.join(", ", ask.places()))
              + " for eight hours, for everybody.";
    };
  }

  static String done(SignedLinks.Link link, Action action) {
    return FRAME.formatted(
        "Done",
        "<p>"
            + Clean.html(Ask.note(action, ZoneOffset.UTC))
            + ".</p>\n<p>"
            + Clean.html(meaning(link.ask()))
            + "</p>");
  }

  static String ended() {
    return FRAME.formatted(
        "This link has ended",
        "<p>Links in mails work for seven days, and only as they were sent. Use the newest mail"
            + " about the alert.</p>");
  }

  static String later() {
    return FRAME.formatted(
        "Not now", "<p>It could not be written down. Go back and press the button again.</p>");
  }
}
