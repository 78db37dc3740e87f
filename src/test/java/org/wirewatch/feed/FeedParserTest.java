package org.wirewatch.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.model.Item;

class FeedParserTest {
  private static byte[] gzip(byte[] body) throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(body);
    }
    return packed.toByteArray();
  }

  @Test
  void parse_gzippedBody_isUnpacked() throws Exception {
    byte[] body = gzip(Feeds.rss("<item><title>Packed</title></item>").getBytes(UTF_8));

    assertThat(Feeds.parsed(body, Feeds.origin()).items())
        .extracting(Item::title)
        .containsExactly("Packed");
  }

  @Test
  void parse_gzipBomb_isRefused() throws Exception {
    byte[] body = gzip(new byte[FeedLimits.DEFAULT.maxBytes() * 2]);

    assertThat(Feeds.reason(body)).contains("longer than the limit of 20,971,520 bytes");
  }

  @Test
  void parse_endlessStream_isReadToTheLimitOnly() throws Exception {
    long[] read = {0};
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            read[0]++;
            return 'x';
          }

          @Override
          public int read(byte[] into, int from, int length) {
            read[0] += length;
            return length;
          }
        };
    FeedParser parser = new FeedParser(new FeedLimits(1000, 10, 10, 100), _ -> Optional.empty());

    FeedResult result = parser.parse(endless, Feeds.origin());

    assertThat(result).isInstanceOf(FeedResult.Unreadable.class);
    assertThat(read[0]).isEqualTo(1001);
  }

  @Test
  void parse_streamWithinLimits_isParsed() throws Exception {
    FeedParser parser = new FeedParser(FeedLimits.DEFAULT, _ -> Optional.empty());
    byte[] body = Feeds.rss("<item><title>One</title></item>").getBytes(UTF_8);

    FeedResult result = parser.parse(new ByteArrayInputStream(body), Feeds.origin());

    assertThat(((FeedResult.Parsed) result).items()).hasSize(1);
  }

  @Test
  void parse_tooManyEntries_keepsTheFirst() {
    FeedResult.Parsed parsed =
        Feeds.parsed(Feeds.rss("<item><title>a</title></item>".repeat(5_010)));

    assertThat(parsed.items()).hasSize(5_000);
    assertThat(parsed.dropped()).isEqualTo(10);
    assertThat(parsed.repairs()).containsExactly("more than 5000 entries, the rest left out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a>",
        "<a b='",
        "<!--",
        "<![CDATA[",
        "&",
        "<",
        "</",
        "<a/>",
        "<item>",
        "<!DOCTYPE [",
        "<?",
        "&#",
        "<p><svg>"
      })
  void parse_oneThingAMillionTimes_takesNoLongerThanASecondOrSo(String thing) {
    String hostile =
        Feeds.rss("<item><title>a</title><description>" + thing.repeat(1_000_000 / thing.length()));
    long start = System.nanoTime();

    FeedResult.Parsed parsed = Feeds.parsed(hostile);

    assertThat(parsed).isNotNull();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void parse_nestedHtmlAMillionTimes_isText() {
    String escaped = "&lt;div&gt;&lt;iframe&gt;&lt;!-- ".repeat(30_000);

    Item item = Feeds.item("<title>a</title><description>" + escaped + "x</description>");

    assertThat(item.title()).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "hello",
        "{\"a\":1}",
        "[1,2]",
        "<html><body>no</body></html>",
        "<opml/>",
        "<a/>"
      })
  void parse_noFeed_saysWhatItIs(String body) {
    assertThat(Feeds.reason(body.getBytes(UTF_8))).isNotBlank();
  }

  @Test
  void parse_image_saysThatItIsNoText() {
    byte[] body = new byte[5_000];
    new Random(1).nextBytes(body);

    assertThat(Feeds.reason(body)).contains("neither text nor mark-up");
  }

  @Test
  void parse_webPage_namesTheFeedsItOffers() {
    String page =
        "<!doctype html><html><head><link rel=alternate type='application/rss+xml' href='/rss'></head></html>";

    assertThat(Feeds.reason(page.getBytes(UTF_8))).endsWith("it offers https://origin.example/rss");
  }

  @Test
  void parse_subscription_namesTheSource() {
    FeedDefinition subscription =
        new FeedDefinition(
            "https://origin.example/feed.xml",
            "Example News",
            "GB",
            "en",
            1,
            "example",
            Duration.ofMinutes(5),
            false);
    Origin origin =
        new Origin("https://origin.example/feed.xml", Map.of(), Feeds.NOW, subscription);

    Item item =
        Feeds.parsed(Feeds.rss("<item><title>a</title></item>").getBytes(UTF_8), origin)
            .items()
            .getFirst();

    assertThat(item.source().id()).isEqualTo("example-news");
    assertThat(item.source().name()).isEqualTo("Example News");
    assertThat(item.source().country()).isEqualTo("GB");
    assertThat(item.language()).isEqualTo("en");
  }

  @Test
  void parse_noLanguageAnywhere_asksTheDetectorOnce() {
    FeedParser parser =
        new FeedParser(
            FeedLimits.DEFAULT, text -> Optional.of(text.contains("Hafen") ? "de" : "en"));
    byte[] body = Feeds.rss("<item><title>Hafen</title></item>").getBytes(UTF_8);

    FeedResult.Parsed parsed = (FeedResult.Parsed) parser.parse(body, Feeds.origin());

    assertThat(parsed.items().getFirst().language()).isEqualTo("de");
  }

  @Test
  void parse_sameArticleFromTwoFeeds_hasOneId() {
    Item web =
        Feeds.item(
            "<title>a</title><link>https://www.n.example/a/?utm_source=rss</link><guid>1</guid>");
    Item mobile = Feeds.item("<title>A</title><link>http://m.n.example/a#top</link><guid>2</guid>");

    assertThat(web.id()).isEqualTo(mobile.id()).matches("[0-9a-f]{32}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@n.example (Ada Quill)",
        "Ada Quill &lt;ada@n.example&gt;",
        "Ada Quill",
        "\"Ada Quill\" (ada@n.example)",
        "By Ada Quill"
      })
  void parse_authorForms_giveTheName(String author) {
    Item item = Feeds.item("<title>a</title><author>" + author + "</author>");

    assertThat(item.authors()).isEqualTo(List.of("Ada Quill"));
  }

  @Test
  void parseAny_plainText_isAnItem() {
    FeedParser parser = new FeedParser(FeedLimits.DEFAULT, _ -> Optional.of("en"));

    FeedResult result =
        parser.parseAny(
            "Strait closed\n\nThe strait is closed.".getBytes(UTF_8), Origin.handedIn(Feeds.NOW));

    Item item = ((FeedResult.Parsed) result).items().getFirst();
    assertThat(item.title()).isEqualTo("Strait closed");
    assertThat(item.body()).isEqualTo("The strait is closed.");
  }
}
