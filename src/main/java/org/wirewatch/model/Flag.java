package org.wirewatch.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One watchlist entry that an item is filed under, with why.
 *
 * @param watchlist the id of the watchlist
 * @param entry the id of the entry
 * @param salience in [0,1]: how much of what the item is about
 * @param about would a desk editor file the item under this entry?
 * @param mentions how many references to the entry; the size of {@code evidence}
 * @param status of an event: that of the live one told most prominently, else of the newest; null
 *     for other kinds
 * @param places of an event; empty for other kinds
 * @param actors of an event; empty for other kinds
 * @param events every event of this kind told in the item; empty for other kinds
 */
public record Flag(
    String watchlist,
    String entry,
    Kind kind,
    String name,
    double salience,
    boolean about,
    int mentions,
    List<Evidence> evidence,
    @Nullable Status status,
    List<String> places,
    List<String> actors,
    List<EventTold> events) {

  public Flag {
    evidence = List.copyOf(evidence);
    places = List.copyOf(places);
    actors = List.copyOf(actors);
    events = List.copyOf(events);
  }
}
