package org.wirewatch.match;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Collects places, each once, by where they start. Confined to one thread. */
final class PlaceSink {
  private final TreeSet<Place> places =
      new TreeSet<>(
          Comparator.comparingInt(Place::first)
              .thenComparingInt(Place::last)
              .thenComparingInt(Place::start)
              .thenComparingInt(Place::end));

  void clear() {
    places.clear();
  }

  void add(Place place) {
    places.add(place);
  }

  List<Place> places() {
    return List.copyOf(places);
  }
}
