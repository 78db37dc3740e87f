package org.wirewatch.topology;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirewatch.route.Some.NOON;
import static org.wirewatch.route.Some.alert;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wirewatch.model.Action;
import org.wirewatch.model.Change;
import org.wirewatch.model.Kind;
import org.wirewatch.model.Matchers;
import org.wirewatch.model.Notification;
import org.wirewatch.model.Severity;
import org.wirewatch.route.Digest;
import org.wirewatch.route.Escalation;
import org.wirewatch.route.Inhibition;
import org.wirewatch.route.Label;
import org.wirewatch.route.QuietHours;
import org.wirewatch.route.ReceiverHours;
import org.wirewatch.route.RouteConfig;
import org.wirewatch.route.Routing;
import org.wirewatch.route.Some;
import org.wirewatch.route.Updates;

/** Every setting of routing, through the topology: processors, stores, timers, partitions. */
class RoutingBranchTest {
  private static final ReceiverHours DESK = ReceiverHours.always("desk");

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

  private static Action.Silence silence(String id, Matchers match, Instant until) {
    return new Action.Silence(id, "ana", NOON, match, NOON, until, "exercise", null);
  }

  @Test
  void first_waitsForMoreAndTellsItTogether() {
    try (RoutingFixture fixture = RoutingFixture.of(route(ofSeconds(30)))) {
      fixture.push(alert().id("a")).pass(ofSeconds(10)).push(alert().id("b"));
      assertThat(fixture.told()).isEmpty();

      assertThat(fixture.pass(ofSeconds(31)).told()).containsExactly("30s desk group a:1,b:1");
    }
  }

  @Test
  void aCriticalAlert_goesOutWithoutATickOfTheClock() {
    try (RoutingFixture fixture = RoutingFixture.of(route(ofMinutes(10)))) {
      assertThat(fixture.push(alert().severity(Severity.CRITICAL)).told())
          .containsExactly("0s desk alert a-1:1");
    }
  }

  @Test
  void withoutFirst_anyAlertGoesOutWithoutATickOfTheClock() {
    try (RoutingFixture fixture = RoutingFixture.of(route(Duration.ZERO))) {
      assertThat(fixture.push(alert()).told()).containsExactly("0s desk alert a-1:1");
    }
  }

  @Test
  void updates_comeAtMostSoOftenAndAsOfThen() {
    Some changed = alert().next(Change.STATUS_CHANGED);
    try (RoutingFixture fixture = RoutingFixture.of(route(Duration.ZERO))) {
      fixture.push(alert()).pass(ofMinutes(1)).push(changed);
      fixture.pass(ofMinutes(2)).push(changed.next(Change.MORE_REPORTS)).pass(ofMinutes(6));

      assertThat(fixture.told()).containsExactly("0s desk alert a-1:1", "5m desk alert a-1:3");
    }
  }

  @Test
  void nobodyAcknowledges_remindsAndEscalatesUntilSomebodyDoes() {
    RouteConfig root =
        route(Duration.ZERO, ofMinutes(20), new Escalation(ofMinutes(15), "boss"), null);
    try (RoutingFixture fixture = RoutingFixture.of(root)) {
      fixture.push(alert()).pass(ofMinutes(21));
      assertThat(fixture.told())
          .containsExactly(
              "0s desk alert a-1:1", "15m boss escalation a-1:1", "20m desk reminder a-1:1");

      fixture.act(new Action.Acknowledge("a-1", "ana", NOON.plus(ofMinutes(21)), "on it"));

      assertThat(fixture.pass(ofHours(2)).told()).isEmpty();
    }
  }

