package org.wirewatch.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegionsTest {
  private final Regions regions = Packs.load().regions();

  @Test
  void membersAreCountriesOfThePack() {
    Countries countries = Packs.load().countries();
    assertThat(regions.all())
        .allSatisfy(region ->
            assertThat(region.codes()).as(region.id()).isNotEmpty().allMatch(countries::has));
  }

  @Test
  void idsAreLowerCaseWithHyphens() {
    assertThat(regions.all())
        .extracting(Regions.Region::id)
        .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
  }

  @Test
  void codes_ofTheCaribbean_holdItsIslandsAndVenezuela() {
    assertThat(regions.codes("caribbean")).contains("TT", "CW", "AW", "CU", "VE");
    assertThat(regions.codes("eu")).hasSize(27);
    assertThat(regions.codes("nato")).hasSize(32);
  }

  @Test
  void codes_ofAnUnknownRegion_areNone() {
    assertThat(regions.codes("atlantis")).isEmpty();
  }
}
