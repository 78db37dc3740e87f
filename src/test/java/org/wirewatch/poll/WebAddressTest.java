package org.wirewatch.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
  @ParameterizedTest
  @CsvSource({
    "http://news.example,                   http://news.example/",
    "HTTPS://News.Example/A,                https://News.Example/A",
    "' http://news.example/a b|c ',         http://news.example/a%20b%7Cc",
    "http://news.example/ñ?q=é#top,         http://news.example/%C3%B1?q=%C3%A9",
    "http://news.example/100%,              http://news.example/100%25",
    "http://news.example/a%20b,             http://news.example/a%20b",
    "http://bücher.example/,                http://xn--bcher-kva.example/",
    "http://user:secret@news.example/,      http://news.example/",
    "http:/news.example/a,                  http://news.example/a",
    "http://news.example:8080?x=1,          http://news.example:8080/?x=1",
    "http://[2606:4700::1]/a,               http://[2606:4700::1]/a",
  })
  void addressesAreReadAsBrowsersDo(String text, String address) {
    assertThat(WebAddress.parse(text)).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http://",
        "mailto:a@b.example",
        "file:///etc/passwd",
        "http://a b/",
        "http://x:99999/",
        "javascript:alert(1)"
      })
  void otherThingsAreNoWebAddress(String text) {
    assertThat(WebAddress.parse(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "/new.xml,             http://news.example/new.xml",
    "new.xml,              http://news.example/feeds/new.xml",
    "//cdn.example/x,      http://cdn.example/x",
    "?page=2,              http://news.example/feeds/?page=2",
    "https://b.example/ñ,  https://b.example/%C3%B1",
  })
  void redirectsAreResolved(String location, String address) {
    URI base = URI.create("http://news.example/feeds/old.xml");

    assertThat(WebAddress.resolve(base, location)).hasToString(address);
  }
}
