package org.wirewatch.poll;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirewatch.feed.FeedInfo;
import org.wirewatch.feed.FeedLink;
import org.wirewatch.feed.FeedParser;
import org.wirewatch.feed.FeedResult;
import org.wirewatch.feed.Origin;
import org.wirewatch.feed.WebPage;
import org.wirewatch.model.Item;
import org.wirewatch.text.LanguageDetector;

/**
 * Tries an address as a subscription would, without subscribing: fetches and reads it, and says
 * what to do about what it finds. Thread-safe.
 */
public final class FeedProbe implements AutoCloseable {
  private static final Duration ABANDONED = Duration.ofDays(30);

  private final Fetcher fetcher;
  private final Robots robots;
  private final FeedParser parser;
  private final InstantSource clock;

  /** A probe with manners, limits and address rules as configured. */
  public FeedProbe(PollConfig config, InstantSource clock) {
    this.clock = clock;
    fetcher = new Fetcher(config, clock);
    robots = new Robots(fetcher, clock);
    parser = new FeedParser(config.limits(), LanguageDetector::detect);
  }

  /**
   * What was found at an address.
   *
   * @param ok whether it is a feed with items
   * @param status of HTTP; 0 where there was no answer
   * @param movedTo where the address has moved for good; null where it has not
   * @param format for people, such as "RSS 2.0"; null where it is no feed
   * @param title of the feed; empty where it has none
   * @param newest when its newest item was published; null where no item says so
   * @param repairs what was mended to read it
   * @param articles whether robots.txt lets us read the page of an article, for {@code full_text};
   *     null where no item has one
   * @param offers the feeds that it links to, where it is a web page
   * @param advice what is wrong or worth knowing, and what to do; empty where all is well
   */
  public record Report(
      String url,
      boolean ok,
      int status,
      @Nullable String movedTo,
      @Nullable String format,
      String title,
      @Nullable String language,
      int items,
      @Nullable Instant newest,
      List<String> repairs,
      @Nullable Boolean articles,
      List<FeedLink> offers,
      List<String> advice) {
    public Report {
      repairs = List.copyOf(repairs);
      offers = List.copyOf(offers);
      advice = List.copyOf(advice);
    }
  }

  /** Fetches the address once, and robots.txt of its articles' host. */
  public Report probe(String url) throws InterruptedException {
    return switch (fetcher.fetch(url)) {
      case FetchResult.Failed failed -> nothing(url, failed.status(), failed.message());
      case FetchResult.NotModified _ ->
          nothing(url, 304, "the server says that nothing changed, though nobody asked");
      case FetchResult.Body body -> read(url, body);
    };
  }

  private static Report nothing(String url, int status, String advice) {
    return new Report(
        url,
        false,
        status,
        null,
        null,
        "",
        null,
        0,
        null,
        List.of(),
        null,
        List.of(),
        List.of(advice));
  }

  private Report read(String url, FetchResult.Body body) throws InterruptedException {
    Origin origin = new Origin(body.finalUrl(), body.headers(), clock.instant(), null);
    return switch (parser.parse(body.bytes(), origin)) {
      case FeedResult.Parsed index when !index.feed().parts().isEmpty() ->
          feed(url, body, withPart(index));
      case FeedResult.Parsed parsed -> feed(url, body, parsed);
      case FeedResult.Unreadable unreadable -> page(url, body, origin, unreadable.reason());
    };
  }

  /** An index with the items of the part that changed last, as a sample of what polling finds. */
  private FeedResult.Parsed withPart(FeedResult.Parsed index) throws InterruptedException {
    if (fetcher.fetch(index.feed().parts().getFirst()) instanceof FetchResult.Body body) {
      Origin origin = new Origin(body.finalUrl(), body.headers(), clock.instant(), null);
      if (parser.parse(body.bytes(), origin) instanceof FeedResult.Parsed part) {
        return new FeedResult.Parsed(index.feed(), part.items(), part.dropped(), index.repairs());
      }
    }
    return index;
  }

  private Report feed(String url, FetchResult.Body body, FeedResult.Parsed parsed)
      throws InterruptedException {
    FeedInfo feed = parsed.feed();
    Instant newest =
        parsed.items().stream()
            .filter(i -> !Objects.equals(i.published(), i.fetched()))
            .map(Item::published)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(null);
    return new Report(
        url,
        !parsed.items().isEmpty(),
        body.status(),
        body.movedTo(),
        feed.format(),
        feed.title(),
        feed.language(),
        parsed.items().size(),
        newest,
        parsed.repairs(),
        articles(parsed.items()).orElse(null),
        List.of(),
        advice(body, parsed, newest));
  }

  private List<String> advice(
      FetchResult.Body body, FeedResult.Parsed parsed, @Nullable Instant newest) {
    List<String> advice = new ArrayList<>();
    if (body.movedTo() != null) {
      advice.add("it has moved for good; subscribe to " + body.movedTo());
    }
    if (body.truncated()) {
      advice.add("the answer broke off; what came of it was read, try again later");
    }
    if (parsed.items().isEmpty()) {
      advice.add(
          parsed.feed().parts().isEmpty()
              ? "a feed without items; ask its publisher, or look for another on the site"
              : "an index whose newest part gives no items: "
                  + parsed.feed().parts().getFirst()
                  + "; look for another feed on the site");
    } else if (newest == null) {
      advice.add("its items have no dates; they count as published when they are first read");
    } else if (newest.isBefore(clock.instant().minus(ABANDONED))) {
      advice.add("nothing new since " + newest + "; it may be abandoned, look for another");
    }
    return advice;
  }

  private Report page(String url, FetchResult.Body body, Origin origin, String reason) {
    List<FeedLink> offers = WebPage.of(body.bytes(), origin).feeds();
    return new Report(
        url,
        false,
        body.status(),
        body.movedTo(),
        null,
        "",
        null,
        0,
        null,
        List.of(),
        null,
        offers,
        List.of(offers.isEmpty() ? reason : "a web page; subscribe to a feed that it offers"));
  }

  private Optional<Boolean> articles(List<Item> items) throws InterruptedException {
    for (Item item : items) {
      URI page = item.url() == null ? null : WebAddress.parse(item.url());
      if (page != null) {
        return Optional.of(robots.allow(page).isPresent());
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
