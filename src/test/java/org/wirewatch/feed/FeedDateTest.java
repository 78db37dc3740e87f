package org.wirewatch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // RFC 822 and its kin
        "Sun, 22 Nov 2026 10:00:00 GMT | 2026-11-22T10:00:00Z",
        "Tue, 22 Nov 2026 10:00:00 +0100 | 2026-11-22T09:00:00Z",
        "22 Nov 26 10:00 EST | 2026-11-22T15:00:00Z",
        "Sun,22 November 2026 10:00:00.123 PDT | 2026-11-22T17:00:00Z",
        "Sun, 22 Nov 2026 10:00:00 | 2026-11-22T10:00:00Z",
        "Sun, 22 Nov 2026 24:00:00 GMT | 2026-11-23T00:00:00Z",
        "Sun, 22 Nov 2026 10:00:60 GMT | 2026-11-22T10:01:00Z",
        "Tue, 31 Nov 2026 10:00:00 GMT | 2026-11-30T10:00:00Z",
        "Sun, 22 Nov 2026 10:00:00 CEST | 2026-11-22T08:00:00Z",
        "Sun, 22 Nov 2026 10:00:00 GMT+0530 | 2026-11-22T04:30:00Z",
        "Sun, 22 Nov 2026 10:00:00 UTC+3 | 2026-11-22T07:00:00Z",
        "Sun, 22 Nov 2026 10:00:00 +0200 (EET) | 2026-11-22T08:00:00Z",
        "Sun Nov 22 10:00:00 EST 2026 | 2026-11-22T15:00:00Z",
        "Sunday, November 22, 2026 - 10:00pm | 2026-11-22T22:00:00Z",
        "Nov 22, 2026 10:00 a.m. EST | 2026-11-22T15:00:00Z",
        "Sept. 3, 2026 | 2026-09-03T00:00:00Z",
        "22nd November 2026 | 2026-11-22T00:00:00Z",
        "Sun, 22 Nov 2026 10:00:00 Europe/Paris | 2026-11-22T09:00:00Z",
        // ISO 8601
        "2026-11-22T10:00:00Z | 2026-11-22T10:00:00Z",
        "2026-11-22T10:00:00.123456789+01:00 | 2026-11-22T09:00:00Z",
        "2026-11-22T10:00Z | 2026-11-22T10:00:00Z",
        "2026-11-22T10:00:00+0100 | 2026-11-22T09:00:00Z",
        "2026-11-22T10:00:00+01 | 2026-11-22T09:00:00Z",
        "2026-11-22 10:00:00 | 2026-11-22T10:00:00Z",
        "2026-11-22 10:00:00 +0100 | 2026-11-22T09:00:00Z",
        "2026-11-22 10:00:00 UTC | 2026-11-22T10:00:00Z",
        "2026-11-22T10:00:00 EST | 2026-11-22T15:00:00Z",
        "20261122T100000Z | 2026-11-22T10:00:00Z",
        "20261122 | 2026-11-22T00:00:00Z",
        "2026-11-22 | 2026-11-22T00:00:00Z",
        "2026-W47-7 | 2026-11-22T00:00:00Z",
        "2026/11/22 10:00:00 | 2026-11-22T10:00:00Z",
        // numbers only
        "22.11.2026 10:00 | 2026-11-22T10:00:00Z",
        "22/11/2026 10:00 | 2026-11-22T10:00:00Z",
        "11/22/2026 10:00 PM | 2026-11-22T22:00:00Z",
        "3/4/2026 1:00:00 PM | 2026-03-04T13:00:00Z",
        "1795341600 | 2026-11-22T10:00:00Z",
        // other languages
        "dim., 22 nov. 2026 10:00:00 +0100 | 2026-11-22T09:00:00Z",
        "22 février 2026 10h30 | 2026-02-22T10:30:00Z",
        "So, 22 Mär 2026 10:00:00 +0100 | 2026-03-22T09:00:00Z",
        "22 de noviembre de 2026 10:00 | 2026-11-22T10:00:00Z",
        "Вс, 22 ноября 2026 10:00:00 +0300 | 2026-11-22T07:00:00Z",
        "22 Kasım 2026 Pazar 10:00 | 2026-11-22T10:00:00Z",
        "22 listopada 2026 10:00 | 2026-11-22T10:00:00Z",
        "Paz, 22 Kas 2026 10:00:00 +0300 | 2026-11-22T07:00:00Z",
        "2026年11月22日 10:00 | 2026-11-22T10:00:00Z",
        "2026년 11월 22일 오후 7:00 | 2026-11-22T10:00:00Z",
        "22 نوفمبر 2026 10:00 | 2026-11-22T10:00:00Z",
        "٢٢ نوفمبر ٢٠٢٦ ١٠:٠٠ | 2026-11-22T10:00:00Z",
        "22 नवंबर 2026 10:00 | 2026-11-22T10:00:00Z",
        "22 Νοεμβρίου 2026 10:00 | 2026-11-22T10:00:00Z",
      })
  void parse_anyForm_givesTheInstant(String written, String expected) {
    Instant parsed = FeedDate.parse(written).orElseThrow();

    assertThat(parsed).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "Monday", "99/99/9999", "2026-13-45", "10:00", "12345678901234567890"})
  void parse_noDate_isEmpty(String written) {
    assertThat(FeedDate.parse(written)).isEmpty();
  }
}
