package org.wirewatch.judge;

import java.util.List;
import org.wirewatch.model.Evidence;
import org.wirewatch.model.Field;
import org.wirewatch.model.Status;
import org.wirewatch.pack.EventKind;

/**
 * One sentence's telling of an event.
 *
 * @param sentence the number of the sentence in the item
 * @param where the places and by what they were found
 * @param actors entries of the countries and leaders who do it
 */
record EventMention(
    EventKind kind,
    int sentence,
    Field field,
    Status status,
    Whereabouts where,
    List<String> actors,
    Evidence evidence) {

  /** By what a place was tied to an event. */
  enum PlaceBasis {
    /** It stands at the words of the event: "Polish airspace". */
    BOUND,
    CLAUSE,
    SENTENCE,
    PREVIOUS_SENTENCE,
    MAIN_COUNTRY,
    /** No country is named, and the language is at home in one. */
    HOME,
    UNKNOWN;

    /** Whether the place is the event's own rather than the item's at large. */
    boolean isOwn() {
      return this == BOUND || this == CLAUSE || this == SENTENCE;
    }
  }

  EventMention {
    actors = List.copyOf(actors);
  }

  PlaceBasis basis() {
    return where.basis();
  }

  /** ISO 3166-1 alpha-2; empty where nothing tells. */
  List<String> places() {
    return where.places();
  }
}
