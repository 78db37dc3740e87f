package org.wirewatch.match;

import java.util.List;

/**
 * A query that holds for an item.
 *
 * @param id of the query
 * @param places of what made it hold, by token; empty where nothing in the text did, as with {@code
 *     *} and {@code lang:es}
 */
public record QueryMatch(String id, List<Place> places) {
  public QueryMatch {
    places = List.copyOf(places);
  }
}
