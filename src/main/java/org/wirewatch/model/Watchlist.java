package org.wirewatch.model;

import java.util.List;

/**
 * What one desk watches.
 *
 * @param id unique among the watchlists of a system
 * @param languages BCP 47 languages of the items it takes; empty for every language
 * @param severity the entries' own level unless they say otherwise
 */
public record Watchlist(
    String id,
    String name,
    List<String> languages,
    Severity severity,
    List<Entry> entries,
    Sources sources) {

  public Watchlist {
    languages = List.copyOf(languages);
    entries = List.copyOf(entries);
  }

  /**
   * Which sources a watchlist takes.
   *
   * @param tiers the tiers it takes; empty for all
   * @param exclude ids of sources that it never takes
   */
  public record Sources(List<Integer> tiers, List<String> exclude) {
    /** Every source. */
    public static final Sources ALL = new Sources(List.of(), List.of());

    public Sources {
      tiers = List.copyOf(tiers);
      exclude = List.copyOf(exclude);
    }

    public boolean take(Source source) {
      return (tiers.isEmpty() || tiers.contains(source.tier())) && !exclude.contains(source.id());
    }
  }
}
