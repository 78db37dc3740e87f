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
