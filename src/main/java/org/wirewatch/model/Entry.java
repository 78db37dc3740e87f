package org.wirewatch.model;

import java.util.List;
import java.util.Set;

/**
 * One line of a watchlist: a thing watched and the conditions on it.
 *
 * @param id {@code country:VE}, {@code leader:nicolas-maduro}, {@code event:airspace-closed}, else
 *     the user's own
 * @param name what people call it; shown in alerts
 * @param places ISO 3166-1 alpha-2; the event must be in one of them; empty for anywhere
 * @param statuses the statuses of an event that count; empty for all
 */
public record Entry(
    String id,
    String name,
    Watch watch,
    Severity severity,
    Set<String> places,
    Set<Status> statuses) {

  public Entry {
    places = Set.copyOf(places);
    statuses = Set.copyOf(statuses);
  }

  public Kind kind() {
    return switch (watch) {
      case Watch.Country _ -> Kind.COUNTRY;
      case Watch.Leader _ -> Kind.LEADER;
      case Watch.Event _ -> Kind.EVENT;
      case Watch.Query _ -> Kind.QUERY;
    };
  }

  /** What is watched. Packs, regions and lists are expanded into these when a watchlist is read. */
  public sealed interface Watch {
    /** A country by ISO 3166-1 alpha-2, or {@code XK}. */
    record Country(String code) implements Watch {}

    /** A person by slug. */
    record Leader(String slug) implements Watch {}

    /** An event of the built-in pack by slug. */
    record Event(String slug) implements Watch {}

    /** A query of the watchlist language; {@code any: [a, b]} is read as {@code "a" OR "b"}. */
    record Query(List<String> any, String query) implements Watch {
      public Query {
        any = List.copyOf(any);
      }

      public static Query ofAny(List<String> phrases) {
        return new Query(phrases, "");
      }

      public static Query of(String query) {
        return new Query(List.of(), query);
      }
    }
  }
}
