package org.wirewatch.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventWordsTest {
  @Test
  void whereCapitalsMakeNames_allWordsOfASpanAreTheEvents() {
    assertThat(EventWords.of(List.of("airport of Brindle shut"), "en"))
        .containsExactly("airport", "of", "Brindle", "shut");
  }

  @Test
  void inGerman_whatStandsBetweenObjectAndVerb_tellsTheEventApart() {
    assertThat(EventWords.of(List.of("Flughafen Kelm wegen Nebels gesperrt"), "de"))
        .containsExactly("Flughafen", "gesperrt");
  }

  @Test
  void inScriptsWithoutCase_onlyTheOuterWordsAreTheEvents() {
    assertThat(EventWords.of(List.of("إغلاق مطار المدينة"), "ar"))
        .containsExactly("إغلاق", "المدينة");
    assertThat(EventWords.of(List.of("空港は霧のため閉鎖"), "ja")).containsExactly("空港", "閉鎖");
  }

  @Test
  void aSpanOfTwoWords_isWhollyTheEvents() {
    assertThat(EventWords.of(List.of("Flughafen gesperrt"), null))
        .containsExactly("Flughafen", "gesperrt");
  }
}
