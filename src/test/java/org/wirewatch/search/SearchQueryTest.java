package org.wirewatch.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchQueryTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private static SearchQuery of(String name, String value) {
    return SearchQuery.of(Map.of(name, List.of(value)), NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "90m, 2026-11-22T08:30:00Z",
    "7d, 2026-11-15T10:00:00Z",
    "2026-11-20, 2026-11-20T00:00:00Z",
    "2026-11-20T01:02:03Z, 2026-11-20T01:02:03Z"
  })
  void times_areAgoOrDates(String written, Instant meant) {
    assertThat(of("since", written).from()).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "severity, loud, critical",
    "status, perhaps, in-effect",
    "kind, flag, alert",
    "since, yesterday, 12h",
    "since, 2026-13-01, 12h",
    "limit, 0, 1000",
    "limit, 5000, 1000",
    "sort, size, relevance",
    "colour, red, country"
  })
  void whatIsNotUnderstood_isToldWithWhatIs(String name, String value, String says) {
    assertThatThrownBy(() -> of(name, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + name + "'")
        .hasMessageContaining(says);
  }

  @Test
  void withoutText_theNewestComeFirst() {
    assertThat(of("country", "ve").newestFirst()).isTrue();
    assertThat(of("country", "ve").countries()).containsExactly("VE");
    assertThat(of("q", "port").newestFirst()).isFalse();
  }
}
