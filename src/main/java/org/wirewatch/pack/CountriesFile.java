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

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, List<Alias>> aliases = new LinkedHashMap<>();
  private final Map<String, Set<String>> seen = new HashMap<>();
  private final Inflections inflections = Inflections.read();
  private final Homographs homographs;

  private CountriesFile(Homographs homographs) {
    this.homographs = homographs;
  }

  static Countries read(Homographs homographs) {
    CountriesFile file = new CountriesFile(homographs);
    for (String[] row : Table.rows("country-codes.tsv", 2)) {
      file.names.put(row[0], row[1]);
      file.aliases.put(row[0], new ArrayList<>(150));
    }
    for (String[] row : Table.rows("country-names.tsv", 3)) {
      file.add(row[0], row[1], AliasKind.NAME, row[2]);
    }
    for (String name :
        List.of("country-other-names.tsv", "country-places.tsv", "cities.tsv", "city-names.tsv")) {
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
    return file.countries();
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
          boolean ambiguous = !homographs.readings(form).isEmpty();
          known.add(new Alias(form, language, kind, exactCase, ambiguous));
        }
      }
    }
  }

  private Countries countries() {
    List<CountryNames> countries = new ArrayList<>(names.size());
    names.forEach((code, name) ->
        countries.add(new CountryNames(code, name, aliases.getOrDefault(code, List.of()))));
    return new Countries(countries);
  }
}
