package org.wirewatch.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.wirewatch.model.FeedDefinition;

/** Feeds for tests. */
final class Feeds {
  private Feeds() {}

  static FeedDefinition definition(String url, Duration interval) {
    return new FeedDefinition(url, "Example", null, "en", 3, null, interval, false);
  }

  static String rss(String... entries) {
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Example</title>"
        + "<link>https://news.example/</link>"
        + String.join("", entries)
        + "</channel></rss>";
  }

  static String entry(String name, Instant published) {
    return "<item><title>Title "
        + name
        + "</title><link>https://news.example/"
        + name
        + "</link><description>Text of "
        + name
        + "</description><pubDate>"
        + DateTimeFormatter.RFC_1123_DATE_TIME.format(published.atOffset(ZoneOffset.UTC))
        + "</pubDate></item>";
  }
}
