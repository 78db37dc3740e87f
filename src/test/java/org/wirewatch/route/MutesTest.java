package org.wirewatch.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirewatch.route.Some.NOON;
import static org.wirewatch.route.Some.alert;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wirewatch.model.Action;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Change;
import org.wirewatch.model.Kind;

class MutesTest {
  private static final Action.Silence PERU =
      new Action.Silence(
          "s-1",
          "ana",
          NOON,
          Some.places(Set.of("PE")),
          NOON,
          NOON.plusSeconds(60),
          "exercise",
          null);
  private static final Inhibition BORDER_BY_AIRSPACE =
      new Inhibition(
          Some.entries("event:airspace-closed"),
          Some.entries("event:border-closed"),
          List.of(Label.PLACE));

  @Test
  void aSilenceMutesFromItsBeginToBeforeItsEnd() {
    Mutes mutes = new Mutes(List.of(PERU), List.of(), List.of());
    Alert alert = alert().build();

    assertThat(mutes.of(alert, NOON.minusMillis(1))).isEmpty();
    assertThat(mutes.of(alert, NOON)).contains(new Mutes.Muted.Silenced(PERU));
    assertThat(mutes.of(alert, NOON.plusSeconds(60))).isEmpty();
    assertThat(mutes.of(alert().in("BO").build(), NOON)).isEmpty();
  }

  @Test
  void anOpenAlertInhibitsWhatItExplainsInTheSamePlace() {
    Some airspace = alert().id("a-2").entry(Kind.EVENT, "event:airspace-closed");

    assertThat(by(List.of(airspace.build())).of(alert().build(), NOON))
        .contains(new Mutes.Muted.Inhibited("a-2"));
    assertThat(by(List.of(airspace.in("BO").build())).of(alert().build(), NOON)).isEmpty();
    assertThat(by(List.of(airspace.next(Change.RESOLVED).build())).of(alert().build(), NOON))
        .isEmpty();
    assertThat(by(List.of()).of(alert().build(), NOON)).isEmpty();
  }

  @Test
  void twoThatCouldInhibitEachOtherBothSpeak() {
    Inhibition any =
        new Inhibition(Some.entries("event:*"), Some.entries("event:*"), List.of(Label.PLACE));
    Mutes mutes = new Mutes(List.of(), List.of(any), List.of(alert().id("a-2").build()));

    assertThat(mutes.of(alert().build(), NOON)).isEmpty();
  }

  @Test
  void withoutAPlaceNothingIsInTheSamePlace() {
    Some airspace = alert().id("a-2").entry(Kind.EVENT, "event:airspace-closed").in();

    assertThat(by(List.of(airspace.build())).of(alert().in().build(), NOON)).isEmpty();
  }

  private static Mutes by(List<Alert> standing) {
    return new Mutes(List.of(), List.of(BORDER_BY_AIRSPACE), standing);
  }
}
