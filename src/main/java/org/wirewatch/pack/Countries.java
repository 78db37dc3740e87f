package org.wirewatch.pack;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All countries of ISO 3166-1 and Kosovo ({@code XK}), with their names. Immutable to its users;
 * thread-safe.
 */
public final class Countries {
  private final Map<String, Country> byCode = new LinkedHashMap<>();
  private final Supplier<Map<String, List<Alias>>> aliases;

  Countries(List<Country> countries, Supplier<Map<String, List<Alias>>> aliases) {
    countries.forEach(country -> byCode.put(country.code(), country));
    this.aliases = new Lazy<>(aliases);
  }

  /** In the order of their codes. */
  public Collection<Country> all() {
    return byCode.values();
  }

  /** The country of an upper-case code, if there is one. */
  public Optional<Country> of(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  public boolean has(String code) {
    return byCode.containsKey(code);
  }

  /**
   * Every way to refer to a country, in the order of the data files; no two alike in text, language
   * and kind, none for an unknown code. The first call reads the names of all countries.
   */
  public List<Alias> aliases(String code) {
    return aliases.get().getOrDefault(code, List.of());
  }
}
