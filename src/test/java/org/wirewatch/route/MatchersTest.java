package org.wirewatch.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.wirewatch.route.Some.alert;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirewatch.model.Kind;
import org.wirewatch.model.Matchers;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Status;

class MatchersTest {

  static Stream<Arguments> verdicts() {
    return Stream.of(
        argumentSet("no condition", Matchers.ANY, alert(), true),
        argumentSet("its place", Some.places(Set.of("PE", "BO")), alert(), true),
        argumentSet("one of its places", Some.places(Set.of("BO")), alert().in("PE", "BO"), true),
        argumentSet("another place", Some.places(Set.of("BO")), alert(), false),
        argumentSet("no place fails closed", Some.places(Set.of("PE")), alert().in(), false),
        argumentSet(
            "a country is its own place",
            Some.places(Set.of("PE")),
            alert().entry(Kind.COUNTRY, "country:PE").in(),
            true),
        argumentSet(
            "no status fails closed", Some.statuses(Status.IN_EFFECT), alert().status(null), false),
        argumentSet("entry", Some.entries("event:border-closed"), alert(), true),
        argumentSet("entries that begin so", Some.entries("event:*"), alert(), true),
        argumentSet("not as a part", Some.entries("border-closed"), alert(), false),
        argumentSet("tier", Some.tiers(1, 2), alert(), true),
        argumentSet("lower tier", Some.tiers(1), alert(), false),
        argumentSet("language", Some.languages("es"), alert(), true),
        argumentSet("region of a language", Some.languages("pt"), alert().language("pt-BR"), true),
        argumentSet("not a prefix of another", Some.languages("e"), alert(), false),
        argumentSet(
            "unknown language fails closed", Some.languages("es"), alert().language(null), false),
        argumentSet("as loud", Matchers.atLeast(Severity.HIGH), alert(), true),
        argumentSet(
            "quieter", Matchers.atLeast(Severity.HIGH), alert().severity(Severity.MEDIUM), false));
  }

  @ParameterizedTest
  @MethodSource("verdicts")
  void matches(Matchers matchers, Some alert, boolean expected) {
    assertThat(matchers.matches(alert.build())).isEqualTo(expected);
  }

  @Test
  void anUnmetConditionSaysWhatThereIsInstead() {
    assertThat(Some.places(Set.of("VE", "CO")).test(alert().in().build()).unmet())
        .containsExactly("place is not CO, VE: it has none");
    assertThat(Some.severities(Severity.CRITICAL).test(alert().build()).unmet())
        .containsExactly("severity is not critical: it is high");
  }
}
