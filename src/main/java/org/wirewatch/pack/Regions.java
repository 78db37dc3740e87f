package org.wirewatch.pack;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Groups of countries that watchlists may name ({@code region: caribbean}). Immutable. */
public final class Regions {
  private final Map<String, Region> byId = new LinkedHashMap<>();

  Regions(List<Region> regions) {
    regions.forEach(region -> byId.put(region.id(), region));
  }

  public Collection<Region> all() {
    return byId.values();
  }

  public Optional<Region> of(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The codes of a region's countries; empty where there is no such region. */
  public Set<String> codes(String id) {
    Region region = byId.get(id);
    return region == null ? Set.of() : region.codes();
  }

  /**
   * A group of countries.
   *
   * @param id lower case with hyphens
   * @param codes ISO 3166-1 alpha-2, sorted
   * @param aliases how texts name the whole: Sahel, Naher Osten, страны Балтии
   * @param body whether it is an organisation and no part of the map
   */
  public record Region(
      String id, String name, Set<String> codes, List<Name> aliases, boolean body) {
    public Region {
      codes = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(codes));
      aliases = List.copyOf(aliases);
    }
  }

  /** A region's name in a language, ISO 639-1. */
  public record Name(String text, String language) {}
}
