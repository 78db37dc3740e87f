package org.wirewatch.pack;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All countries of ISO 3166-1 and Kosovo ({@code XK}), with their names. Immutable. */
public final class Countries {
  private final Map<String, CountryNames> byCode = new LinkedHashMap<>();

  Countries(List<CountryNames> countries) {
    countries.forEach(country -> byCode.put(country.code(), country));
  }

  /** In the order of their codes. */
  public Collection<CountryNames> all() {
    return byCode.values();
  }

  /** The country of an upper-case code, if there is one. */
  public Optional<CountryNames> of(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  public boolean has(String code) {
    return byCode.containsKey(code);
  }
}
