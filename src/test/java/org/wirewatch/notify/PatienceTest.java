package org.wirewatch.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {
  private static final Instant NOW = Alerts.TEN;
  private static final Instant LATER = NOW.plus(Duration.ofHours(1));
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(1), Duration.ofMinutes(1));

  @ParameterizedTest
  @CsvSource({
    "1, 0, 1",
    "2, 0, 2",
    "5, 0, 16",
    "7, 0, 60",
    "1000, 0, 60",
    "1, 90, 90",
    "7, 90, 90"
  })
  void after_failures_pausesLongerEachTime(int attempt, int asked, int seconds) {
    Outcome outcome = new Outcome.Retry(Outcome.Reason.SERVER_ERROR, "", Duration.ofSeconds(asked));

    assertThat(PATIENCE.after(outcome, attempt, NOW, LATER))
        .isEqualTo(new Patience.Next.Again(NOW.plusSeconds(seconds)));
  }

  @Test
  void after_aPauseThatOutlivesTheMessage_isStale() {
    Outcome outcome = Outcome.Retry.of(Outcome.Reason.TIMEOUT, "");

    assertThat(PATIENCE.after(outcome, 1, NOW, NOW.plusMillis(999)))
        .isEqualTo(new Patience.Next.Stale());
  }

  @Test
  void after_aRefusal_isDeadWithItsReason() {
    Outcome outcome = new Outcome.Refused(Outcome.Reason.UNAUTHORIZED, "");

    assertThat(PATIENCE.after(outcome, 1, NOW, LATER))
        .isEqualTo(new Patience.Next.Dead(Outcome.Reason.UNAUTHORIZED));
  }

  @Test
  void throttle_letsOneThroughAndThenWaits() {
    Throttle throttle = new Throttle(new Spacing(Duration.ofSeconds(1)));

    assertThat(throttle.pass(NOW)).isTrue();
    assertThat(throttle.pass(NOW.plusMillis(999))).isFalse();
    throttle.shutUntil(NOW.plusSeconds(30));
    assertThat(throttle.pass(NOW.plusSeconds(29))).isFalse();
    assertThat(throttle.pass(NOW.plusSeconds(30))).isTrue();
  }

  @Test
  void throttle_receiversOfOneSlackChannel_shareItsOneMessageASecond() {
    Spacing.Register spacings = new Spacing.Register();
    Throttle desk = new Throttle(spacings.of(slack("xoxb-1", "#Alerts")));
    Throttle duty = new Throttle(spacings.of(slack("xoxb-1", "alerts")));
    Throttle elsewhere = new Throttle(spacings.of(slack("xoxb-1", "#news")));
    Throttle others = new Throttle(spacings.of(slack("xoxb-2", "#alerts")));

    assertThat(desk.pass(NOW)).isTrue();
    assertThat(duty.pass(NOW.plusMillis(999))).isFalse();
    assertThat(elsewhere.pass(NOW)).isTrue();
    assertThat(others.pass(NOW)).isTrue();
    assertThat(duty.pass(NOW.plusSeconds(1))).isTrue();
    assertThat(desk.opens()).isEqualTo(NOW.plusSeconds(2));
  }

  @Test
  void throttle_peaceThatAChannelAskedFor_isKeptByAllWhoSpeakThere() {
    Spacing.Register spacings = new Spacing.Register();
    Throttle desk = new Throttle(spacings.of(slack("xoxb-1", "#alerts")));
    Throttle duty = new Throttle(spacings.of(slack("xoxb-1", "#alerts")));

    desk.failed("a", true, PATIENCE, Duration.ofSeconds(30), NOW);

    assertThat(duty.opens()).isEqualTo(NOW.plusSeconds(30));
  }

  private static Channel slack(String token, String channel) {
    return new Channel.SlackBot(Secret.of(token), channel, Channel.SlackBot.API, null, null);
  }

  @Test
  void throttle_oneLetterThatFailsOverAndOver_isShutForNobodyElse() {
    Throttle throttle = new Throttle(new Spacing(Duration.ZERO));
    for (int i = 0; i < 10; i++) {
      throttle.failed("a", false, PATIENCE, Duration.ZERO, NOW);
    }

    assertThat(throttle.pass(NOW)).isTrue();
  }

  @Test
  void throttle_manyLettersThatFail_isShutLongerEachTimeUntilOnePasses() {
    Throttle throttle = new Throttle(new Spacing(Duration.ZERO));
    for (String letter : new String[] {"a", "b", "c", "d", "e"}) {
      throttle.failed(letter, false, PATIENCE, Duration.ZERO, NOW);
    }
    assertThat(throttle.opens()).isEqualTo(NOW.plusSeconds(4));

    throttle.passed();
    throttle.failed("f", true, PATIENCE, Duration.ZERO, NOW.plusSeconds(4));

    assertThat(throttle.opens()).isEqualTo(NOW.plusSeconds(5));
  }

  @Test
  void turns_keepAConversationInOrder() {
    Turns turns = new Turns();
    Letter.Place first = new Letter.Place(0, 1);
    Letter.Place second = new Letter.Place(0, 2);
    turns.join("a", second);
    turns.join("a", first);

    assertThat(turns.isNext("a", second, NOW)).isFalse();
    assertThat(turns.isNext("b", second, NOW)).isTrue();
    turns.leave("a", first);
    assertThat(turns.isNext("a", second, NOW)).isTrue();
  }

  @Test
  void turns_aLetterThatWasPutBack_isWaitedForUntilItsTime() {
    Turns turns = new Turns();
    Letter.Place second = new Letter.Place(0, 2);
    turns.expect("a", new Letter.Place(0, 1), NOW.plusSeconds(30));
    turns.join("a", second);

    assertThat(turns.isNext("a", second, NOW.plusSeconds(30))).isFalse();
    assertThat(turns.isNext("a", second, NOW.plusSeconds(31))).isTrue();
  }

  @Test
  void secret_showsItselfToNobodyWhoDoesNotAsk() {
    Secret secret = Secret.of("hush");

    assertThat(secret).hasToString("***");
    assertThat(new Channel.SlackWebhook(secret).toString()).doesNotContain("hush");
    assertThat(secret.redact("no hush here")).isEqualTo("no *** here");
  }
}
