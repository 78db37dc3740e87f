package org.wirewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirewatch.config.FeedFileReader;
import org.wirewatch.feed.Opml;
import org.wirewatch.json.Conforms;
import org.wirewatch.json.Json;
import org.wirewatch.model.FeedDefinition;
import tools.jackson.databind.JsonNode;

/** {@code feed import}, {@code export}, {@code list} and {@code check}, as typed. */
class FeedSubscriptionsTest {
  private static final String LIST =
      """
      <opml version="2.0"><body>
        <outline text="World">
          <outline text="Asia"><outline text="Port Post" xmlUrl="https://port.example/rss"/></outline>
          <outline xmlUrl="https://www.theguardian.com/australia-news/rss"/>
        </outline>
        <outline text="Known" xmlUrl="http://KNOWN.example/feed/"/>
        <outline text="Odd" xmlUrl="gopher://odd.example/"/>
        <outline text="Locked" xmlUrl="https://me:hush@locked.example/f"/>
      </body></opml>
      """;

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Typed feed(String command, String... rest) {
    return Typed.command(
        Stream.concat(Stream.of("feed", command, "--data", folder.toString()), Stream.of(rest))
            .toArray(String[]::new));
  }

  private List<FeedDefinition> subscribed() {
    var loaded = FeedFileReader.read(folder.resolve("feeds.yaml"));
    assertThat(loaded.problems()).isEmpty();
    return loaded.value();
  }

  @Test
  void import_addsWhatIsNew_keepsWhatIsThere_andSaysWhatBecameOfEach() throws Exception {
    String before = "# mine\nfeeds:\n- {url: \"https://known.example/feed\", tier: 2} # dear\n";
    file("feeds.yaml", before);
    Path list = file("list.opml", LIST);

    Typed typed = feed("import", list.toString());

    assertThat(typed.exit()).isEqualTo(Exit.FAULT);
    assertThat(typed.lines())
        .containsExactly(
            "added    https://port.example/rss  (World/Asia)",
            "added    https://www.theguardian.com/australia-news/rss  (World)",
            "skipped  http://KNOWN.example/feed/  (subscribed to already)",
            typed.lines().get(3),
            "refused  gopher://odd.example/  (neither http nor https)");
    assertThat(typed.lines().get(3)).startsWith("refused").contains("password");
    assertThat(typed.err()).contains("2 added, 1 skipped, 2 refused");
    assertThat(Files.readString(folder.resolve("feeds.yaml"))).startsWith(before);
    assertThat(subscribed())
        .extracting(FeedDefinition::url)
        .containsExactly(
            "https://known.example/feed",
            "https://port.example/rss",
            "https://www.theguardian.com/australia-news/rss");
    assertThat(subscribed().get(1).categories()).containsExactly("World/Asia");
  }

  @Test
  void import_again_addsNothing() throws Exception {
    file("feeds.yaml", "feeds: []\n");
    Path list = file("list.opml", LIST.replaceAll("(?m)^.*(odd|locked)\\.example.*$", ""));
    assertThat(feed("import", list.toString()).exit()).isZero();
    String once = Files.readString(folder.resolve("feeds.yaml"));

    Typed again = feed("import", "--format", "json", list.toString());

    assertThat(again.exit()).isZero();
    assertThat(again.lines())
        .hasSize(3)
        .allSatisfy(l -> {
          assertThat(Conforms.faults("feed-import", l)).isEmpty();
          assertThat(l).contains("\"outcome\":\"skipped\"");
        });
    assertThat(folder.resolve("feeds.yaml")).hasContent(once);
  }

  @Test
  void import_intoANewFolder_keepsTheStarterFeeds() throws Exception {
    Path list = file("list.opml", LIST);

    feed("import", list.toString());

    assertThat(subscribed()).hasSizeGreaterThan(40);
    assertThat(subscribed()).extracting(FeedDefinition::url).contains("https://port.example/rss");
  }

  @Test
  void import_aListThatCannotBeAddedTo_isLeftAsItIs() throws Exception {
    String flow = "feeds: [{url: \"https://known.example/feed\"}]\n";
    file("feeds.yaml", flow);

    Typed typed = feed("import", file("list.opml", LIST).toString());

    assertThat(typed.exit()).isEqualTo(Exit.FAULT);
    assertThat(typed.err()).contains("feeds.yaml: cannot be added to", "begins with '-'");
    assertThat(folder.resolve("feeds.yaml")).hasContent(flow);
  }

