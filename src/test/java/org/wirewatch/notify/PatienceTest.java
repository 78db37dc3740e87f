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
  void gate_letsOneThroughAndThenWaits() {
    Gate gate = new Gate(Duration.ofSeconds(1));

    assertThat(gate.pass(NOW)).isTrue();
    assertThat(gate.pass(NOW.plusMillis(999))).isFalse();
    gate.shutUntil(NOW.plusSeconds(30));
    assertThat(gate.pass(NOW.plusSeconds(29))).isFalse();
    assertThat(gate.pass(NOW.plusSeconds(30))).isTrue();
  }

  @Test
  void gate_oneLetterThatFailsOverAndOver_isShutForNobodyElse() {
    Gate gate = new Gate(Duration.ZERO);
    for (int i = 0; i < 10; i++) {
      gate.failed("a", false, PATIENCE, Duration.ZERO, NOW);
    }

    assertThat(gate.pass(NOW)).isTrue();
  }

  @Test
  void gate_manyLettersThatFail_isShutLongerEachTimeUntilOnePasses() {
    Gate gate = new Gate(Duration.ZERO);
    for (String letter : new String[] {"a", "b", "c", "d", "e"}) {
      gate.failed(letter, false, PATIENCE, Duration.ZERO, NOW);
    }
    assertThat(gate.opens()).isEqualTo(NOW.plusSeconds(4));

    gate.passed();
    gate.failed("f", true, PATIENCE, Duration.ZERO, NOW.plusSeconds(4));

    assertThat(gate.opens()).isEqualTo(NOW.plusSeconds(5));
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
