package org.wirewatch.story;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.wirewatch.text.Fingerprint;

/**
 * Which open stories have a term in their centre, and a band or a name in one of their reports. Not
 * thread-safe.
 */
final class ShelfIndex {
  private final Map<Integer, Set<Open>> byTerm = new HashMap<>();
  private final Map<Integer, Set<Open>> byBand = new HashMap<>();
  private final Map<Integer, Set<Open>> byName = new HashMap<>();

  Set<Open> byTerm(int term) {
    return byTerm.getOrDefault(term, Set.of());
  }

  Set<Open> byBand(int band) {
    return byBand.getOrDefault(band, Set.of());
  }

  Set<Open> byName(int name) {
    return byName.getOrDefault(name, Set.of());
  }

  /** Enters the terms of a story that is not here yet. */
  void enter(Open open) {
    int[] terms = open.centre().terms();
    Set<?>[] postings = new Set<?>[terms.length];
    for (int i = 0; i < terms.length; i++) {
      postings[i] = entered(byTerm, terms[i], open);
    }
    open.move(open.centre(), postings);
  }

  /** Takes out the terms of a story. */
  void leave(Open open) {
    for (int term : open.centre().terms()) {
      forget(byTerm, term, open);
    }
  }

  /** Gives a story another centre; of its terms, which ascend, only those that differ are moved. */
  void move(Open open, Centre centre) {
    int[] before = open.centre().terms();
    int[] now = centre.terms();
    Set<?>[] known = open.postings();
    Set<?>[] postings = new Set<?>[now.length];
    int gone = 0;
    for (int i = 0; i < now.length; i++) {
      while (gone < before.length && before[gone] < now[i]) {
        forget(byTerm, before[gone++], open);
      }
      boolean stays = gone < before.length && before[gone] == now[i];
      postings[i] = stays ? known[gone++] : entered(byTerm, now[i], open);
    }
    while (gone < before.length) {
      forget(byTerm, before[gone++], open);
    }
    open.move(centre, postings);
  }

  /** Enters the bands and names of a report. */
  void band(Open open, Fingerprint print) {
    for (int band : print.bands()) {
      entered(byBand, band, open);
    }
    for (int i = 0; i < print.namesSize(); i++) {
      entered(byName, print.name(i), open);
    }
  }

  void unband(Open open, Fingerprint print) {
    for (int band : print.bands()) {
      forget(byBand, band, open);
    }
    for (int i = 0; i < print.namesSize(); i++) {
      forget(byName, print.name(i), open);
    }
  }

  private static Set<Open> entered(Map<Integer, Set<Open>> index, int key, Open open) {
    Set<Open> stories = index.computeIfAbsent(key, _ -> new HashSet<>());
    stories.add(open);
    return stories;
  }

  private static void forget(Map<Integer, Set<Open>> index, int key, Open open) {
    Set<Open> there = index.get(key);
    if (there != null && there.remove(open) && there.isEmpty()) {
      index.remove(key);
    }
  }
}
