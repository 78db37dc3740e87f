package org.wirewatch.route;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirewatch.route.Some.alert;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wirewatch.model.Action;
import org.wirewatch.model.Change;
import org.wirewatch.model.Matchers;
import org.wirewatch.model.Notification;
import org.wirewatch.model.Severity;

class GroupsTest {

  private static RouteConfig route(
      Duration first, Duration reminder, @Nullable Escalation escalate, @Nullable Digest digest) {
    return new RouteConfig(
        Matchers.ANY,
        "desk",
        List.of(Label.ENTRY, Label.PLACE),
        first,
        Updates.DEFAULT,
        reminder,
        false,
        escalate,
        digest,
        List.of());
  }

  private static RouteConfig route(Duration first) {
    return route(first, Duration.ZERO, null, null);
  }

  @Test
  void whatComesWithinFirstIsOneMessage() {
    Desk desk =
        Desk.of(route(ofSeconds(30)))
            .push(ofSeconds(0), alert().id("a"))
            .push(ofSeconds(10), alert().id("b"))
            .push(ofSeconds(20), alert().id("c").in("BO"))
            .pass(ofMinutes(2));

    assertThat(desk.told()).containsExactly("30s desk group a:1,b:1", "50s desk alert c:1");
  }

  @Test
  void aCriticalAlertNeverWaits() {
    Desk desk =
        Desk.of(route(ofMinutes(10))).push(ofSeconds(5), alert().severity(Severity.CRITICAL));

    assertThat(desk.told()).containsExactly("5s desk alert a-1:1");
  }

  @Test
  void updatesAreToldAtMostSoOftenAndAsOfThen() {
    Some a = alert();
    Some changed = a.next(Change.STATUS_CHANGED);
    Some corroborated = changed.next(Change.CORROBORATED);
    Desk desk =
        Desk.of(route(Duration.ZERO))
            .push(ofMinutes(0), a)
            .push(ofMinutes(1), changed)
            .push(ofMinutes(2), corroborated)
            .push(ofMinutes(3), corroborated.next(Change.MORE_REPORTS))
            .pass(ofHours(1));

    assertThat(desk.told()).containsExactly("0s desk alert a-1:1", "5m desk alert a-1:4");
  }

  @Test
  void aChangeNobodyAskedForIsNotTold() {
    Desk desk =
        Desk.of(route(Duration.ZERO))
            .push(ofMinutes(0), alert())
            .push(ofMinutes(30), alert().next(Change.MORE_REPORTS))
            .pass(ofHours(1));

    assertThat(desk.told()).containsExactly("0s desk alert a-1:1");
  }

  @Test
  void anAlertThatGotLouderIsToldAtOnce() {
    Desk desk =
        Desk.of(route(Duration.ZERO))
            .push(ofMinutes(0), alert())
            .push(ofMinutes(1), alert().next(Change.ESCALATED).severity(Severity.CRITICAL));

    assertThat(desk.told()).containsExactly("0s desk alert a-1:1", "1m desk alert a-1:2");
  }

  @Test
  void anAlertThatIsOverBeforeItWasToldIsNotTold() {
    Desk desk =
        Desk.of(route(ofMinutes(5)))
            .push(ofMinutes(0), alert())
            .push(ofMinutes(1), alert().next(Change.RESOLVED))
            .pass(ofHours(1));

    assertThat(desk.told()).isEmpty();
    assertThat(desk.states()).isZero();
  }

  @Test
  void aRepeatOfARevisionIsNotToldAgain() {
    Desk desk =
        Desk.of(route(Duration.ZERO)).push(ofMinutes(0), alert()).push(ofMinutes(1), alert());

    assertThat(desk.told()).hasSize(1);
  }

  @Test
  void aThousandAlertsInAMinuteAreOneMessageWhereTheRouteWaitsForIt() {
    Desk desk = Desk.of(route(ofMinutes(1)));
    for (int i = 0; i < 1000; i++) {
      desk.push(Duration.ofMillis(59L * i), alert().id("a-" + i));
    }
    desk.pass(ofHours(1));

    assertThat(desk.counts()).containsExactly(1000);
  }

  @Test
  void aThousandAlertsInAMinuteAreAFewMessagesWhereTheRouteDoesNotWait() {
    Desk desk = Desk.of(route(Duration.ZERO));
    for (int i = 0; i < 1000; i++) {
      desk.push(Duration.ofMillis(59L * i), alert().id("a-" + i));
    }
    desk.pass(ofHours(1));

    assertThat(desk.counts()).containsExactly(1, 1, 1, 997);
  }

