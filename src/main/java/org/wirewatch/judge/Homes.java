package org.wirewatch.judge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where an item is at home that names no country: home news does not say of which country it is.
 * Immutable, thread-safe.
 */
final class Homes {
  private static final Map<String, List<String>> BY_LANGUAGE =
      DataFile.text("homes.tsv")
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> List.of(row[1].split(" "))));

  private Homes() {}

  /**
   * Where an item in a language is at home.
   *
   * @param language of the item, BCP 47
   * @param source the country of its source
   * @return empty for a language that is read in many countries
   */
  static Optional<String> of(@Nullable String language, @Nullable String source) {
    List<String> homes = language == null ? null : BY_LANGUAGE.get(language);
    if (homes == null) {
      return Optional.empty();
    }
    return Optional.of(source != null && homes.contains(source) ? source : homes.getFirst());
  }
}
