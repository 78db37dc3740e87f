package org.wirewatch.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects places, each once, by where they start. Confined to one thread. */
final class PlaceSink {
  private static final Comparator<Place> BY_TOKEN =
      Comparator.comparingInt(Place::first)
          .thenComparingInt(Place::last)
          .thenComparingInt(Place::start)
          .thenComparingInt(Place::end);

  private final List<Place> places = new ArrayList<>();

  void clear() {
    places.clear();
  }

  void add(Place place) {
    places.add(place);
  }

  List<Place> places() {
    if (places.size() < 2) {
      return List.copyOf(places);
    }
    places.sort(BY_TOKEN);
    List<Place> distinct = new ArrayList<>(places.size());
    for (Place place : places) {
      if (distinct.isEmpty() || !distinct.getLast().equals(place)) {
        distinct.add(place);
      }
    }
    return distinct;
  }
}
