package org.wirewatch.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestTest {

  @ParameterizedTest
  @CsvSource({
    "hourly, UTC, 2026-11-23T12:00:00Z, 2026-11-23T13:00:00Z",
    "hourly, Asia/Kolkata, 2026-11-23T12:10:00Z, 2026-11-23T12:30:00Z",
    "daily, UTC, 2026-11-23T07:59:59Z, 2026-11-23T08:00:00Z",
    "daily, UTC, 2026-11-23T08:00:00Z, 2026-11-24T08:00:00Z",
    "daily at 06:30, America/Caracas, 2026-11-23T12:00:00Z, 2026-11-24T10:30:00Z",
    "weekly, UTC, 2026-11-23T08:00:00Z, 2026-11-30T08:00:00Z",
    "weekly fri 18:00, UTC, 2026-11-23T08:00:00Z, 2026-11-27T18:00:00Z",
    "weekly on Friday at 18:00, UTC, 2026-11-27T17:00:00Z, 2026-11-27T18:00:00Z",
    "daily 02:30, Europe/Berlin, 2026-03-28T12:00:00Z, 2026-03-29T01:30:00Z",
  })
  void next(String digest, String zone, Instant now, Instant expected) {
    assertThat(Digest.parse(digest).next(now, ZoneId.of(zone))).isEqualTo(expected);
  }

  @Test
  void parse_somethingElse_saysHowToWriteIt() {
    assertThatThrownBy(() -> Digest.parse("daily 25:00"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("daily 07:30");
  }

  @ParameterizedTest
  @CsvSource({
    "22:00, 06:00, America/Caracas, 2026-11-23T01:59:59Z,",
    "22:00, 06:00, America/Caracas, 2026-11-23T02:00:00Z, 2026-11-23T10:00:00Z",
    "22:00, 06:00, America/Caracas, 2026-11-23T09:59:59Z, 2026-11-23T10:00:00Z",
    "22:00, 06:00, America/Caracas, 2026-11-23T10:00:00Z,",
    "12:00, 14:00, UTC, 2026-11-23T13:00:00Z, 2026-11-23T14:00:00Z",
    "12:00, 12:00, UTC, 2026-11-23T12:00:00Z,",
    "22:00, 06:00, Europe/Berlin, 2026-03-29T02:00:00Z, 2026-03-29T04:00:00Z",
  })
  void quietHoursEnd(String from, String to, String zone, Instant now, @Nullable Instant expected) {
    QuietHours quiet = new QuietHours(LocalTime.parse(from), LocalTime.parse(to), null);

    assertThat(quiet.end(now, ZoneId.of(zone)).orElse(null)).isEqualTo(expected);
  }
}
