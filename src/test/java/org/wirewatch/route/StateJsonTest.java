package org.wirewatch.route;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirewatch.route.Some.NOON;
import static org.wirewatch.route.Some.alert;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wirewatch.json.Json;
import org.wirewatch.model.Action;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Matchers;

/** What the topology keeps in its stores comes back from JSON as it went. */
class StateJsonTest {
  private static final Router ROUTER =
      Router.of(
          new Routing(
              RouteConfig.to("desk", Matchers.ANY),
              List.of(
                  new ReceiverHours(
                      "desk",
                      ZoneOffset.UTC,
                      new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 0), null))),
              List.of()));

  @Test
  void everyStateSurvives() {
    Alert alert = alert().build();
    Assigned assigned = ROUTER.assign(alert, Trail.NONE);
    Step step =
        new Groups(ROUTER)
            .onAlert(null, assigned.assignments().getFirst(), alert, Said.NOTHING, Moment.of(NOON));
    Held held =
        new Holds(ROUTER).offer(null, step.send().getFirst(), Moment.of(NOON.plus(ofMinutes(1))));

    assertSurvives(assigned.trail(), Trail.class);
    assertSurvives(assigned.assignments().getFirst(), Assignment.class);
    assertSurvives(step.state(), RouteState.class);
    assertSurvives(held.state(), HoldState.class);
    assertSurvives(
        Said.NOTHING
            .with(new Action.Acknowledge("a-1", "ana", NOON, "on it"))
            .with(new Action.Snooze("a-1", "ana", NOON, NOON.plus(ofMinutes(9)))),
        Said.class);
  }

  @Test
  void aMessageKeptByAnEarlierVersion_isReadAsOneWithoutACriticalAlert() {
    String json =
        "{\"route\":\"r\",\"receiver\":\"desk\",\"members\":[],"
            + "\"sent\":[{\"group\":\"g\",\"at\":\"2026-11-23T12:00:00Z\"}]}";

    assertThat(Json.mapper().readValue(json, RouteState.class).sent())
        .containsExactly(new RouteState.Sent("g", NOON, false));
  }

  private static <T> void assertSurvives(@Nullable T state, Class<T> type) {
    assertThat(state).isNotNull();
    String json = Json.mapper().writeValueAsString(state);
    assertThat(Json.mapper().readValue(json, type)).isEqualTo(state);
  }
}
