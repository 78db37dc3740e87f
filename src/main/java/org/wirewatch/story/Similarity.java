package org.wirewatch.story;

import org.wirewatch.text.Fingerprint;
import org.wirewatch.text.FingerprintTerms;

/**
 * How alike a report and a story are by their words: the cosine of their terms, each weighted by
 * how rare it is among the stories of the thing. A thing of which little was told yet has no
 * statistics of its own, so each term starts with the frequency that words of its length have in
 * any language written with letters, as if {@value #ASSUMED} stories had been seen.
 */
final class Similarity {
  private static final int ASSUMED = 200;

  /** The share of stories that words have, by {@link FingerprintTerms#rank}. */
  private static final double[] EXPECTED = {.2, .03, .005, .01};

  private final Shelf shelf;

  Similarity(Shelf shelf) {
    this.shelf = shelf;
  }

  /** How much a term tells: about 0 for a word of every story, 6 for a rare one. */
  double rarity(int term) {
    double seen = shelf.byTerm(term).size() + ASSUMED * EXPECTED[FingerprintTerms.rank(term)];
    return Math.log(1 + (shelf.size() + ASSUMED) / (1 + 2 * seen));
  }

  double cosine(Fingerprint print, Centre centre) {
    return cosine(Centre.of(print), centre);
  }

  /** In [0,1]. */
  double cosine(Centre a, Centre b) {
    int[] left = a.terms();
    int[] right = b.terms();
    double dot = 0;
    for (int i = 0, j = 0; i < left.length && j < right.length; ) {
      if (left[i] == right[j]) {
        double rarity = rarity(left[i]);
        dot += a.weights()[i++] * b.weights()[j++] * rarity * rarity;
      } else if (left[i] < right[j]) {
        i++;
      } else {
        j++;
      }
    }
    return dot == 0 ? 0 : dot / (length(a) * length(b));
  }

  private double length(Centre centre) {
    double sum = 0;
    for (int i = 0; i < centre.terms().length; i++) {
      double weight = centre.weights()[i] * rarity(centre.terms()[i]);
      sum += weight * weight;
    }
    return Math.sqrt(sum);
  }
}
