package org.wirewatch.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.wirewatch.text.Fingerprint;

/**
 * Finds the stories that a report may tell without comparing it to all: those that share a band of
 * the sketch, those that share most of its rarest words or names, and the newest of an event.
 */
final class Candidates {
  private static final int RAREST = 24;
  private static final int MOST_EACH_WAY = 16;

  /** A word that so many stories have finds nothing. */
  private static final int COMMON = 200;

  /** Of an event, in which other languages tell it in no common word, so many are compared. */
  static final int NEWEST = 64;

  private final Shelf shelf;
  private final Similarity similarity;

  Candidates(Shelf shelf, Similarity similarity) {
    this.shelf = shelf;
    this.similarity = similarity;
  }

  /** The stories that the sighting fits, the best first. */
  List<Match> matches(Sighting sighting, Fingerprint print) {
    Set<Open> candidates = new HashSet<>();
    candidates.addAll(sharing(terms(print), similarity::rarity, shelf::byTerm));
    candidates.addAll(sharing(names(print), similarity::nameRarity, shelf::byName));
    for (int band : print.bands()) {
      candidates.addAll(shelf.byBand(band));
    }
    if (Course.of(sighting.thing(), sighting.kind()).nature() != Course.Nature.TOPIC) {
      candidates.addAll(shelf.newest(NEWEST));
    }
    Fit fit = new Fit(sighting, print, similarity, shelf);
    return candidates.stream()
        .map(fit::of)
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparingDouble((Match m) -> -m.score())
                .thenComparing(m -> m.open().story().firstSeen())
                .thenComparing(m -> m.open().story().id()))
        .toList();
  }

  private static int[] names(Fingerprint print) {
    return IntStream.range(0, print.namesSize()).map(print::name).toArray();
  }

  private static int[] terms(Fingerprint print) {
    return IntStream.range(0, print.size()).map(print::term).toArray();
  }

  /** The stories that share most of the rarest keys. */
  private static List<Open> sharing(
      int[] keys, IntToDoubleFunction rarity, IntFunction<Set<Open>> index) {
    List<Rare> rare = new ArrayList<>();
    for (int key : keys) {
      Set<Open> stories = index.apply(key);
      if (!stories.isEmpty() && stories.size() <= COMMON) {
        rare.add(new Rare(key, rarity.applyAsDouble(key), stories));
      }
    }
    rare.sort(Comparator.comparingDouble((Rare r) -> -r.rarity()).thenComparingInt(Rare::key));
    List<Open> sharing = new ArrayList<>();
    for (Rare key : rare.subList(0, Math.min(RAREST, rare.size()))) {
      for (Open open : key.stories()) {
        if (open.tally(key.rarity())) {
          sharing.add(open);
        }
      }
    }
    return most(sharing);
  }

  private static List<Open> most(List<Open> sharing) {
    TreeSet<Shared> most = new TreeSet<>(Shared.MOST_FIRST);
    for (Open open : sharing) {
      Shared shared = new Shared(open, open.taken());
      if (most.size() < MOST_EACH_WAY || Shared.MOST_FIRST.compare(shared, most.last()) < 0) {
        most.add(shared);
      }
      if (most.size() > MOST_EACH_WAY) {
        most.removeLast();
      }
    }
    return most.stream().map(Shared::open).toList();
  }

  private record Rare(int key, double rarity, Set<Open> stories) {}

  private record Shared(Open open, double rarity) {
    static final Comparator<Shared> MOST_FIRST =
        Comparator.comparingDouble((Shared s) -> -s.rarity())
            .thenComparing(s -> s.open().story().id());
  }
}
