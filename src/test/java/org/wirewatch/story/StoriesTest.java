package org.wirewatch.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
  @Test
  void storiesOfAnotherHandAreSeldomMergedAndMostlyFound() {
    StoryEvaluation varied = new StoryEvaluation("stories-varied.txt");
    Figures figures = varied.figures(false);
    String faults = varied.faults(false);

    assertThat(figures.wronglyMerged()).as(faults).isLessThanOrEqualTo(0.02);
    assertThat(figures.bCubed()).as(faults).isGreaterThanOrEqualTo(0.92);
    assertThat(figures.alertsPerStory()).as(faults).isLessThanOrEqualTo(1.6);
    assertThat(figures.exactOriginals()).as(faults).isGreaterThanOrEqualTo(0.7);
  }

  private static Figures figures(boolean heldOut) {
    return EVALUATION.figures(heldOut);
  }

  private static String faults(boolean heldOut) {
    return heldOut ? "held out" : EVALUATION.faults(false);
  }
}