  @Test
  void acknowledged_theNextUpdateSaysByWhom() {
    try (RoutingFixture fixture = RoutingFixture.of(route(Duration.ZERO))) {
      fixture.push(alert()).act(new Action.Acknowledge("a-1", "ana", NOON, "on it"));
      fixture.act(new Action.Assign("a-1", "ana", NOON, "bo")).messages();

      List<Notification> update =
          fixture.pass(ofMinutes(6)).push(alert().next(Change.STATUS_CHANGED)).messages();

      assertThat(update.getFirst().why())
          .contains("acknowledged by ana: on it", "assigned to bo by ana");
    }
  }

  @Test
  void acknowledgedBeforeAReceiverHearsOfIt_holdsForThatReceiverToo() {
    RouteConfig loud = RouteConfig.to("duty", Matchers.atLeast(Severity.CRITICAL));
    RouteConfig root = route(Duration.ZERO, ofMinutes(20), null, null).withRoutes(List.of(loud));
    try (RoutingFixture fixture = RoutingFixture.of(root)) {
      fixture.push(alert()).act(new Action.Acknowledge("a-1", "ana", NOON, ""));
      fixture.push(alert().next(Change.ESCALATED).severity(Severity.CRITICAL));

      assertThat(fixture.pass(ofHours(1)).told())
          .containsExactly("0s desk alert a-1:1", "0s desk alert a-1:2", "0s duty alert a-1:2");
    }
  }

  @Test
  void snoozed_waitsUnlessItGetsLouderAndIsToldAgainThen() {
    try (RoutingFixture fixture = RoutingFixture.of(route(Duration.ZERO))) {
      fixture.push(alert());
      fixture.act(new Action.Snooze("a-1", "ana", NOON, NOON.plus(ofHours(2))));
      fixture.pass(ofMinutes(30)).push(alert().next(Change.STATUS_CHANGED));
      fixture.pass(ofHours(3));

      assertThat(fixture.told()).containsExactly("0s desk alert a-1:1", "2h desk alert a-1:2");
    }
  }

  @Test
  void aFalseAlarm_isNotToldForTheLifeOfItsStory() {
    try (RoutingFixture fixture =
        RoutingFixture.of(route(Duration.ZERO, ofMinutes(20), null, null))) {
      fixture.push(alert()).act(new Action.FalseAlarm("a-1", "ana", NOON, "satire"));
      fixture.pass(ofMinutes(30));
      fixture.push(alert().next(Change.ESCALATED).severity(Severity.CRITICAL)).pass(ofHours(2));

      assertThat(fixture.told()).containsExactly("0s desk alert a-1:1");
    }
  }

  @Test
  void aFalseAlarm_isNotToldToWhoHearsOfItLaterEither() {
    RouteConfig loud = RouteConfig.to("duty", Matchers.atLeast(Severity.CRITICAL));
    try (RoutingFixture fixture =
        RoutingFixture.of(route(Duration.ZERO).withRoutes(List.of(loud)))) {
      fixture.push(alert()).act(new Action.FalseAlarm("a-1", "ana", NOON, "satire"));
      fixture.push(alert().next(Change.ESCALATED).severity(Severity.CRITICAL)).pass(ofHours(2));

      assertThat(fixture.told()).containsExactly("0s desk alert a-1:1");
    }
  }

  @Test
  void duplicateLateUnknownAndUnreadableActions_changeNothing() {
    RouteConfig root = route(Duration.ZERO, ofMinutes(20), null, null);
    Action.Acknowledge ack = new Action.Acknowledge("a-1", "ana", NOON, "");
    try (RoutingFixture fixture = RoutingFixture.of(root)) {
      fixture.push(alert()).act(ack).act(ack);
      fixture.act(new Action.Acknowledge("a-unknown", "eve", NOON, ""));
      fixture.actBytes("{\"type\":\"launch\"}".getBytes(StandardCharsets.UTF_8));
      fixture.actBytes("no json".getBytes(StandardCharsets.UTF_8));
      fixture.push(alert().next(Change.RESOLVED)).act(ack).pass(ofHours(1));

      assertThat(fixture.told()).containsExactly("0s desk alert a-1:1");
    }
  }