  @Test
  void import_whatIsNoList_isOneLine() throws Exception {
    assertThat(feed("import", file("list.opml", "<rss/>").toString()).err())
        .contains("list.opml: not an OPML document");
    assertThat(feed("import", folder.resolve("none").toString()).err()).contains("no such file");
  }

  @Test
  void aKnownPublishersFeed_hasItsCountryTierAndFamily_unlessToldOtherwise() throws Exception {
    file(
        "feeds.yaml",
        """
        feeds:
          - {url: "https://www.theguardian.com/uk/rss"}
          - {url: "https://www.theguardian.com/us/rss", country: US, tier: 3, family: mine}
        """);

    assertThat(subscribed().get(0))
        .satisfies(f -> {
          assertThat(f.country()).isEqualTo("GB");
          assertThat(f.tier()).isEqualTo(1);
          assertThat(f.family()).isNotBlank();
        });
    assertThat(subscribed().get(1))
        .satisfies(f -> {
          assertThat(f.country()).isEqualTo("US");
          assertThat(f.tier()).isEqualTo(3);
          assertThat(f.family()).isEqualTo("mine");
        });
  }

  @Test
  void export_isReadAgain() throws Exception {
    file(
        "feeds.yaml",
        "feeds:\n  - {url: \"https://a.example/f\", name: A, categories: [World/Asia]}\n");

    Typed typed = feed("export");

    assertThat(typed.exit()).isZero();
    assertThat(((Opml.Result.Read) Opml.read(typed.out().getBytes(StandardCharsets.UTF_8))).feeds())
        .singleElement()
        .satisfies(f -> {
          assertThat(f.name()).isEqualTo("A");
          assertThat(f.categories()).containsExactly("World/Asia");
        });
  }

  @Test
  void list_withoutARunningSystem_listsTheFeedsAndSaysThatItDoesNotKnow() throws Exception {
    file("feeds.yaml", "feeds:\n  - {url: \"https://a.example/f\", name: A}\n");

    Typed text = feed("list");
    Typed json = feed("list", "--format", "json");

    assertThat(text.exit()).isZero();
    assertThat(text.out()).isEqualTo("unknown    A  https://a.example/f\n");
    assertThat(text.err()).contains("no Wirewatch runs here", "1 feeds: unknown=1");
    assertThat(Conforms.faults("feed-status", json.out())).isEmpty();
  }

  @Test
  void check_tellsFeedsPagesAndNothingApart() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    serve(
        server,
        "/feed",
        "<rss version='2.0'><channel><title>Harbour</title><item><title>Port shut</title><link>"
            + base
            + "/a/1</link><pubDate>"
            + Instant.now()
            + "</pubDate></item></channel></rss>");
    serve(server, "/robots.txt", "User-agent: *\nDisallow: /a/\n");
    serve(server, "/empty", "<rss version='2.0'><channel><title>Harbour</title></channel></rss>");
    serve(
        server,
        "/page",
        "<html><head><link rel='alternate' type='application/rss+xml' title='News' href='/feed'></head><body>Hello</body></html>");
    server.start();
    try {
      Typed typed =
          feed(
              "check",
              "--format",
              "json",
              base + "/feed",
              base + "/empty",
              base + "/page",
              base + "/none");

      assertThat(typed.exit()).isEqualTo(Exit.FAULT);
      assertThat(typed.lines())
          .hasSize(4)
          .allSatisfy(l -> assertThat(Conforms.faults("feed-check", l)).isEmpty());
      List<JsonNode> reports = typed.lines().stream().map(Json.mapper()::readTree).toList();
      assertThat(reports.get(0).get("ok").asBoolean()).isTrue();
      assertThat(reports.get(0).get("format").asString()).isEqualTo("RSS 2.0");
      assertThat(reports.get(0).get("items").asInt()).isEqualTo(1);
      assertThat(reports.get(0).get("articles").asBoolean()).isFalse();
      assertThat(reports.get(0).get("advice")).isEmpty();
      assertThat(reports.get(1).get("advice").toString()).contains("without items");
      assertThat(reports.get(2).get("offers").get(0).get("url").asString())
          .isEqualTo(base + "/feed");
      assertThat(reports.get(3).get("status").asInt()).isEqualTo(404);
      assertThat(feed("check", base + "/feed").out())
          .contains("ok   " + base + "/feed", "RSS 2.0, 1 items", "robots.txt keeps us");
    } finally {
      server.stop(0);
    }
  }

  private static void serve(HttpServer server, String path, String body) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          boolean here = exchange.getRequestURI().getPath().equals(path);
          exchange.sendResponseHeaders(here ? 200 : 404, here ? bytes.length : -1);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(here ? bytes : new byte[0]);
          }
        });
  }
}
