package org.wirewatch.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintSkeletonTest {
  @ParameterizedTest
  @CsvSource({
    "kharkiv, харків, false",
    "kharkiv, charkiw, true",
    "kherson, cherson, true",
    "kosti, كوستي, false",
    "london, לונדון, false",
    "kuwait, كويت, false",
    "shanghai, schanghai, true"
  })
  void of_oneNameInTwoScriptsOrSpellings_isTheSame(String one, String other, boolean rough) {
    assertThat(FingerprintSkeleton.of(other, rough))
        .isNotZero()
        .isEqualTo(FingerprintSkeleton.of(one, false));
  }

  @ParameterizedTest
  @CsvSource({"kosti, kassala", "kharkiv, kherson", "berlin, bergen"})
  void of_twoNames_areTwo(String one, String other) {
    assertThat(FingerprintSkeleton.of(one, false))
        .isNotEqualTo(FingerprintSkeleton.of(other, false));
  }
}
