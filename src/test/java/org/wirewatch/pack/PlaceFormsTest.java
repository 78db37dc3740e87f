package org.wirewatch.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The words of news for countries and their cities, in the forms that they stand in there. */
class PlaceFormsTest {
  private static final double FLOOR = 0.99;

  @Test
  void formsOfNamesAdjectivesAndCities_areKnownInEveryLanguage() {
    List<String> missing = new ArrayList<>();
    int asked = 0;
    for (String[] row : Table.rows("inflected-places.tsv", 3)) {
      Set<String> known = known(row[1], row[0]);
      for (String form : Table.texts(row[2])) {
        asked++;
        if (!known.contains(form.toLowerCase(Locale.ROOT))) {
          missing.add(row[0] + ' ' + row[1] + ' ' + form);
        }
      }
    }
    assertThat((double) (asked - missing.size()) / asked).as("%s", missing).isGreaterThan(FLOOR);
  }

  private static Set<String> known(String code, String language) {
    Set<String> known = new HashSet<>();
    Packs.load().countries().aliases(code).stream()
        .filter(alias -> alias.language().equals(language) || alias.language().equals("mul"))
        .forEach(alias -> known.add(alias.text().toLowerCase(Locale.ROOT)));
    return known;
  }
}
