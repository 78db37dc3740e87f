package org.wirewatch.poll;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Item;
import org.wirewatch.poll.FetchResult.Body;
import org.wirewatch.text.HtmlText;

/**
 * Fetches the pages of items for the article's body, where the feed has only a part of it. The
 * feed's own text stays where the page may not be read, cannot be read or has less. Thread-safe.
 */
final class FullText {
  /**
   * More new items than this in one poll keep the feed's text: the rest of the poll must not wait.
   */
  private static final int MAX_PAGES = 20;

  /** Nor must it wait longer than this for pages, however slow the host wants us to be. */
  private static final Duration MAX_TIME = Duration.ofSeconds(30);

  private static final long MAX_BYTES = 2_000_000;

  private final Fetcher fetcher;
  private final Robots robots;
  private final InstantSource clock;

  FullText(Fetcher fetcher, InstantSource clock) {
    this.fetcher = fetcher;
    this.robots = new Robots(fetcher, clock);
    this.clock = clock;
  }

  /** The items with the bodies of their pages. Blocks on one page after the other. */
  List<Item> complete(List<Item> items) throws InterruptedException {
    List<Item> completed = new ArrayList<>();
    Instant end = clock.instant().plus(MAX_TIME);
    for (Item item : items) {
      boolean inTime = completed.size() < MAX_PAGES && clock.instant().isBefore(end);
      completed.add(inTime ? complete(item) : item);
    }
    return completed;
  }

  private Item complete(Item item) throws InterruptedException {
    URI page = item.url() == null ? null : WebAddress.parse(item.url());
    Optional<Duration> delay = page == null ? Optional.empty() : robots.allow(page);
    if (page == null || delay.isEmpty()) {
      return item;
    }
    String body =
        fetcher.page(page, MAX_BYTES, delay.get()) instanceof Body fetched
            ? body(fetched.bytes(), charset(fetched), fetched.finalUrl())
            : "";
    return body.length() > item.body().length() ? item.withBody(body) : item;
  }

  /**
   * The text of the article on a page; empty where there is none.
   *
   * @param charset what the server says; null to look for it in the page
   */
  static String body(byte[] page, @Nullable String charset, String url) {
    try {
      String content =
          new Readability4J(url, Jsoup.parse(new ByteArrayInputStream(page), charset, url))
              .parse()
              .getContent();
      return content == null ? "" : HtmlText.of(content);
    } catch (IOException | RuntimeException notAPage) {
      return "";
    }
  }

  private static @Nullable String charset(Body fetched) {
    for (String type : fetched.headers().getOrDefault("content-type", List.of())) {
      int at = type.toLowerCase(Locale.ROOT).indexOf("charset=");
      if (at >= 0) {
        return type.substring(at + "charset=".length()).replaceAll("[\"';].*|\\s", "");
      }
    }
    return null;
  }
}
