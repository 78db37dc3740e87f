package org.wirewatch.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirewatch.feed.FeedLimits;
import org.wirewatch.feed.FeedParser;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.model.Item;
import org.wirewatch.poll.FeedProgress.Polled;
import org.wirewatch.poll.FeedServer.Answer;
import org.wirewatch.poll.Health.Outcome;
import org.wirewatch.text.LanguageDetector;

@Timeout(20)
class FeedPollTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final PollConfig CONFIG =
      PollConfig.DEFAULT
          .withAllowPrivateAddresses(true)
          .withLimits(FeedLimits.DEFAULT.withMaxBytes(2_000_000))
          .withManners(
              new PollConfig.Manners(
                  8,
                  8,
                  Duration.ZERO,
                  Duration.ofHours(1),
                  Duration.ofSeconds(1),
                  Duration.ofSeconds(2),
                  Duration.ofSeconds(5)));

  private final FeedServer server = new FeedServer();
  private final Fetcher fetcher = new Fetcher(CONFIG, CLOCK);
  private final FeedPoll poll =
      new FeedPoll(
          fetcher,
          new FeedProgress(new FeedParser(FeedLimits.DEFAULT, LanguageDetector::detect), CONFIG),
          new FullText(fetcher, CLOCK),
          new Hubs(fetcher, null),
          CLOCK,
          new PollMeters(new SimpleMeterRegistry()));

  @AfterEach
  void close() {
    fetcher.close();
    server.close();
  }

  @Test
  void aLargeDocumentIsReadAndKnownAsLargeFromThenOn() throws InterruptedException {
    server.answer("/feed", Answer.ok(document(700_000)));

    Polled first = poll.visit(task(null));
    Polled second = poll.visit(task(first.state()));

    assertThat(first.items()).hasSize(1);
    assertThat(second.state().health().outcome()).isEqualTo(Outcome.OK);
    assertThat(server.requests("/feed")).hasSize(3);
  }

  @Test
  void aDocumentAboveTheConfiguredBoundIsRefused() throws InterruptedException {
    server.answer("/feed", Answer.ok(document(2_100_000)));

    Polled polled = poll.visit(task(null));

    assertThat(polled.state().health().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(polled.state().health().problem()).contains("more than 2000000 bytes");
  }

  @Test
  void theItemsOfASitemapIndexAreThoseOfItsNewestParts() throws InterruptedException {
    server.answer(
        "/feed",
        Answer.ok(
            index(
                part("/old.xml", "2026-10-01"),
                part("/missing.xml", "2026-11-20"),
                part("/news.xml", "2026-11-22T09:00:00Z"),
                part("/undated.xml", ""))));
    server.answer("/old.xml", Answer.ok(sitemap("old")));
    server.answer("/news.xml", Answer.ok(sitemap("fresh")));
    server.answer("/undated.xml", Answer.ok(sitemap("undated")));

    Polled polled = poll.visit(task(null));

    assertThat(polled.items())
        .extracting(Item::title)
        .containsExactly("Title fresh", "Title old", "Title undated");
    assertThat(polled.state().health().outcome()).isEqualTo(Outcome.OK);
  }

  @Test
  void aPartThatChangesIsReadThoughItsIndexDoesNot() throws InterruptedException {
    server.answer("/feed", Answer.ok(index(part("/news.xml", ""))));
    server.answer("/news.xml", Answer.ok(sitemap("one")));
    Polled first = poll.visit(task(null));
    server.answer("/news.xml", Answer.ok(sitemap("two", "one")));

    Polled second = poll.visit(task(first.state()));

    assertThat(second.items()).extracting(Item::title).containsExactly("Title two");
  }

  @Test
  void anIndexWhosePartsAreAllGoneSaysSo() throws InterruptedException {
    server.answer("/feed", Answer.ok(index(part("/news.xml", ""))));

    Polled polled = poll.visit(task(null));

    assertThat(polled.state().health().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(polled.state().health().problem()).contains("404");
  }

  @Test
  void largePartsAreReadToo_andTogetherNoMoreThanOneDocumentMayHold() throws InterruptedException {
    String many = sitemap(IntStream.range(0, 4_000).mapToObj(i -> "a" + i).toArray(String[]::new));
    server.answer("/feed", Answer.ok(index(part("/a.xml", ""), part("/b.xml", ""))));
    server.answer("/a.xml", Answer.ok(many));
    server.answer("/b.xml", Answer.ok(many.replace("/a", "/b").replace("Title a", "Title b")));

    Polled polled = poll.visit(task(null));

    assertThat(many).hasSizeGreaterThan(1 << 19);
    assertThat(polled.items()).hasSize(FeedLimits.DEFAULT.maxEntries());
  }

  @Test
  void aHubIsAskedAgainWithTheSameCallbackBeforeItsPromiseEnds() throws InterruptedException {
    server.answer("/hub", Answer.status(202));
    HubSubscription granted =
        HubSubscription.wanted(
                server.url("/hub"), server.url("/feed"), "https://desk.example/w/t", "s", NOW)
            .granted(Duration.ofDays(10), NOW.minus(Duration.ofDays(9)));
    FeedState state = task(null).state().due(NOW.plusSeconds(60)).withHub(granted);
    DueFeeds due = new DueFeeds();
    FeedDefinition feed = Feeds.definition(state.feed(), Duration.ofMinutes(5));
    due.load(Map.of(state.feed(), state), NOW);
    due.subscribe(feed, NOW);

    DueFeeds.Task task = due.takeDue(NOW).getFirst();
    HubSubscription renewed = poll.visit(task).state().hub();

    assertThat(task.visit()).isEqualTo(new Visit.AskHub());
    assertThat(server.requests("/hub")).hasSize(1);
    assertThat(renewed)
        .isNotNull()
        .satisfies(hub -> assertThat(hub.isActive(NOW)).isTrue())
        .satisfies(hub -> assertThat(hub.callback()).isEqualTo(granted.callback()))
        .satisfies(hub -> assertThat(hub.nextRequest()).isAfter(NOW));
  }

  @Test
  void aHostThatAsksForADelayBetweenPagesIsLeftAloneForIt() throws InterruptedException {
    server.answer("/robots.txt", Answer.ok("User-agent: *\nCrawl-delay: 1\n"));
    List<Instant> asked = new CopyOnWriteArrayList<>();
    for (String page : List.of("/a", "/b")) {
      server.answer(
          page,
          request -> {
            asked.add(Instant.now());
            return Answer.ok("<html><body><p>Short.</p></body></html>");
          });
    }
    server.answer(
        "/feed",
        Answer.ok(
            Feeds.rss(Feeds.entry("a", NOW), Feeds.entry("b", NOW))
                .replace("https://news.example/", server.url("/"))));
    FeedDefinition feed =
        new FeedDefinition(
            server.url("/feed"), "", null, null, 3, null, Duration.ofMinutes(5), true);
    FeedState unpolled = FeedState.unpolled(feed.url(), feed.interval(), NOW);

    poll.visit(new DueFeeds.Task(feed, unpolled, unpolled, 1, new Visit.Poll()));

    assertThat(asked).hasSize(2);
    assertThat(Duration.between(asked.getFirst(), asked.getLast()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(900));
  }

  private static String index(String... parts) {
    return "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
        + String.join("", parts)
        + "</sitemapindex>";
  }

  private String part(String path, String changed) {
    String date = changed.isEmpty() ? "" : "<lastmod>" + changed + "</lastmod>";
    return "<sitemap><loc>" + server.url(path) + "</loc>" + date + "</sitemap>";
  }

  private static String sitemap(String... names) {
    StringBuilder urls = new StringBuilder();
    for (String name : names) {
      urls.append("<url><loc>https://news.example/")
          .append(name)
          .append("</loc><news:news><news:publication_date>2026-11-22T09:30:00Z")
          .append("</news:publication_date><news:title>Title ")
          .append(name)
          .append("</news:title></news:news></url>");
    }
    return "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
        + " xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">"
        + urls
        + "</urlset>";
  }

  private static String document(int atLeast) {
    return Feeds.rss(Feeds.entry("one", NOW).replace("Text", "Text ".repeat(atLeast / 5)));
  }

  private DueFeeds.Task task(@Nullable FeedState before) {
    FeedDefinition feed = Feeds.definition(server.url("/feed"), Duration.ofMinutes(5));
    FeedState state =
        before == null ? FeedState.unpolled(feed.url(), feed.interval(), NOW) : before;
    return new DueFeeds.Task(feed, state, state, 1, new Visit.Poll());
  }
}
