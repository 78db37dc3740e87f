package org.wirewatch.story;

import org.wirewatch.text.Fingerprint;
import org.wirewatch.text.FingerprintTerms;

/**
 * How alike a report and a story are by their words: the cosine of all their terms and that of
 * their names and numbers, each term weighted by how rare it is among the stories of the thing. A
 * thing of which little was told yet has no statistics of its own, so each term starts with the
 * frequency that words of its length have in any language written with letters, as if {@value
 * #ASSUMED} stories had been seen.
 */
final class Similarity {
  private static final int ASSUMED = 200;
  private static final int ASSUMED_NAMED = 20;

  /** The share of stories that words have, by {@link FingerprintTerms#rank}. */
  private static final double[] EXPECTED = {.2, .03, .005, .01};

  /** Names weighing less than this together say nothing by being others. */
  private static final double FEW = 6;

  /** What the words alone are worth where a text has no names to compare. */
  private static final double NAMELESS = 1.25;

  private final Shelf shelf;

  Similarity(Shelf shelf) {
    this.shelf = shelf;
  }

  /** How much a term tells: about 0 for a word of every story, 5 for a rare one. */
  double rarity(int term) {
    double seen = shelf.byTerm(term).size() + ASSUMED * EXPECTED[FingerprintTerms.rank(term)];
    return Math.log(1 + (shelf.size() + ASSUMED) / (1 + 2 * seen));
  }

  /** In [0,1]; about .3 where unrelated reports on one subject end and one matter begins. */
  double of(Centre a, Centre b) {
    double words = cosine(a, a.weights(), b, b.weights());
    if (length(a, a.names()) < FEW || length(b, b.names()) < FEW) {
      return Math.min(1, words * NAMELESS);
    }
    return (words + cosine(a, a.names(), b, b.names())) / 2;
  }

  /** How much the names and numbers that two texts share tell, whatever their languages. */
  double sharedNames(Fingerprint a, Fingerprint b) {
    int[] left = a.names();
    int[] right = b.names();
    double sum = 0;
    for (int i = 0, j = 0; i < left.length && j < right.length; ) {
      int order = Integer.compare(left[i], right[j]);
      sum += order == 0 ? nameRarity(left[i]) : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return sum;
  }

  /** About 3 for a name that one story has, 0.7 for one that all have. */
  double nameRarity(int name) {
    int others = Math.max(0, shelf.byName(name).size() - 1);
    return Math.log(1 + (shelf.size() + ASSUMED_NAMED) / (1.0 + 2 * others));
  }

  private double cosine(Centre a, float[] x, Centre b, float[] y) {
    int[] left = a.terms();
    int[] right = b.terms();
    double dot = 0;
    for (int i = 0, j = 0; i < left.length && j < right.length; ) {
      if (left[i] == right[j]) {
        double rarity = rarity(left[i]);
        dot += x[i++] * y[j++] * rarity * rarity;
      } else if (left[i] < right[j]) {
        i++;
      } else {
        j++;
      }
    }
    return dot == 0 ? 0 : dot / (length(a, x) * length(b, y));
  }

  private double length(Centre centre, float[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double weight = weights[i] * rarity(centre.terms()[i]);
      sum += weight * weight;
    }
    return Math.sqrt(sum);
  }
}