  @Test
  void silenced_isToldWhenTheSilenceEndsIfItStillStands() {
    try (RoutingFixture fixture = RoutingFixture.of(route(Duration.ZERO))) {
      fixture.act(silence("s-1", Some.places(Set.of("PE")), NOON.plus(ofHours(1))));
      fixture.push(alert().id("a")).push(alert().id("b")).push(alert().id("c").in("BO"));
      fixture.push(alert().id("b").next(Change.RESOLVED)).pass(ofHours(2));

      assertThat(fixture.told()).containsExactly("0s desk alert c:1", "1h desk alert a:1");
    }
  }

  @Test
  void aSilenceThatIsExpired_letsWhatItMutedThrough() {
    Action.Silence silence = silence("s-1", Some.places(Set.of("PE")), NOON.plus(ofHours(9)));
    try (RoutingFixture fixture = RoutingFixture.of(route(Duration.ZERO))) {
      fixture.act(silence).push(alert()).pass(ofHours(1));
      fixture.act(silence.expired("bo", NOON.plus(ofHours(1))));

      assertThat(fixture.told()).containsExactly("1h desk alert a-1:1");
    }
  }

  @Test
  void anOlderWordOnASilenceThatWasExpired_doesNotBringItBack() {
    Action.Silence silence = silence("s-1", Some.places(Set.of("PE")), NOON.plus(ofHours(9)));
    try (RoutingFixture fixture = RoutingFixture.of(route(Duration.ZERO))) {
      fixture.act(silence).pass(ofHours(1));
      fixture.act(silence.expired("bo", NOON.plus(ofHours(1)))).act(silence).push(alert());

      assertThat(fixture.told()).containsExactly("1h desk alert a-1:1");
    }
  }

  @Test
  void anEscalationThatFallsIntoASilence_comesAtItsEndAndPutsOffTheNext() {
    Escalation chain =
        new Escalation(ofMinutes(15), "boss", new Escalation(ofMinutes(30), "chief"));
    try (RoutingFixture fixture =
        RoutingFixture.of(route(Duration.ZERO, Duration.ZERO, chain, null))) {
      fixture.push(alert()).push(alert().id("b")).pass(ofMinutes(10));
      fixture.act(silence("s-1", Some.places(Set.of("PE")), NOON.plus(ofHours(1))));
      fixture.pass(ofMinutes(40));
      fixture.act(new Action.Acknowledge("b", "ana", NOON.plus(ofMinutes(40)), ""));

      assertThat(fixture.pass(ofHours(3)).told())
          .containsExactly(
              "0s desk alert a-1:1",
              "0s desk alert b:1",
              "1h boss escalation a-1:1",
              "1h15m chief escalation a-1:1");
    }
  }

  @Test
  void anEscalationThatWaitsForASilence_comesWhenThatIsExpired() {
    Action.Silence silence = silence("s-1", Some.places(Set.of("PE")), NOON.plus(ofHours(9)));
    RouteConfig root =
        route(Duration.ZERO, Duration.ZERO, new Escalation(ofMinutes(15), "boss"), null);
    try (RoutingFixture fixture = RoutingFixture.of(root)) {
      fixture.push(alert()).act(silence).pass(ofMinutes(20));
      fixture.act(silence.expired("bo", NOON.plus(ofMinutes(20))));

      assertThat(fixture.pass(ofHours(1)).told())
          .containsExactly("0s desk alert a-1:1", "20m boss escalation a-1:1");
    }
  }

  @Test
  void aSilenceWithoutConditions_silencesNothing() {
    try (RoutingFixture fixture = RoutingFixture.of(route(Duration.ZERO))) {
      fixture.act(silence("s-1", Matchers.ANY, NOON.plus(ofHours(9)))).push(alert());

      assertThat(fixture.told()).hasSize(1);
    }
  }

