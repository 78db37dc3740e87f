package org.wirewatch.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirewatch.route.Some.alert;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Change;
import org.wirewatch.model.Matchers;
import org.wirewatch.model.Severity;

class RouterTest {
  private static final RouteConfig ROOT = RouteConfig.to("desk", Matchers.ANY);
  private static final RouteConfig PERU = RouteConfig.to("lima", Some.places(Set.of("PE")));
  private static final RouteConfig LOUD =
      RouteConfig.to("duty", Some.severities(Severity.CRITICAL, Severity.HIGH));

  @Test
  void withoutAConfigurationTheConsoleHearsEverythingFromLowUp() {
    Router router = Router.of(Routing.DEFAULT);

    assertThat(receivers(router, alert().severity(Severity.LOW))).containsExactly("console");
    assertThat(receivers(router, alert().severity(Severity.INFO))).isEmpty();
    assertThat(router.route(alert().severity(Severity.INFO).build()).outcome())
        .isEqualTo(Decision.Outcome.UNROUTED);
  }

  @Test
  void theFirstChildThatTakesAnAlertKeepsItFromTheOthers() {
    assertThat(receivers(router(ROOT.withRoutes(List.of(PERU, LOUD))), alert()))
        .containsExactly("lima");
  }

  @Test
  void aChildThatContinuesLeavesItToTheOthersToo() {
    assertThat(receivers(router(ROOT.withRoutes(List.of(continuing(PERU), LOUD))), alert()))
        .containsExactly("lima", "duty");
  }

  @Test
  void whatNoChildTakesFallsToTheParentAndIsCounted() {
    Router router = router(ROOT.withRoutes(List.of(PERU)));

    Decision decision = router.route(alert().in().build());

    assertThat(receivers(router, alert().in())).containsExactly("desk");
    assertThat(decision.outcome()).isEqualTo(Decision.Outcome.CATCH_ALL);
  }

  @Test
  void thePathSaysEveryStepAndWhy() {
    Router router = router(ROOT.withRoutes(List.of(LOUD.withRoutes(List.of(PERU)))));

    assertThat(router.route(alert().in().build()).path())
        .containsExactly(
            "root: yes",
            "root.0: yes, severity is high",
            "root.0.0: no, place is not PE: it has none",
            "root.0 → duty");
  }

  @Test
  void childrenHaveFromTheirParentWhatTheyDoNotSay() {
    RouteConfig parent =
        new RouteConfig(
            Matchers.ANY,
            "desk",
            List.of(Label.KIND),
            Duration.ofSeconds(9),
            Updates.DEFAULT,
            Duration.ofHours(1),
            false,
            null,
            null,
            List.of(
                new RouteConfig(
                    Matchers.ANY, null, null, null, null, null, false, null, null, List.of())));

    Route child =
        router(parent)
            .find(router(parent).route(alert().build()).hits().getFirst().route().key())
            .orElseThrow();

    assertThat(child.receiver()).isEqualTo("desk");
    assertThat(child.groupBy()).containsExactly(Label.KIND);
    assertThat(child.first()).isEqualTo(Duration.ofSeconds(9));
    assertThat(child.reminder()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void whoWasToldHearsWhatBecomesOfItAlsoWhereItNoLongerMatches() {
    Router router = router(ROOT.withRoutes(List.of(LOUD)));
    Some first = alert();
    Assigned told = router.assign(first.build(), Trail.NONE);

    Assigned later =
        router.assign(
            first.next(Change.STATUS_CHANGED).severity(Severity.LOW).build(), told.trail());

    assertThat(later.assignments())
        .extracting(Assignment::receiver)
        .containsExactly("duty", "desk");
  }

  @Test
  void anAlertStaysInItsGroupWhenItsPlaceChanges() {
    Router router = router(ROOT);
    Assigned told = router.assign(alert().build(), Trail.NONE);

    Assigned later =
        router.assign(alert().next(Change.CORROBORATED).in("PE", "BO").build(), told.trail());

    assertThat(later.assignments()).hasSize(1);
    assertThat(later.assignments().getFirst().group())
        .isEqualTo(told.assignments().getFirst().group());
  }

  @Test
  void aReceiverIsToldOnceHoweverManyRoutesLeadToIt() {
    RouteConfig peruToDuty = RouteConfig.to("duty", Some.places(Set.of("PE")));

    Assigned assigned =
        router(ROOT.withRoutes(List.of(continuing(LOUD), peruToDuty)))
            .assign(alert().build(), Trail.NONE);

    assertThat(assigned.assignments()).extracting(Assignment::receiver).containsExactly("duty");
  }

  @Test
  void problems_unknownReceivers_areNamedWithTheirPath() {
    Routing routing = new Routing(ROOT.withRoutes(List.of(PERU, LOUD)), List.of(), List.of());

    assertThat(routing.problems(Set.of("desk", "duty")))
        .containsExactly(
            "routes.routes[0].receiver: no receiver is called 'lima'; there are desk, duty");
  }

  private static RouteConfig continuing(RouteConfig config) {
    return new RouteConfig(
        config.match(), config.receiver(), null, null, null, null, true, null, null, List.of());
  }

  private static Router router(RouteConfig root) {
    return Router.of(new Routing(root, List.of(), List.of()));
  }

  private static List<String> receivers(Router router, Some some) {
    Alert alert = some.build();
    return router.route(alert).hits().stream().map(hit -> hit.route().receiver()).toList();
  }
}
