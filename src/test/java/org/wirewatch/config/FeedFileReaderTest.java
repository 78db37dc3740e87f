package org.wirewatch.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wirewatch.model.FeedDefinition;

class FeedFileReaderTest {
  @Test
  void theStarterFeeds_areSaneAndSpreadOverTheWorld() {
    Loaded<List<FeedDefinition>> loaded =
        FeedFileReader.read("feeds.yaml", WrittenFiles.starter("feeds.yaml"));

    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.value()).hasSizeBetween(40, 60);
    assertThat(loaded.value())
        .allSatisfy(feed -> {
          assertThat(URI.create(feed.url()).getScheme()).isEqualTo("https");
          assertThat(URI.create(feed.url()).getHost()).contains(".").doesNotContain("example");
          assertThat(feed.name()).isNotBlank();
          assertThat(feed.interval())
              .hasMinutes(feed.interval().toMinutes())
              .isGreaterThanOrEqualTo(java.time.Duration.ofMinutes(5));
          assertThat(Set.of(Locale.getISOLanguages())).contains(String.valueOf(feed.language()));
        });
    assertThat(loaded.value().stream().map(FeedDefinition::language).distinct())
        .hasSizeGreaterThan(12);
    assertThat(loaded.value().stream().map(FeedDefinition::country).distinct())
        .hasSizeGreaterThan(18);
  }

  @Test
  void anAddressThatCannotBePolled_isToldWithItsPlace() {
    assertThat(
            FeedFileReader.read(
                    "f.yaml",
                    """
                    feeds:
                      - {url: "ftp://a.example/f"}
                      - {url: "http:///f"}
                      - {url: "https://me:secret@a.example/f"}
                      - {url: "https://a.example/f", tier: 9}
                      - {url: "https://a.example/f"}
                      - {name: Nobody}
                    """)
                .problems())
        .extracting(Problem::toString)
        .anySatisfy(p -> assertThat(p).contains("f.yaml:2:11", "no http or https"))
        .anySatisfy(p -> assertThat(p).contains("f.yaml:3:11", "names no host"))
        .anySatisfy(p -> assertThat(p).contains("f.yaml:4:11", "password").doesNotContain("secret"))
        .anySatisfy(p -> assertThat(p).contains("f.yaml:5:40", "from 1 to 3"))
        .anySatisfy(p -> assertThat(p).contains("f.yaml:6:11: warning", "stands already in line 5"))
        .anySatisfy(p -> assertThat(p).contains("f.yaml:7:5", "'url' is missing"));
  }
}
