package org.wirewatch.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known word that a misspelt one was probably meant to be. */
final class Nearest {
  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  private Nearest() {}

  private static final int SLIPS = 2;

  /**
   * The closest of {@code known}, where it differs by a slip of the finger or a third of its
   * letters.
   */
  static Optional<String> to(String word, Collection<String> known) {
    String lower = word.toLowerCase(Locale.ROOT);
    return known.stream()
        .min(Comparator.comparingInt((String k) -> distance(lower, k)).thenComparing(k -> k))
        .filter(
            k -> distance(lower, k) <= Math.min(k.length() / 2, Math.max(SLIPS, k.length() / 3)));
  }

  private static int distance(String lower, String known) {
    return DISTANCE.apply(lower, known.toLowerCase(Locale.ROOT));
  }
}
