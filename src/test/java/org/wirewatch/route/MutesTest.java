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
    Mutes mutes = new Mutes(List.of(PERU), List.of());
    Alert alert = alert().build();

    assertThat(mutes.of(alert, List.of(), NOON.minusMillis(1))).isEmpty();
    assertThat(mutes.of(alert, List.of(), NOON)).contains(new Mutes.Muted.Silenced(PERU));
    assertThat(mutes.of(alert, List.of(), NOON.plusSeconds(60))).isEmpty();
    assertThat(mutes.of(alert().in("BO").build(), List.of(), NOON)).isEmpty();
  }

  @Test
  void anOpenAlertInhibitsWhatItExplainsInTheSamePlace() {
    Mutes mutes = new Mutes(List.of(), List.of(BORDER_BY_AIRSPACE));
    Some airspace = alert().id("a-2").entry(Kind.EVENT, "event:airspace-closed");

    assertThat(mutes.of(alert().build(), List.of(airspace.build()), NOON))
        .contains(new Mutes.Muted.Inhibited("a-2"));
    assertThat(mutes.of(alert().build(), List.of(airspace.in("BO").build()), NOON)).isEmpty();
    assertThat(mutes.of(alert().build(), List.of(airspace.next(Change.RESOLVED).build()), NOON))
        .isEmpty();
    assertThat(mutes.of(alert().build(), List.of(), NOON)).isEmpty();
  }
}
