package org.wirewatch.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirewatch.story.StoryEvaluation.Figures;

/** How well invented reports in many languages are told apart and put together. */
class StoriesTest {
  private static final StoryEvaluation EVALUATION = new StoryEvaluation();

  @ParameterizedTest(name = "held out: {0}")
  @ValueSource(booleans = {false, true})
  void storiesAreFoundWithBCubedOfNineTenths(boolean heldOut) {
    assertThat(figures(heldOut).bCubed()).as(faults(heldOut)).isGreaterThanOrEqualTo(0.9);
  }

  @ParameterizedTest(name = "held out: {0}")
  @ValueSource(booleans = {false, true})
  void atMostTwoInAHundredJoinedPairsAreWrong(boolean heldOut) {
    assertThat(figures(heldOut).wronglyMerged()).as(faults(heldOut)).isLessThanOrEqualTo(0.02);
  }

  @ParameterizedTest(name = "held out: {0}")
  @ValueSource(booleans = {false, true})
  void alertsPerStoryAreAtMostElevenTenths(boolean heldOut) {
    assertThat(figures(heldOut).alertsPerStory()).as(faults(heldOut)).isLessThanOrEqualTo(1.1);
  }

  @ParameterizedTest(name = "held out: {0}")
  @ValueSource(booleans = {false, true})
  void originalsAreCountedExactlyInNineTenths(boolean heldOut) {
    assertThat(figures(heldOut).exactOriginals()).as(faults(heldOut)).isGreaterThanOrEqualTo(0.9);
  }

  /**
   * Written by somebody who knew none of the rules: most of what is still parted are reports on one
   * matter in scripts that share no letters.
   */
  @ParameterizedTest
  @CsvSource({"stories-varied.txt, 0.92, 1.6, 0.7", "stories-blind.txt, 0.84, 2.0, 0.37"})
  void storiesOfOtherHandsAreSeldomMergedAndMostlyFound(
      String file, double bCubed, double alerts, double originals) {
    StoryEvaluation evaluation = new StoryEvaluation(file);
    Figures figures = evaluation.figures(false);

    assertThat(figures.wronglyMerged()).as(file).isLessThanOrEqualTo(0.02);
    assertThat(figures.bCubed()).as(file).isGreaterThanOrEqualTo(bCubed);
    assertThat(figures.alertsPerStory()).as(file).isLessThanOrEqualTo(alerts);
    assertThat(figures.exactOriginals()).as(file).isGreaterThanOrEqualTo(originals);
  }

  private static Figures figures(boolean heldOut) {
    return EVALUATION.figures(heldOut);
  }

  private static String faults(boolean heldOut) {
    return heldOut ? "held out" : EVALUATION.faults(false);
  }
}
