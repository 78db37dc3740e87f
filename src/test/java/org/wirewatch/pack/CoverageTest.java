package org.wirewatch.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wirewatch.pack.Term.Role;

/**
 * How much each language knows, against the floors of {@code coverage.tsv}: of countries those with
 * a name of a kind, of leaders in office those that are written in the script.
 */
class CoverageTest {
  private static final LocalDate AS_OF = Packs.LEADERS_AS_OF;

  private static final String IN_THE_NEWS =
      "US CN RU UA IL IR IQ SY LB JO SA AE QA KW YE OM EG SD LY TN DZ MA TR GR DE FR GB IT ES PT PL"
          + " NL BE SE NO FI DK CH AT HU RO BG RS GE AM AZ BY KZ IN PK AF BD MM TH VN PH ID MY JP"
          + " KR KP TW AU NZ CA MX VE CO BR AR CL PE CU HT NG ET KE SO CD RW ZA ML NE BF TD SS ER"
          + " UG ZW MZ TZ CM";

  /** Where the city is called as the country is, or by a word or name too common to count. */
  private static final String[] UNSAFE_CAPITALS = {
    "KW fa", "YE ko", "YE hi", "MA fa", "CH hi", "MX pl", "MX tr", "MX id"
  };

  private final Map<String, Set<String>> known = new HashMap<>();

  @Test
  void everyLanguage_knowsNoFewerThanItsFloors() {
    countCountries();
    countLeaders();
    List<String> below = new ArrayList<>();
    for (String[] row : Table.rows("coverage.tsv", 3)) {
      int count = known.getOrDefault(row[0] + ' ' + row[1], Set.of()).size();
      if (count < Integer.parseInt(row[2])) {
        below.add(row[0] + ' ' + row[1] + ": " + count + " of " + row[2]);
      }
    }
    assertThat(below).isEmpty();
  }

  @Test
  void countriesOftenInTheNews_haveACapitalInEveryLanguage() {
    List<String> missing = new ArrayList<>();
    for (String code : Table.words(IN_THE_NEWS)) {
      List<Alias> aliases = Packs.load().countries().aliases(code);
      for (String language : CountriesFile.LANGUAGES) {
        if (aliases.stream().noneMatch(alias -> isCapital(alias, language))) {
          missing.add(code + ' ' + language);
        }
      }
    }
    assertThat(missing).containsExactlyInAnyOrder(UNSAFE_CAPITALS);
  }

  private static boolean isCapital(Alias alias, String language) {
    boolean latin =
        !List.of("ru", "uk", "ar", "fa", "he", "zh", "ja", "ko", "hi").contains(language);
    return alias.kind() == AliasKind.CAPITAL
        && (alias.language().equals(language) || (latin && alias.language().equals("mul")));
  }

  @Test
  void everyLanguageHasAFloorForEveryKind() {
    Set<String> rows = new HashSet<>();
    Table.rows("coverage.tsv", 3).forEach(row -> rows.add(row[0] + ' ' + row[1]));
    for (String language : CountriesFile.LANGUAGES) {
      assertThat(rows)
          .contains(
              language + " NAME",
              language + " ADJECTIVE",
              language + " CAPITAL",
              language + " CITY");
    }
  }

  private void countCountries() {
    for (Country country : Packs.load().countries().all()) {
      for (Alias alias : Packs.load().countries().aliases(country.code())) {
        // a city counts, a country's name once
        String what = alias.kind() == AliasKind.CITY ? alias.text() : country.code();
        add(alias.language(), alias.kind().name(), what);
      }
    }
  }

  private void countLeaders() {
    for (Leader leader : Packs.load().leaders().all()) {
      boolean heads =
          leader.terms().stream()
              .anyMatch(term ->
                  term.covers(AS_OF)
                      && term.of().length() == 2
                      && term.role() != Role.MINISTER
                      && term.role() != Role.DEPUTY);
      if (heads) {
        Packs.load()
            .leaders()
            .aliases(leader.slug())
            .forEach(alias -> add(alias.language(), "HEAD", leader.slug()));
      }
    }
  }

  private void add(String language, String kind, String what) {
    known.computeIfAbsent(language + ' ' + kind, _ -> new HashSet<>()).add(what);
  }
}
