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

  private static final int FEW = 1024;

  private List<Place> places = new ArrayList<>();
  private int room = FEW;

  void clear() {
    places = new ArrayList<>();
    room = FEW;
  }

  void add(Place place) {
    places.add(place);
    if (places.size() == room) {
      // A thousand alternatives in one place take the memory of few.
      places = new ArrayList<>(places());
      room = Math.max(FEW, places.size() * 2);
    }
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
    return List.copyOf(distinct);
  }
}
