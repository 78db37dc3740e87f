package org.wirewatch.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://news.example/world/a",
        "http://news.example/world/a",
        "HTTPS://WWW.News.Example:443/world/a/",
        "https://news.example./world//a",
        "https://news.example/world/x/../a",
        "https://news.example/world/%61",
        "https://news.example/world/a#comments",
        "https://news.example/world/a?utm_source=rss&utm_medium=feed&fbclid=x",
        "https://news.example/world/a?at_medium=RSS&at_campaign=KARANGA",
        "https://news.example/world/a?CMP=rss",
        "https://m.news.example/world/a",
        "https://mobile.news.example/world/a",
        "https://amp.news.example/world/a",
        "https://news.example/amp/world/a",
        "https://news.example/world/a/amp/",
        "https://news.example/world/a.amp",
        "https://news.example/world/a?amp=1",
        "https://news.example/world/a?outputType=amp",
        "https://www.google.com/amp/s/news.example/world/a/amp/",
        "https://news-example.cdn.ampproject.org/c/s/news.example/world/a",
        "https://www.google.com/url?rct=j&url=https%3A%2F%2Fnews.example%2Fworld%2Fa&ct=ga",
        "https://user:secret@news.example/world/a",
        "  https://news.example/world/a  ",
      })
  void of_spellingsOfOneArticle_areOne(String url) {
    assertThat(CanonicalUrl.of(url)).isEqualTo("https://news.example/world/a");
  }

  @ParameterizedTest
  @CsvSource({
    "https://n.example/?b=2&a=1, https://n.example?a=1&b=2",
    "https://n.example/read.php?id=7&utm_term=x, https://n.example/read.php?id=7",
    "https://n.example/?p=12#!/a, https://n.example?p=12#!/a",
    "https://n.example:8443/a, https://n.example:8443/a",
    "https://müller.example/ä, https://xn--mller-kva.example/%C3%A4",
    "https://n.example/%c3%a4, https://n.example/%C3%A4",
    "https://n.example/a.amp.html, https://n.example/a.html",
    "https://m.example/a, https://m.example/a",
    "tag:n.example:1, tag:n.example:1",
  })
  void of_whatTellsArticlesApart_stays(String url, String expected) {
    assertThat(CanonicalUrl.of(url)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://n.example/a%zz?b=%&c",
        "http://",
        "https://[::1]:80/a",
        "http:///a",
        "https://n.example/?&&=",
        "https://x.example/%"
      })
  void of_oddAddresses_isIdempotent(String url) {
    String once = CanonicalUrl.of(url);

    assertThat(CanonicalUrl.of(once)).isEqualTo(once);
  }
}
