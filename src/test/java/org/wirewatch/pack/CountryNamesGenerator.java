package org.wirewatch.pack;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes {@code country-names.tsv} anew from its source, the territories of Unicode CLDR as ICU4J
 * ships them, for when that is updated: names that CLDR has and the file lacks are added, with the
 * declension of their ending in Polish, Russian and Ukrainian. What stands in the file stays, so a
 * declension corrected by hand outlives the update. The argument is the file.
 */
public final class CountryNamesGenerator {
  private static final String FILE = "country-names.tsv";

  private final Inflections inflections = Inflections.read();
  private final Map<String, Map<String, Set<String>>> cells = new TreeMap<>();

  private CountryNamesGenerator() {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    List<String> header =
        Files.readAllLines(file).stream().takeWhile(line -> line.startsWith("#")).toList();
    List<String> lines = new ArrayList<>(header);
    lines.addAll(generate());
    Files.write(file, lines);
  }

  /** The rows of the file, sorted by code and language. */
  static List<String> generate() {
    CountryNamesGenerator generator = new CountryNamesGenerator();
    for (String[] row : Table.rows(FILE, 3)) {
      generator.names(row[0], row[1]).addAll(Table.texts(row[2]));
    }
    for (String[] row : Table.rows("country-codes.tsv", 2)) {
      for (String language : CountriesFile.LANGUAGES) {
        cldr(row[0], language).forEach(name -> generator.add(row[0], language, name));
      }
    }
    List<String> rows = new ArrayList<>();
    generator.cells.forEach((code, byLanguage) ->
        byLanguage.forEach((language, names) ->
            rows.add(code + '\t' + language + '\t' + String.join("|", names))));
    return rows;
  }

  /** What CLDR calls a country in a language; both scripts of Chinese. */
  static List<String> cldr(String code, String language) {
    List<String> locales =
        language.equals("zh") ? List.of("zh-Hans", "zh-Hant") : List.of(language);
    return locales.stream()
        .map(locale ->
            LocaleDisplayNames.getInstance(ULocale.forLanguageTag(locale)).regionDisplayName(code))
        .filter(name -> name.indexOf('(') < 0 && name.indexOf('（') < 0)
        .map(CountryNamesGenerator::asInTexts)
        .distinct()
        .toList();
  }

  /** CLDR's typography and abbreviations are for lists, not for texts. */
  private static String asInTexts(String name) {
    return name.replace('’', '\'')
        .replace('ʼ', '\'')
        .replace(" - ", "-")
        .replace(" – ", "-")
        .replace("о-ва", "острова")
        .replace("о-в ", "остров ");
  }

  private void add(String code, String language, String name) {
    boolean isKnown =
        names(code, language).stream()
            .anyMatch(text -> inflections.forms(text.replace("!", ""), language).contains(name));
    if (!isKnown) {
      names(code, language).add(name.indexOf(' ') < 0 ? Declension.of(language, name) : name);
    }
  }

  private Set<String> names(String code, String language) {
    return cells
        .computeIfAbsent(code, _ -> new TreeMap<>())
        .computeIfAbsent(language, _ -> new LinkedHashSet<>());
  }
}