  @Test
  void inhibited_isToldWhenWhatExplainsItIsOver() {
    Inhibition inhibition =
        new Inhibition(
            Some.entries("event:airspace-closed"),
            Some.entries("event:border-closed"),
            List.of(Label.PLACE));
    Some airspace = alert().id("a-2").entry(Kind.EVENT, "event:airspace-closed");
    Routing routing = new Routing(route(Duration.ZERO), List.of(), List.of(inhibition));
    try (RoutingFixture fixture = new RoutingFixture(routing, NOON)) {
      fixture.push(airspace).push(alert()).pass(ofMinutes(10));
      assertThat(fixture.told()).containsExactly("0s desk alert a-2:1");

      fixture.push(airspace.next(Change.RESOLVED));

      assertThat(fixture.told()).containsExactly("10m desk alert a-1:1");
    }
  }

  @Test
  void quietHours_holdAndMergeAndLetTheLoudestThrough() {
    ReceiverHours nights =
        new ReceiverHours(
            "desk",
            ZoneOffset.UTC,
            new QuietHours(LocalTime.of(12, 0), LocalTime.of(18, 0), Severity.CRITICAL));
    Routing routing = new Routing(route(Duration.ZERO), List.of(nights), List.of());
    try (RoutingFixture fixture = new RoutingFixture(routing, NOON)) {
      fixture.jump(ofHours(1)).push(alert().id("a"));
      fixture.jump(ofHours(2)).push(alert().id("b").in("BO"));
      fixture.jump(ofHours(3)).push(alert().id("c").severity(Severity.CRITICAL));
      fixture.jump(ofHours(4)).push(alert().id("a").next(Change.STATUS_CHANGED));
      fixture.jump(ofHours(5)).push(alert().id("d").in("CL"));
      fixture.act(new Action.FalseAlarm("d", "ana", NOON, "satire"));
      fixture.jump(ofHours(6)).jump(ofHours(7)).push(alert().id("e").in("AR"));

      assertThat(fixture.told())
          .containsExactly("3h desk alert c:1", "6h desk group a:2,b:1", "7h desk alert e:1");
    }
  }

  @Test
  void digests_comeByTheClockOfTheReceiverAlsoWhenItChanges() {
    ReceiverHours berlin = new ReceiverHours("desk", ZoneId.of("Europe/Berlin"), null);
    RouteConfig root =
        route(Duration.ZERO, Duration.ZERO, null, new Digest.Daily(LocalTime.of(7, 30)));
    Instant start = Instant.parse("2026-03-28T12:00:00Z"); // summer time begins the night after
    try (RoutingFixture fixture =
        new RoutingFixture(new Routing(root, List.of(berlin), List.of()), start)) {
      fixture.push(alert().id("a").severity(Severity.CRITICAL)).jump(ofHours(1));
      fixture.push(alert().id("b").in("BO")).pass(ofHours(18));
      assertThat(fixture.told()).containsExactly("17h30m desk digest a:1,b:1");

      fixture.push(alert().id("c")).jump(ofHours(41)).pass(ofHours(42));

      assertThat(fixture.told()).containsExactly("41h30m desk digest c:1");
    }
  }

  @Test
  void whatIsSilencedOrSnoozedAtItsDigest_comesInTheNextAfterwards() {
    RouteConfig root = route(Duration.ZERO, Duration.ZERO, null, new Digest.Hourly());
    try (RoutingFixture fixture = RoutingFixture.of(root)) {
      fixture.act(silence("s-1", Some.places(Set.of("PE")), NOON.plus(ofMinutes(90))));
      fixture.push(alert().id("a")).push(alert().id("b").in("BO")).push(alert().id("c").in("CL"));
      fixture.act(new Action.Snooze("c", "ana", NOON, NOON.plus(ofMinutes(150))));
      fixture.pass(ofHours(4));

      assertThat(fixture.told())
          .containsExactly(
              "1h desk digest b:1",
              "2h desk digest a:1",
              "2h30m desk reminder c:1",
              "3h desk digest c:1");
    }
  }

