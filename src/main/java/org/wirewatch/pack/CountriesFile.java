package org.wirewatch.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the countries together from their data files. */
final class CountriesFile {
  /** The languages whose adjectives and demonyms are kept in a file each. */
  static final List<String> LANGUAGES =
      List.of(
          "en", "es", "fr", "de", "pt", "it", "nl", "pl", "tr", "ru", "uk", "ar", "fa", "he", "zh",
          "ja", "ko", "hi", "id");

  /** The files of cities and other names, with four columns. */
  private static final List<String> OTHER_NAMES =
      List.of("country-other-names.tsv", "country-places.tsv", "cities.tsv", "city-names.tsv");

  private final Map<String, List<Alias>> aliases = new LinkedHashMap<>();
  private final Map<String, Set<String>> seen = new HashMap<>();
  private final Inflections inflections = Inflections.read();
  private final Homographs homographs;

  private CountriesFile(Homographs homographs) {
    this.homographs = homographs;
  }

  /** Every file that names and their inflections are read from. */
  static List<String> files() {
    List<String> files = new ArrayList<>(OTHER_NAMES);
    files.addAll(List.of("country-codes.tsv", "country-names.tsv", "inflections.tsv"));
    LANGUAGES.forEach(language -> files.add("adjectives/" + language + ".tsv"));
    return files;
  }

  /** The countries; their aliases are read when first asked for. */
  static Countries read(Homographs homographs) {
    List<Country> countries =
        Table.rows("country-codes.tsv", 2).stream()
            .map(row -> new Country(row[0], row[1]))
            .toList();
    return new Countries(countries, () -> aliases(countries, homographs));
  }

  private static Map<String, List<Alias>> aliases(List<Country> countries, Homographs homographs) {
    CountriesFile file = new CountriesFile(homographs);
    countries.forEach(country -> file.aliases.put(country.code(), new ArrayList<>(150)));
    for (String[] row : Table.rows("country-names.tsv", 3)) {
      file.add(row[0], row[1], AliasKind.NAME, row[2]);
    }
    for (String name : OTHER_NAMES) {
      for (String[] row : Table.rows(name, 4)) {
        file.add(row[0], row[1], AliasKind.valueOf(row[2]), row[3]);
      }
    }
    for (String language : LANGUAGES) {
      for (String[] row : Table.rows("adjectives/" + language + ".tsv", 3)) {
        file.add(row[0], language, AliasKind.ADJECTIVE, row[1]);
        file.add(row[0], language, AliasKind.DEMONYM, row[2]);
      }
    }
    file.aliases.replaceAll((_, own) -> List.copyOf(own));
    return file.aliases;
  }

  private void add(String code, String language, AliasKind kind, String cell) {
    List<Alias> known = aliases.get(code);
    if (known == null) {
      throw new IllegalStateException("no country " + code + ": " + cell);
    }
    // Strings hash much faster than records in a cold process, and there are tens of thousands.
    Set<String> before = seen.computeIfAbsent(code + language + kind, _ -> new HashSet<>());
    for (String text : Table.texts(cell)) {
      boolean exactCase = text.endsWith("!");
      String word = exactCase ? text.substring(0, text.length() - 1) : text;
      for (String form : inflections.forms(word, language)) {
        if (before.add(form)) {
          boolean ambiguous = !homographs.readings(form, language).isEmpty();
          known.add(new Alias(form, language, kind, exactCase, ambiguous));
        }
      }
    }
  }
}
