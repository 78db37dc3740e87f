package org.wirewatch.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirewatch.model.Item;

/** Reads feeds for tests, all at the same moment. */
final class Feeds {
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private static final FeedParser PARSER =
      new FeedParser(FeedLimits.DEFAULT, _ -> Optional.empty());

  private Feeds() {}

  static Origin origin(String... contentType) {
    return new Origin(
        "https://origin.example/feed.xml",
        contentType.length == 0 ? Map.of() : Map.of("content-type", List.of(contentType)),
        NOW,
        null);
  }

  static FeedResult.Parsed parsed(byte[] body, Origin origin) {
    FeedResult result = PARSER.parse(body, origin);
    assertThat(result).isInstanceOf(FeedResult.Parsed.class);
    return (FeedResult.Parsed) result;
  }

  static FeedResult.Parsed parsed(String xml) {
    return parsed(xml.getBytes(UTF_8), origin());
  }

  static String reason(byte[] body) {
    FeedResult result = PARSER.parse(body, origin());
    assertThat(result).isInstanceOf(FeedResult.Unreadable.class);
    return ((FeedResult.Unreadable) result).reason();
  }

  /** The only item of an RSS feed with these elements in it. */
  static Item item(String elements) {
    return parsed(rss("<item>" + elements + "</item>")).items().getFirst();
  }

  static String rss(String items) {
    return "<rss version='2.0'><channel><title>T</title><link>https://t.example/</link>"
        + items
        + "</channel></rss>";
  }
}
