package org.wirewatch.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CountriesTest {
  private final Countries countries = Packs.load().countries();

  @Test
  void everyIsoCodeAndKosovoAreThere() {
    TreeSet<String> codes =
        new TreeSet<>(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));
    codes.add("XK");
    assertThat(countries.all()).extracting(Country::code).containsExactlyElementsOf(codes);
  }

  @Test
  void everyCountryHasANameInEveryLanguage() {
    List<String> missing = new ArrayList<>();
    for (Country country : countries.all()) {
      for (String language : CountriesFile.LANGUAGES) {
        if (Packs.load().countries().aliases(country.code()).stream()
            .noneMatch(alias -> isNameIn(alias, language))) {
          missing.add(country.code() + ' ' + language);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static boolean isNameIn(Alias alias, String language) {
    return alias.kind() == AliasKind.NAME && alias.language().equals(language);
  }

  @Test
  void shortNames_areThoseThatTheirGeneratorMakes() {
    List<String> rows =
        Table.rows("country-names.tsv", 3).stream().map(row -> String.join("\t", row)).toList();

    assertThat(CountryNamesGenerator.generate()).isEqualTo(rows);
  }
}
