package org.wirewatch.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeadersTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

  /** Uninhabited or governed from elsewhere, with nobody of their own whom news would name. */
  private static final Set<String> WITHOUT_GOVERNMENT =
      Set.of(
          "AQ", "AX", "BL", "BQ", "BV", "CC", "CX", "FK", "GF", "GP", "GS", "HM", "IO", "MF", "MQ",
          "MS", "NF", "PM", "PN", "RE", "SH", "SJ", "TF", "TK", "UM", "WF", "YT");

  private final Leaders leaders = Packs.load().leaders();

  @Test
  void everyCountryHasAHeadOfStateOrGovernmentInOffice() {
    List<String> without = new ArrayList<>();
    for (Country country : Packs.load().countries().all()) {
      boolean led =
          leaders.all().stream()
              .flatMap(leader -> leader.terms().stream())
              .anyMatch(term -> term.of().equals(country.code()) && term.covers(AS_OF));
      if (!led && !WITHOUT_GOVERNMENT.contains(country.code())) {
        without.add(country.code());
      }
    }
    assertThat(without).isEmpty();
  }

  @Test
  void slugsAreLowerCaseAsciiWithHyphens() {
    assertThat(leaders.all())
        .extracting(Leader::slug)
        .allMatch(slug -> slug.matches("[a-z0-9]+(-[a-z0-9]+)*"));
  }

  @Test
  void slugsOfTheContractAreKnown() {
    assertThat(
            List.of(
                "nicolas-maduro",
                "donald-trump",
                "volodymyr-zelenskyy",
                "recep-tayyip-erdogan",
                "abdel-fattah-el-sisi",
                "mohammed-bin-salman"))
        .allMatch(leaders::has);
  }

  @Test
  void holders_ofOnePrimeMinistersOffice_areNeverTwo() {
    List<String> shared = new ArrayList<>();
    for (Leader leader : leaders.all()) {
      for (Term term : leader.terms()) {
        boolean single =
            term.title() == Title.PRIME_MINISTER
                || term.title() == Title.CHANCELLOR
                || term.title() == Title.MONARCH;
        if (single && leaders.holders(term.of(), term.title(), term.from()).size() > 1) {
          shared.add(term.of() + ' ' + leader.slug() + ' ' + term.from());
        }
      }
    }
    assertThat(shared).isEmpty();
  }

  @Test
  void terms_endAfterTheyBegin() {
    assertThat(leaders.all())
        .allSatisfy(leader ->
            assertThat(leader.terms())
                .as(leader.slug())
                .isNotEmpty()
                .allMatch(term -> term.to() == null || term.from().isBefore(term.to())));
  }

  @Test
  void holders_onADateInThePast_areTheHoldersOfThatDay() {
    assertThat(leaders.holders("VE", Title.PRESIDENT, LocalDate.of(2025, 11, 29)))
        .extracting(Leader::slug)
        .containsExactly("nicolas-maduro");
    assertThat(leaders.holders("GB", Title.PRIME_MINISTER, LocalDate.of(2020, 1, 1)))
        .extracting(Leader::slug)
        .containsExactly("boris-johnson");
    assertThat(leaders.holders("UN", Title.SECRETARY_GENERAL, AS_OF))
        .extracting(Leader::slug)
        .containsExactly("antonio-guterres");
  }

  @Test
  void titleWordsAndOfficePhrasesCoverTheirLanguages() {
    assertThat(leaders.titleWords())
        .extracting(Leaders.TitleWord::language)
        .containsAll(CountriesFile.LANGUAGES);
    assertThat(leaders.officePhrases())
        .extracting(Leaders.OfficePhrase::language)
        .containsAll(CountriesFile.LANGUAGES);
  }
}