  @Test
  void digests_areHourlyOrWeeklyToo() {
    RouteConfig weekly =
        new RouteConfig(
            Some.places(Set.of("BO")),
            "weekly",
            null,
            null,
            null,
            null,
            false,
            null,
            Digest.parse("weekly tue 12:30"),
            List.of());
    RouteConfig root =
        route(Duration.ZERO, Duration.ZERO, null, new Digest.Hourly()).withRoutes(List.of(weekly));
    try (RoutingFixture fixture = RoutingFixture.of(root)) {
      fixture
          .push(alert().id("a"))
          .push(alert().id("b").in("BO"))
          .jump(ofHours(1))
          .jump(ofHours(24));
      fixture.pass(ofHours(25));

      assertThat(fixture.told()).containsExactly("1h desk digest a:1", "24h30m weekly digest b:1");
    }
  }

  @Test
  void aStorm_isAFewMessagesAndThenOneForAReceiverAndRoute() {
    RouteConfig high = goingOn("duty", Some.severities(Severity.HIGH));
    RouteConfig all = goingOn("log", Matchers.ANY);
    try (RoutingFixture fixture =
        RoutingFixture.of(route(ofMinutes(1)).withRoutes(List.of(high, all)))) {
      storm(fixture, Severity.HIGH);

      List<String> told = fixture.told();
      assertThat(toldTo("duty", told)).hasSize(6).last().asString().endsWith(" and 945");
      assertThat(toldTo("log", told)).hasSize(6).last().asString().endsWith(" and 945");
    }
  }

  @Test
  void aStormOfCriticalAlerts_isTwentyMessagesAndThenOneForAReceiverAndRoute() {
    try (RoutingFixture fixture =
        RoutingFixture.of(
            route(ofMinutes(1))
                .withRoutes(
                    List.of(goingOn("duty", Matchers.ANY), goingOn("log", Matchers.ANY))))) {
      storm(fixture, Severity.CRITICAL);

      List<String> told = fixture.told();
      assertThat(toldTo("duty", told)).hasSize(21).last().asString().endsWith(" and 930");
      assertThat(toldTo("log", told)).hasSize(21).last().asString().endsWith(" and 930");
    }
  }

  private static void storm(RoutingFixture fixture, Severity severity) {
    for (int i = 0; i < 1000; i++) {
      fixture.push(alert().id("a-" + i).in("P" + i).severity(severity));
      fixture.pass(ofMillis(59L * i));
    }
    fixture.pass(ofMinutes(10));
  }

  private static List<String> toldTo(String receiver, List<String> told) {
    return told.stream().filter(t -> t.contains(" " + receiver + " ")).toList();
  }

  @Test
  void aStormOnARouteThatWaits_isOneMessage() {
    try (RoutingFixture fixture = RoutingFixture.of(route(ofMinutes(1)))) {
      for (int i = 0; i < 1000; i++) {
        fixture.push(alert().id("a-" + i).in("P" + i)).pass(ofMillis(59L * i));
      }

      assertThat(fixture.pass(ofMinutes(10)).told())
          .singleElement()
          .satisfies(told -> assertThat(told).contains(" desk group ").endsWith(" and 950"));
    }
  }

  @Test
  void withoutAPlace_anAlertDoesNotReachWhoAsksForOneAndIsCounted() {
    RouteConfig peru = RouteConfig.to("lima", Some.places(Set.of("PE")));
    try (RoutingFixture fixture =
        RoutingFixture.of(route(Duration.ZERO).withRoutes(List.of(peru)))) {
      fixture.push(alert().in());

      assertThat(fixture.told()).containsExactly("0s desk alert a-1:1");
      assertThat(
              fixture
                  .meters
                  .get("wirewatch.route.alerts")
                  .tag("outcome", "catch-all")
                  .counter()
                  .count())
          .isEqualTo(1);
    }
  }

