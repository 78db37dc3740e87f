package org.wirewatch.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wirewatch.feed.FeedInfo.Polling;

class LinkHeadersTest {
  private static final String BASE = "https://news.example/feed.xml";

  @Test
  void hubAndSelfAreTakenFromSeveralLinksInOneHeader() {
    Polling found =
        over("<https://hub.example/>; rel=\"hub\", </feed.xml>; title=\"a, b\"; rel=self");

    assertThat(found.hub()).isEqualTo("https://hub.example/");
    assertThat(found.self()).isEqualTo("https://news.example/feed.xml");
  }

  @Test
  void aRelationAmongSeveralCountsInAnyCase() {
    assertThat(over("<https://hub.example/a>; Rel=\"alternate HUB\"").hub())
        .isEqualTo("https://hub.example/a");
  }

  @Test
  void headersComeBeforeTheDocument() {
    Polling document =
        new Polling(null, Set.of(), Set.of(), "https://old.example/", "https://old.example/f");

    Polling found =
        LinkHeaders.over(
            document, Map.of("link", List.of("<https://hub.example/>; rel=hub")), BASE);

    assertThat(found.hub()).isEqualTo("https://hub.example/");
    assertThat(found.self()).isEqualTo("https://old.example/f");
  }

  @Test
  void whatIsNoLinkOrLeadsNowhereIsPassedOver() {
    assertThat(over("nonsense; rel=hub, <javascript:x>; rel=hub, <https://a.example/>; rel=next"))
        .isEqualTo(Polling.NONE);
  }

  private static Polling over(String header) {
    return LinkHeaders.over(Polling.NONE, Map.of("link", List.of(header)), BASE);
  }
}