  @Test
  void aThousandCriticalAlertsInAMinuteAreTwentyMessagesAndThenOne() {
    Desk desk = Desk.of(route(Duration.ZERO));
    for (int i = 0; i < 1000; i++) {
      desk.push(
          Duration.ofMillis(59L * i),
          alert().id("a-" + i).in("P" + i % 7).severity(Severity.CRITICAL));
    }
    desk.pass(ofHours(1));

    assertThat(desk.counts()).hasSize(21).endsWith(1, 980);
  }

  @Test
  void inAStormOfOthersACriticalAlertIsToldAtOnce() {
    Desk desk = Desk.of(route(Duration.ZERO));
    for (int i = 0; i < 100; i++) {
      desk.push(Duration.ofMillis(10L * i), alert().id("a-" + i));
    }
    for (int i = 0; i < 20; i++) {
      desk.push(ofSeconds(2 + i), alert().id("c-" + i).severity(Severity.CRITICAL));
    }

    assertThat(desk.told().stream().skip(3))
        .hasSize(20)
        .startsWith("2s desk alert c-0:1")
        .endsWith("21s desk alert c-19:1");
  }

  @Test
  void criticalAlertsTakeNoneOfWhatTheOthersMaySend() {
    Desk desk = Desk.of(route(Duration.ZERO));
    for (int i = 0; i < 20; i++) {
      desk.push(ofSeconds(i), alert().id("c-" + i).severity(Severity.CRITICAL));
    }
    desk.push(ofSeconds(21), alert().id("a"));

    assertThat(desk.told()).hasSize(21).endsWith("21s desk alert a:1");
  }

  @Test
  void nobodyAcknowledges_remindsAndEscalates() {
    Desk desk =
        Desk.of(route(Duration.ZERO, ofMinutes(20), new Escalation(ofMinutes(15), "boss"), null))
            .push(ofMinutes(0), alert())
            .pass(ofMinutes(45));

    assertThat(desk.told())
        .containsExactly(
            "0s desk alert a-1:1",
            "15m boss escalation a-1:1",
            "20m desk reminder a-1:1",
            "40m desk reminder a-1:1");
  }

  @Test
  void acknowledged_neitherRemindsNorEscalatesButTellsChanges() {
    Desk desk =
        Desk.of(route(Duration.ZERO, ofMinutes(20), new Escalation(ofMinutes(15), "boss"), null))
            .push(ofMinutes(0), alert())
            .act(ofMinutes(10), new Action.Acknowledge("a-1", "ana", Some.NOON, ""))
            .push(ofMinutes(30), alert().next(Change.STATUS_CHANGED))
            .pass(ofHours(5));

    assertThat(desk.told()).containsExactly("0s desk alert a-1:1", "30m desk alert a-1:2");
  }

  @Test
  void snoozed_remindsWhenTheSnoozeEnds() {
    Desk desk =
        Desk.of(route(Duration.ZERO, Duration.ZERO, new Escalation(ofMinutes(15), "boss"), null))
            .push(ofMinutes(0), alert())
            .act(
                ofMinutes(1),
                new Action.Snooze("a-1", "ana", Some.NOON, Some.NOON.plus(ofHours(2))))
            .pass(ofHours(5));

    assertThat(desk.told()).containsExactly("0s desk alert a-1:1", "2h desk reminder a-1:1");
  }

  @Test
  void aFalseAlarmIsNotToldAnyMore() {
    Desk desk =
        Desk.of(route(Duration.ZERO, ofMinutes(20), null, null))
            .push(ofMinutes(0), alert())
            .act(ofMinutes(1), new Action.FalseAlarm("a-1", "ana", Some.NOON, "satire"))
            .push(ofMinutes(30), alert().next(Change.ESCALATED).severity(Severity.CRITICAL))
            .pass(ofHours(5));

    assertThat(desk.told()).containsExactly("0s desk alert a-1:1");
  }

  @Test
  void resolved_stopsReminders() {
    Desk desk =
        Desk.of(route(Duration.ZERO, ofMinutes(20), null, null))
            .push(ofMinutes(0), alert())
            .push(ofMinutes(1), alert().next(Change.RESOLVED))
            .pass(ofHours(5));

    assertThat(desk.told()).containsExactly("0s desk alert a-1:1");
  }

  @Test
  void aDigestGathersEverythingOfTheRouteTheLoudestFirst() {
    Desk desk =
        Desk.of(route(Duration.ZERO, Duration.ZERO, null, new Digest.Hourly()))
            .push(ofMinutes(5), alert().id("a").severity(Severity.LOW))
            .push(ofMinutes(6), alert().id("b").in("BO").severity(Severity.CRITICAL))
            .push(ofMinutes(7), alert().id("a").severity(Severity.LOW).next(Change.CORROBORATED))
            .pass(ofHours(3));

    assertThat(desk.told()).containsExactly("1h desk digest b:1,a:2");
  }

