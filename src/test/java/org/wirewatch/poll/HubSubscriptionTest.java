package org.wirewatch.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HubSubscriptionTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final HubSubscription WANTED =
      HubSubscription.wanted(
          "https://hub.example/",
          "https://news.example/feed",
          "https://desk.example/websub/tok3n",
          "s3cret",
          NOW);

  @Test
  void granted_aWeek_isActiveForItAndRenewedBeforeItEnds() {
    HubSubscription granted = WANTED.asked(NOW).granted(Duration.ofDays(10), NOW);

    assertThat(granted.isActive(NOW.plus(Duration.ofDays(10)).minusSeconds(1))).isTrue();
    assertThat(granted.isActive(NOW.plus(Duration.ofDays(10)))).isFalse();
    assertThat(granted.nextRequest()).isEqualTo(NOW.plus(Duration.ofDays(9)));
    assertThat(granted.refusals()).isZero();
  }

  @Test
  void granted_absurdLeases_areBounded() {
    assertThat(WANTED.granted(Duration.ZERO, NOW).nextRequest()).isAfter(NOW);
    assertThat(WANTED.granted(Duration.ofDays(10_000), NOW).until())
        .isEqualTo(NOW.plus(Duration.ofDays(30)));
  }

  @Test
  void refused_again_waitsLongerUpToADay() {
    HubSubscription once = WANTED.refused("no", NOW);
    HubSubscription often = once;
    for (int i = 0; i < 100; i++) {
      often = often.refused("no", NOW);
    }

    assertThat(once.nextRequest()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    assertThat(often.nextRequest()).isEqualTo(NOW.plus(Duration.ofDays(1)));
  }

  @Test
  void asked_andNeverConfirmed_waitsLongerUpToADay() {
    HubSubscription asked = WANTED.asked(NOW);
    HubSubscription often = asked;
    for (int i = 0; i < 1000; i++) {
      often = often.asked(NOW);
    }

    assertThat(asked.nextRequest()).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
    assertThat(often.nextRequest()).isEqualTo(NOW.plus(Duration.ofDays(1)));
  }

  @Test
  void refused_whileGranted_keepsThePromise() {
    HubSubscription refused = WANTED.granted(Duration.ofDays(1), NOW).refused("busy", NOW);

    assertThat(refused.isActive(NOW)).isTrue();
  }

  @Test
  void denied_whileGranted_endsThePromise() {
    HubSubscription denied = WANTED.granted(Duration.ofDays(1), NOW).denied("no", NOW);

    assertThat(denied.isActive(NOW)).isFalse();
  }

  @Test
  void toString_hasNeitherSecretNorToken() {
    assertThat(WANTED.toString()).doesNotContain("s3cret").doesNotContain("tok3n");
  }
}
