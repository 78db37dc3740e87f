package org.wirewatch.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.wirewatch.pack.Homographs.Reading;

class HomographsTest {
  private final Homographs homographs = Packs.load().homographs();

  @Test
  void readings_ofTheContractsExamples_areKnown() {
    assertThat(homographs.readings("مالي", "ar")).contains(Reading.EVERYDAY_WORD);
    assertThat(homographs.readings("Mali", "en")).doesNotContain(Reading.EVERYDAY_WORD);
    assertThat(homographs.readings("turkey", "en")).contains(Reading.ANIMAL);
    assertThat(homographs.readings("Jordan", "en")).contains(Reading.FIRST_NAME, Reading.SURNAME);
    assertThat(homographs.readings("Georgia", "en")).contains(Reading.US_STATE);
    assertThat(homographs.readings("CHINA", "en")).contains(Reading.COMMON_WORD);
    assertThat(homographs.readings("Venezuela", "en")).isEmpty();
  }

  @Test
  void towns_ofParis_holdTexas() {
    assertThat(homographs.towns("Paris")).contains("TX", "TN");
    assertThat(homographs.towns("Caracas")).isEmpty();
  }

  @Test
  void compoundsHoldAnotherReading() {
    assertThat(homographs.compounds())
        .extracting(Homographs.Compound::text)
        .contains("guinea pig", "Panama hat", "New Mexico");
  }

  @Test
  void namesOfTwoCountriesAreMarkedSo() {
    Map<String, TreeSet<String>> owners = new HashMap<>();
    for (Country country : Packs.load().countries().all()) {
      Packs.load().countries().aliases(country.code()).stream()
          .filter(alias -> alias.kind() == AliasKind.NAME)
          .forEach(alias ->
              owners
                  .computeIfAbsent(alias.text().toLowerCase(Locale.ROOT), _ -> new TreeSet<>())
                  .add(country.code()));
    }
    owners.values().removeIf(codes -> codes.size() < 2);
    owners
        .keySet()
        .removeIf(text -> homographs.readings(text, "en").contains(Reading.OTHER_COUNTRY));
    assertThat(owners).isEmpty();
  }
}
