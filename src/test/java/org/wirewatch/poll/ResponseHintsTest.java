package org.wirewatch.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseHintsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          max-age=600                   |                               | PT10M
          public, MAX-AGE=600           |                               | PT10M
          max-age="600"                 |                               | PT10M
          s-maxage=600                  |                               |
          no-cache, max-age=600         |                               |
          max-age=0                     |                               |
          max-age=ten                   |                               |
                                        | Sun, 22 Nov 2026 10:30:00 GMT | PT30M
                                        | Sun, 22 Nov 2026 09:30:00 GMT |
                                        | 0                             |
          max-age=60                    | Sun, 22 Nov 2026 10:30:00 GMT | PT1M
          """)
  void freshnessIsReadAsCachesReadIt(String control, String expires, Duration freshFor) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("date", List.of("Sun, 22 Nov 2026 10:00:00 GMT"));
    if (control != null) {
      headers.put("cache-control", List.of(control));
    }
    if (expires != null) {
      headers.put("expires", List.of(expires));
    }

    assertThat(ResponseHints.of(headers, NOW).freshFor()).isEqualTo(freshFor);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          120                           | PT2M
          0                             | PT0S
          Sun, 22 Nov 2026 10:02:00 GMT | PT2M
          Sun, 22 Nov 2026 09:00:00 GMT |
          9999999                       | PT24H
          soon                          |
          -5                            |
          """)
  void retryAfterIsSecondsOrADateAndAtMostADay(String value, Duration wait) {
    assertThat(ResponseHints.of(Map.of("retry-after", List.of(value)), NOW).retryAfter())
        .isEqualTo(wait);
  }
}
