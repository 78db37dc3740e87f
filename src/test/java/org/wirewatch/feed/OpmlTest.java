package org.wirewatch.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirewatch.model.FeedDefinition;

class OpmlTest {
  private static final String LIST =
      """
      <opml version="1.0"><head><title>Mine</title></head><body>
        <outline text="World">
          <outline text="Asia"><outline type="rss" text="Sea &amp; Sky" xmlUrl="https://a.example/rss" language="en-us"/></outline>
          <outline title="Port Post" text="x" xmlUrl="feed://b.example/rss" category="/Ports,Sea"/>
        </outline>
        <outline text="Again" xmlUrl="https://a.example/rss"/>
        <outline text="Odd" xmlUrl="gopher://c.example/"/>
      </body></opml>
      """;

  private static Opml.Result.Read read(String opml) {
    return (Opml.Result.Read) Opml.read(opml.getBytes(UTF_8));
  }

  @Test
  void read_nestedFolders_becomeCategories() {
    List<FeedDefinition> feeds = read(LIST).feeds();

    assertThat(feeds)
        .extracting(FeedDefinition::url)
        .containsExactly("https://a.example/rss", "http://b.example/rss");
    assertThat(feeds.get(0).name()).isEqualTo("Sea & Sky");
    assertThat(feeds.get(0).language()).isEqualTo("en-US");
    assertThat(feeds.get(0).categories()).containsExactly("World/Asia");
    assertThat(feeds.get(1).categories()).containsExactly("World", "Ports", "Sea");
  }

  @Test
  void read_repeatedAndForeignAddresses_areSkippedAndTold() {
    assertThat(read(LIST).skipped())
        .containsExactly(
            "https://a.example/rss: listed twice", "gopher://c.example/: neither http nor https");
  }

  @Test
  void read_noOpml_saysSo() {
    assertThat(Opml.read("<rss/>".getBytes(UTF_8))).isInstanceOf(Opml.Result.NotOpml.class);
  }

  @Test
  void write_readAgain_givesTheSameFeeds() {
    List<FeedDefinition> feeds = read(LIST).feeds();

    List<FeedDefinition> again = read(Opml.write("A <b> & \"c\"", feeds)).feeds();

    assertThat(again)
        .extracting(FeedDefinition::url)
        .containsExactlyInAnyOrderElementsOf(feeds.stream().map(FeedDefinition::url).toList());
    assertThat(again)
        .extracting(FeedDefinition::name)
        .containsExactlyInAnyOrder("Sea & Sky", "Port Post");
  }
}
