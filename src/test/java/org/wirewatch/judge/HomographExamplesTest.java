package org.wirewatch.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirewatch.model.Entry;
import org.wirewatch.model.Flag;
import org.wirewatch.model.Item;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Watchlist;
import org.wirewatch.pack.Packs;

/**
 * Words for countries that are something else in their language, told from those that are not, in
 * all languages of the packs. The floors are a point below what was measured.
 */
class HomographExamplesTest {
  private static final Judge JUDGE = Judge.of(List.of(allCountries()));

  @ParameterizedTest
  @CsvSource({"homographs-development.txt, 0.95", "homographs-held-out.txt, 0.95"})
  void countryIsToldFromItsNamesakes(String file, double floor) throws IOException {
    List<String> wrong = new ArrayList<>();
    int all = 0;
    for (String line : lines(file)) {
      String[] part = line.split("\\|", -1);
      Item item = Item.ofText("i" + all++, part[1], part[2]).withLanguage(part[0]);
      String wanted = part[3];
      List<Flag> flags = JUDGE.judge(item).flags();
      boolean right =
          wanted.startsWith("-")
              ? flags.stream().noneMatch(f -> f.entry().equals("country:" + wanted.substring(1)))
              : flags.stream().anyMatch(f -> f.about() && f.entry().equals("country:" + wanted));
      if (!right) {
        wrong.add(line);
      }
    }
    System.out.printf("%s: %d of %d right%n", file, all - wrong.size(), all);
    assertThat(1 - wrong.size() / (double) all).as(wrong.toString()).isGreaterThanOrEqualTo(floor);
  }

  private static Watchlist allCountries() {
    List<Entry> entries =
        Packs.load().countries().all().stream()
            .map(c ->
                new Entry(
                    "country:" + c.code(),
                    c.name(),
                    new Entry.Watch.Country(c.code()),
                    Severity.INFO,
                    Set.of(),
                    Set.of()))
            .toList();
    return new Watchlist("all", "All", List.of(), Severity.INFO, entries, Watchlist.Sources.ALL);
  }

  private static List<String> lines(String file) throws IOException {
    try (InputStream in = HomographExamplesTest.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }
}
