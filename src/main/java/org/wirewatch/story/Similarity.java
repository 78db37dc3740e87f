package org.wirewatch.story;

import java.util.Set;
import org.wirewatch.text.Fingerprint;
import org.wirewatch.text.FingerprintTerms;

/**
 * How alike a report and a story are by their words: the cosine of all their terms and that of
 * their names and numbers, each term weighted by how rare it is among the stories of the thing. A
 * thing of which little was told yet has no statistics of its own, so each term starts with the
 * frequency that words of its length have in any language written with letters, as if {@value
 * #ASSUMED} stories had been seen.
 *
 * <p>Made for one report and thrown away: it remembers rarities, which hold until the shelf
 * changes.
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

  /** The average share of a name that half of the reports have once. */
  private static final double CORE = 0.5;

  private static final Set<?>[] NO_POSTINGS = new Set<?>[0];

  private final Shelf shelf;

  /** By rank and number of stories, for the numbers that are usual; zero is not known yet. */
  private final double[][] rarities = new double[EXPECTED.length][512];

  Similarity(Shelf shelf) {
    this.shelf = shelf;
  }

  /** The terms of a centre, ascending, with their weights by rarity. */
  static final class Vector {
    private final int[] terms;
    private final double[] words;
    private final double[] names;
    private final double wordsLength;
    private final double namesLength;

    private Vector(Centre centre, double[] rarity) {
      terms = centre.terms();
      words = new double[rarity.length];
      names = new double[rarity.length];
      double wordsSquared = 0;
      double namesSquared = 0;
      for (int i = 0; i < rarity.length; i++) {
        words[i] = centre.weights()[i] * rarity[i];
        names[i] = centre.names()[i] * rarity[i];
        wordsSquared += words[i] * words[i];
        namesSquared += names[i] * names[i];
      }
      wordsLength = Math.sqrt(wordsSquared);
      namesLength = Math.sqrt(namesSquared);
    }
  }

  /** The vector of something that is not on the shelf. */
  Vector vector(Centre centre) {
    double[] rarity = new double[centre.terms().length];
    for (int i = 0; i < rarity.length; i++) {
      rarity[i] = rarity(centre.terms()[i]);
    }
    return new Vector(centre, rarity);
  }

  /** The vector of a story of the shelf. */
  Vector vector(Open open) {
    Set<?>[] postings = open.postings();
    int[] terms = open.centre().terms();
    double[] rarity = new double[terms.length];
    for (int i = 0; i < rarity.length; i++) {
      rarity[i] = rarity(terms[i], postings[i].size());
    }
    return new Vector(open.centre(), rarity);
  }

  /** How much a term tells: about 0 for a word of every story, 5 for a rare one. */
  double rarity(int term) {
    return rarity(term, shelf.byTerm(term).size());
  }

  private double rarity(int term, int stories) {
    int rank = FingerprintTerms.rank(term);
    if (stories >= rarities[rank].length) {
      return computed(rank, stories);
    }
    if (rarities[rank][stories] == 0) {
      rarities[rank][stories] = computed(rank, stories);
    }
    return rarities[rank][stories];
  }

  private double computed(int rank, int stories) {
    double seen = stories + ASSUMED * EXPECTED[rank];
    return Math.log(1 + (shelf.size() + ASSUMED) / (1 + 2 * seen));
  }

  /** In [0,1]; about .4 where unrelated reports on one subject end and one matter begins. */
  double of(Vector a, Open open) {
    return of(a, open.centre(), open.postings());
  }

  /** The same of something that is not on the shelf. */
  double of(Vector a, Centre centre) {
    return of(a, centre, NO_POSTINGS);
  }

  /**
   * Makes no vector of the centre: a report is compared with dozens of stories.
   *
   * @param postings as of {@link Open#postings}; empty to look them up
   */
  private double of(Vector a, Centre centre, Set<?>[] postings) {
    int[] terms = centre.terms();
    double words = 0;
    double names = 0;
    double wordsSquared = 0;
    double namesSquared = 0;
    int i = 0;
    for (int j = 0; j < terms.length; j++) {
      int term = terms[j];
      double rarity = postings.length == 0 ? rarity(term) : rarity(term, postings[j].size());
      double word = centre.weights()[j] * rarity;
      double name = centre.names()[j] * rarity;
      wordsSquared += word * word;
      namesSquared += name * name;
      while (i < a.terms.length && a.terms[i] < term) {
        i++;
      }
      if (i < a.terms.length && a.terms[i] == term) {
        words += a.words[i] * word;
        names += a.names[i] * name;
      }
    }
    double wordsLength = Math.sqrt(wordsSquared);
    double namesLength = Math.sqrt(namesSquared);
    double byWords = words == 0 ? 0 : words / (a.wordsLength * wordsLength);
    if (a.namesLength < FEW || namesLength < FEW) {
      return Math.min(1, byWords * NAMELESS);
    }
    return (byWords + names / (a.namesLength * namesLength)) / 2;
  }

  /**
   * How much the names tell that a text shares with at least half of a story's reports; 0 where
   * there is one report, whose names may all be beside the point.
   */
  double coreNames(Vector a, Open open) {
    Centre centre = open.centre();
    if (open.reports().size() < 2) {
      return 0;
    }
    double sum = 0;
    int i = 0;
    for (int j = 0; j < centre.terms().length; j++) {
      int term = centre.terms()[j];
      while (i < a.terms.length && a.terms[i] < term) {
        i++;
      }
      if (i < a.terms.length && a.terms[i] == term && centre.names()[j] >= CORE) {
        sum += rarity(term, open.postings()[j].size());
      }
    }
    return sum;
  }

  /** How much the names and numbers that two texts share tell, whatever their languages. */
  double sharedNames(Fingerprint a, Fingerprint b) {
    double sum = 0;
    for (int i = 0, j = 0; i < a.namesSize() && j < b.namesSize(); ) {
      int order = Integer.compare(a.name(i), b.name(j));
      sum += order == 0 ? nameRarity(a.name(i)) : 0;
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
}
