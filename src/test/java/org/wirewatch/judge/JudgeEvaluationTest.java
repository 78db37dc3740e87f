package org.wirewatch.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Judgement on the project's own items does not get worse unnoticed. */
class JudgeEvaluationTest {
  private static final Map<String, Double> FLOORS = JudgeEvaluation.floors();

  private static Map<String, Figure> figures;

  @BeforeAll
  static void measure() {
    figures =
        JudgeEvaluation.measure().stream()
            .collect(Collectors.toMap(Figure::name, Function.identity()));
  }

  @Test
  void noFigure_isMoreThanAPointBelowItsFloor() {
    List<String> fallen =
        FLOORS.entrySet().stream()
            .filter(floor -> {
              Figure figure = figures.get(floor.getKey());
              return figure == null || figure.f1() < floor.getValue() - JudgeEvaluation.POINT;
            })
            .map(floor -> "floor " + floor.getValue() + ": " + figures.get(floor.getKey()))
            .toList();

    assertThat(fallen).isEmpty();
  }

  @Test
  void everyKindAndStatusOfBothSets_hasAFigure() {
    for (String set : JudgeEvaluation.SETS) {
      assertThat(figures)
          .containsKeys(
              set + "/country",
              set + "/about",
              set + "/leader",
              set + "/event",
              set + "/attribution",
              set + "/status/in-effect",
              set + "/status/announced",
              set + "/status/possible",
              set + "/status/denied",
              set + "/status/ended");
    }
  }

  @Test
  void countriesAreFoundAndFiledWell_onItemsThatNobodyWroteRulesFor() {
    assertThat(figure("held-out/about").f1()).isGreaterThan(0.95);
    assertThat(figure("held-out/country").precision()).isGreaterThan(0.95);
    assertThat(figure("held-out/country").recall()).isGreaterThan(0.98);
  }

  private static Figure figure(String name) {
    return Objects.requireNonNull(figures.get(name), name);
  }
}