  @Test
  void quietHoursHoldAndMergeAndLetTheLoudestThrough() {
    ReceiverHours nights =
        new ReceiverHours(
            "desk",
            ZoneOffset.UTC,
            new QuietHours(LocalTime.of(12, 0), LocalTime.of(18, 0), Severity.CRITICAL));
    Desk desk =
        Desk.of(route(Duration.ZERO), nights)
            .push(ofHours(1), alert().id("a"))
            .push(ofHours(2), alert().id("b").in("BO"))
            .push(ofHours(3), alert().id("c").severity(Severity.CRITICAL))
            .push(ofHours(4), alert().id("a").next(Change.STATUS_CHANGED))
            .push(ofHours(7), alert().id("d").in("CL"))
            .pass(ofHours(8));

    assertThat(desk.told())
        .containsExactly("3h desk alert c:1", "6h desk group a:2,b:1", "7h desk alert d:1");
  }

  @Test
  void aWeekOfNightsLosesNothingAndWakesNobody() {
    ReceiverHours caracas =
        new ReceiverHours(
            "desk",
            ZoneId.of("America/Caracas"),
            new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 0), Severity.CRITICAL));
    Desk desk = Desk.of(route(ofSeconds(30), ofHours(6), null, null), caracas);
    for (int hour = 0; hour < 7 * 24; hour++) {
      desk.push(ofHours(hour), alert().id("a-" + hour).in("P" + hour % 7));
      desk.act(
          ofHours(hour).plusMinutes(30), new Action.Acknowledge("a-" + hour, "ana", Some.NOON, ""));
    }
    desk.pass(Duration.ofDays(8));

    List<String> ids =
        desk.sent().stream()
            .filter(s -> s.what().form() != Notification.Form.REMINDER)
            .flatMap(s -> s.what().alerts().stream())
            .map(a -> a.id())
            .toList();
    assertThat(ids).doesNotHaveDuplicates().hasSize(7 * 24);
    assertThat(desk.sent())
        .allSatisfy(s -> {
          int hour = s.at().atZone(caracas.timeZone()).getHour();
          assertThat(hour).isBetween(6, 21);
        });
  }

  @Test
  void nobodyAcknowledges_theNextReceiversAreToldInTurn() {
    Escalation chain =
        new Escalation(
            ofMinutes(15),
            "boss",
            new Escalation(ofMinutes(15), "phone", new Escalation(ofMinutes(40), "chief")));
    Desk desk =
        Desk.of(route(Duration.ZERO, Duration.ZERO, chain, null))
            .push(ofMinutes(0), alert())
            .push(ofMinutes(20), alert().next(Change.STATUS_CHANGED))
            .pass(ofHours(9));

    assertThat(desk.told())
        .containsExactly(
            "0s desk alert a-1:1",
            "15m boss escalation a-1:1",
            "15m phone escalation a-1:1",
            "20m desk alert a-1:2",
            "40m chief escalation a-1:2");
  }

  @Test
  void heldInQuietHours_isEscalatedWhenTheReceiverHasHadTheTime() {
    ReceiverHours nights =
        new ReceiverHours(
            "desk",
            ZoneOffset.UTC,
            new QuietHours(LocalTime.of(12, 0), LocalTime.of(18, 0), Severity.CRITICAL));
    Desk desk =
        Desk.of(
                route(Duration.ZERO, Duration.ZERO, new Escalation(ofMinutes(15), "boss"), null),
                nights)
            .push(ofHours(1), alert().id("a"))
            .push(ofHours(2), alert().id("b").in("BO").severity(Severity.CRITICAL))
            .pass(ofHours(9));

    assertThat(desk.told())
        .containsExactly(
            "2h desk alert b:1",
            "2h15m boss escalation b:1",
            "6h desk alert a:1",
            "6h15m boss escalation a:1");
  }

  @Test
  void sentOnARouteThatIsNoMore_isToldAtOnceToTheCatchAll() {
    Router router = Router.of(new Routing(route(ofHours(1)), List.of(), List.of()));
    Assignment gone = new Assignment("lima", "lima#0", "lima#0|x", List.of("place is PE"));

    Step step =
        new Groups(router).onAlert(null, gone, alert().build(), Said.NOTHING, Moment.of(Some.NOON));

    assertThat(step.state()).isNull();
    assertThat(step.send())
        .singleElement()
        .satisfies(n -> {
          assertThat(n.receiver()).isEqualTo("desk");
          assertThat(n.why()).containsExactly("it waited on a route to lima that is no more");
        });
  }
}
