package org.wirewatch.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Measures judgement on the project's own items; fails when a figure drops by more than a point.
 */
class JudgeEvaluationTest {
  private static final double POINT = 0.01;

  private final ItemReader reader = new ItemReader();

  @Test
  void aboutCountriesDevelopment() {
    assertThat(about("development", LabelledItems.development())).isGreaterThan(0.95 - POINT);
  }

  @Test
  void aboutCountriesHeldOut() {
    assertThat(about("held out", LabelledItems.heldOut())).isGreaterThan(0.96 - POINT);
  }

  @Test
  void mentionsAndHomographsDevelopment() {
    assertThat(balanced("development", LabelledItems.development())).isGreaterThan(0.95 - POINT);
  }

  @Test
  void mentionsAndHomographsHeldOut() {
    assertThat(balanced("held out", LabelledItems.heldOut())).isGreaterThan(0.95 - POINT);
  }

  private double about(String name, List<LabelledItems.Labelled> items) {
    Score score = FocusTrainer.score(reader, FocusModel.builtIn(), items);
    System.out.printf("about, %s: %s%n", name, score);
    return score.f1();
  }

  /** The mean of the recall of what is mentioned and the share of traps that do not fire. */
  private double balanced(String name, List<LabelledItems.Labelled> items) {
    Map<String, Score> byLanguage = new TreeMap<>();
    Score all = new Score();
    int traps = 0;
    int fired = 0;
    for (LabelledItems.Labelled labelled : items) {
      Set<String> found = mentioned(labelled);
      Set<String> wanted = new TreeSet<>(found);
      wanted.retainAll(labelled.mentions());
      all.add(wanted, labelled.mentions());
      byLanguage
          .computeIfAbsent(String.valueOf(labelled.item().language()), _ -> new Score())
          .add(wanted, labelled.mentions());
      traps += labelled.not().size();
      fired += (int) labelled.not().stream().filter(found::contains).count();
    }
    byLanguage.forEach((language, score) ->
        System.out.printf("  %s: recall %.3f of %d%n", language, score.recall(), score.meant()));
    double silent = 1 - (double) fired / traps;
    System.out.printf("mentions, %s: recall %.3f, traps silent %.3f%n", name, all.recall(), silent);
    return (all.recall() + silent) / 2;
  }

  private Set<String> mentioned(LabelledItems.Labelled labelled) {
    Set<String> found = new TreeSet<>();
    reader
        .read(labelled.item())
        .reading()
        .mentions()
        .forEach(mention -> {
          if (mention.isCountry()) {
            found.add(mention.country());
          }
        });
    return found;
  }
}
