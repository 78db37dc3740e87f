package org.wirewatch.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirewatch.model.Item;

class WebPageTest {
  private static final String PARAGRAPHS =
      """
      <p>The strait was closed on Sunday after a tanker ran aground, the port authority said, and ships wait in both directions.</p>
      <p>Pilots, tugs and the coast guard are on the scene, but the tide, the wind and the dark will keep them until Monday morning.</p>
      <p>Nobody was hurt.</p>
      """;

  private static Item article(String html) {
    FeedParser parser = new FeedParser(FeedLimits.DEFAULT, _ -> Optional.empty());
    FeedResult result = parser.parseAny(html.getBytes(UTF_8), Feeds.origin());
    return ((FeedResult.Parsed) result).items().getFirst();
  }

  @Test
  void feeds_declaredInTheHead_comeAbsoluteAndOnce() {
    String page =
        """
        <head><base href="https://n.example/x/">
        <link rel="alternate" type="application/rss+xml" title="World" href="world.rss">
        <link rel="ALTERNATE" type="application/atom+xml" href="/atom"><link rel="alternate" hreflang="fr" href="/fr">
        <link rel="alternate" type="application/rss+xml" href="world.rss"></head><a href="/other/rss">rss</a>
        """;

    assertThat(WebPage.of(page.getBytes(UTF_8), Feeds.origin()).feeds())
        .containsExactly(
            new FeedLink("https://n.example/x/world.rss", "World", "application/rss+xml"),
            new FeedLink("https://n.example/atom", "", "application/atom+xml"));
  }

  @Test
  void feeds_onlyLinkedInThePage_areGuessedFromTheirAddress() {
    String page =
        "<a href='/news/feed/'>All news</a> <a href='/about'>About</a> <a href='/rss.xml?x=1'>RSS</a>";

    assertThat(WebPage.of(page.getBytes(UTF_8), Feeds.origin()).feeds())
        .extracting(FeedLink::url)
        .containsExactly("https://origin.example/news/feed/", "https://origin.example/rss.xml?x=1");
  }

  @Test
  void article_withoutDeclarations_isWhereTheProseStands() {
    Item item =
        article(
            "<html lang='en'><title>Strait closed | Gazette</title><body><nav><a href='/'>Home</a></nav><div id='x'><h1>Strait closed</h1>"
                + PARAGRAPHS
                + "</div><div class='related'><p>Read also, if you like, this and that, and more of the same.</p></div><footer>© Gazette</footer></body></html>");

    assertThat(item.title()).isEqualTo("Strait closed");
    assertThat(item.language()).isEqualTo("en");
    assertThat(item.body())
        .startsWith("The strait was closed")
        .endsWith("Nobody was hurt.")
        .doesNotContain("Home", "Read also", "©");
  }

  @Test
  void article_declared_takesWhatIsDeclared() {
    Item item =
        article(
            """
            <html><head><link rel="canonical" href="/strait"><meta property="og:site_name" content="Gazette">
            <script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"Strait shut &amp; guarded",
            "datePublished":"2026-11-22T09:00:00+01:00","author":[{"@type":"Person","name":"Ada Quill"}],"inLanguage":"en-GB"}]}</script></head>
            <body><article>%s</article></body></html>
            """
                .formatted(PARAGRAPHS));

    assertThat(item.title()).isEqualTo("Strait shut & guarded");
    assertThat(item.url()).isEqualTo("https://origin.example/strait");
    assertThat(item.published()).isEqualTo("2026-11-22T08:00:00Z");
    assertThat(item.authors()).containsExactly("Ada Quill");
    assertThat(item.source().name()).isEqualTo("Gazette");
    assertThat(item.body()).contains("Pilots, tugs");
  }
}
