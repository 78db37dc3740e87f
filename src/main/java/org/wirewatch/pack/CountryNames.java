package org.wirewatch.pack;

import java.util.List;

/**
 * A country and every way to refer to it.
 *
 * @param code ISO 3166-1 alpha-2, or {@code XK}
 * @param name the English short name, shown to people
 * @param aliases in the order of the data files; no two alike in text, language and kind
 */
public record CountryNames(String code, String name, List<Alias> aliases) {
  public CountryNames {
    aliases = List.copyOf(aliases);
  }
}