  @Test
  void aReceiverThatIsRemoved_leavesWhatWaitedToTheCatchAll() {
    RouteConfig lima =
        new RouteConfig(
            Some.places(Set.of("PE")),
            "lima",
            null,
            ofMinutes(5),
            null,
            null,
            false,
            null,
            null,
            List.of());
    RouteConfig root = route(Duration.ZERO);
    try (RoutingFixture fixture = RoutingFixture.of(root.withRoutes(List.of(lima)))) {
      fixture.push(alert()).pass(ofMinutes(1));
      fixture.reload(new Routing(root, List.of(DESK), List.of()));

      assertThat(fixture.pass(ofMinutes(9)).told()).containsExactly("1m1s desk alert a-1:1");
    }
  }

  @Test
  void aReceiverThatIsRemovedInItsQuietHours_leavesWhatIsHeldToTheCatchAll() {
    ReceiverHours lima =
        new ReceiverHours(
            "lima", ZoneOffset.UTC, new QuietHours(LocalTime.of(11, 0), LocalTime.of(18, 0), null));
    RouteConfig root = route(Duration.ZERO);
    RouteConfig peru = RouteConfig.to("lima", Some.places(Set.of("PE")));
    Routing before = new Routing(root.withRoutes(List.of(peru)), List.of(DESK, lima), List.of());
    try (RoutingFixture fixture = new RoutingFixture(before, NOON)) {
      fixture.push(alert()).pass(ofMinutes(1));
      assertThat(fixture.told()).isEmpty();

      fixture.reload(new Routing(root, List.of(DESK), List.of()));

      assertThat(fixture.pass(ofMinutes(2)).told()).containsExactly("1m1s desk alert a-1:1");
    }
  }

  @Test
  void anotherPlaceInTheTree_changesNothingForWhatWaits() {
    RouteConfig lima =
        new RouteConfig(
            Some.places(Set.of("PE")),
            "lima",
            null,
            ofMinutes(5),
            null,
            null,
            false,
            null,
            null,
            List.of());
    RouteConfig paz = RouteConfig.to("paz", Some.places(Set.of("BO")));
    RouteConfig root = route(Duration.ZERO);
    try (RoutingFixture fixture = RoutingFixture.of(root.withRoutes(List.of(lima)))) {
      fixture.push(alert()).pass(ofMinutes(1));
      fixture.reload(new Routing(root.withRoutes(List.of(paz, lima)), List.of(DESK), List.of()));

      assertThat(fixture.pass(ofMinutes(9)).told()).containsExactly("5m lima alert a-1:1");
    }
  }

  @Test
  void otherConditionsOfARoute_takeWhatWaitsAlong() {
    RouteConfig root = route(Duration.ZERO);
    RouteConfig lima =
        new RouteConfig(
            Some.places(Set.of("PE")),
            "lima",
            null,
            ofMinutes(5),
            null,
            null,
            false,
            null,
            null,
            List.of());
    RouteConfig wider =
        new RouteConfig(
            Some.places(Set.of("PE", "BO")),
            "lima",
            null,
            ofMinutes(5),
            null,
            ofMinutes(30),
            false,
            null,
            null,
            List.of());
    try (RoutingFixture fixture = RoutingFixture.of(root.withRoutes(List.of(lima)))) {
      fixture.push(alert()).pass(ofMinutes(1));
      fixture.reload(new Routing(root.withRoutes(List.of(wider)), List.of(DESK), List.of()));

      assertThat(fixture.pass(ofMinutes(36)).told())
          .containsExactly("5m lima alert a-1:1", "35m lima reminder a-1:1");
    }
  }

  private static RouteConfig goingOn(String receiver, Matchers match) {
    return new RouteConfig(
        match, receiver, null, Duration.ZERO, null, null, true, null, null, List.of());
  }
}
