package org.wirewatch.model;

import java.util.List;

/**
 * One event that an item tells of.
 *
 * @param places ISO 3166-1 alpha-2 of the countries where it is
 * @param actors entries of watched leaders or countries who do it
 */
public record EventTold(
    Status status, List<String> places, List<String> actors, List<Evidence> evidence) {
  public EventTold {
    places = List.copyOf(places);
    actors = List.copyOf(actors);
    evidence = List.copyOf(evidence);
  }
}
