package org.wirewatch.story;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.IntStream;
import org.wirewatch.text.Fingerprint;

/**
 * The terms that a story's reports have in common: for each how often reports have it, on average
 * and damped, and the share of that in which it stands as a name or number. At most {@value #MOST}
 * terms, those that weigh most. Immutable.
 */
final class Centre {
  private static final int MOST = 192;

  /** Reports after the first few move the centre little, so that a story does not drift. */
  private static final int HEAVIEST = 20;

  private final int[] terms;
  private final float[] weights;
  private final float[] names;
  private final int reports;

  private Centre(int[] terms, float[] weights, float[] names, int reports) {
    this.terms = terms;
    this.weights = weights;
    this.names = names;
    this.reports = reports;
  }

  static Centre of(Fingerprint print) {
    int[] terms = new int[print.size()];
    float[] weights = new float[terms.length];
    float[] names = new float[terms.length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = print.term(i);
      weights[i] = (float) (1 + Math.log(print.count(i)));
      names[i] = print.isName(i) ? weights[i] : 0;
    }
    return new Centre(terms, weights, names, 1);
  }

  /** The centre of the reports of both. */
  Centre with(Centre other) {
    float mine = Math.min(reports, HEAVIEST);
    float theirs = Math.min(other.reports, HEAVIEST);
    float all = mine + theirs;
    int most = terms.length + other.terms.length;
    Centre sum = new Centre(new int[most], new float[most], new float[most], 0);
    int size = 0;
    for (int i = 0, j = 0; i < terms.length || j < other.terms.length; size++) {
      int term = Math.min(termAt(i), other.termAt(j));
      sum.terms[size] = term;
      if (i < terms.length && terms[i] == term) {
        sum.add(size, this, i++, mine / all);
      }
      if (j < other.terms.length && other.terms[j] == term) {
        sum.add(size, other, j++, theirs / all);
      }
    }
    return sum.heaviest(size, reports + other.reports);
  }

  private int termAt(int i) {
    return i < terms.length ? terms[i] : Integer.MAX_VALUE;
  }

  private void add(int at, Centre from, int i, float share) {
    weights[at] += from.weights[i] * share;
    names[at] += from.names[i] * share;
  }

  /** The terms that weigh most of the first {@code size}; of the lightest the smaller ones. */
  private Centre heaviest(int size, int ofReports) {
    int[] kept = IntStream.range(0, size).toArray();
    if (size > MOST) {
      // Weights are positive, and the bits of positive floats are ordered as they are.
      kept =
          IntStream.range(0, size)
              .mapToLong(i -> ((long) -Float.floatToIntBits(weights[i]) << 32) | i)
              .sorted()
              .limit(MOST)
              .mapToInt(key -> (int) key)
              .sorted()
              .toArray();
    }
    Centre heaviest =
        new Centre(new int[kept.length], new float[kept.length], new float[kept.length], ofReports);
    for (int i = 0; i < kept.length; i++) {
      heaviest.terms[i] = terms[kept[i]];
      heaviest.weights[i] = weights[kept[i]];
      heaviest.names[i] = names[kept[i]];
    }
    return heaviest;
  }

  int[] terms() {
    return terms;
  }

  /** How often reports have each term. */
  float[] weights() {
    return weights;
  }

  /** How often reports have each term as a name or number. */
  float[] names() {
    return names;
  }

  String encoded() {
    ByteBuffer out = ByteBuffer.allocate(8 + terms.length * 12);
    out.putInt(reports).putInt(terms.length);
    for (int i = 0; i < terms.length; i++) {
      out.putInt(terms[i]).putFloat(weights[i]).putFloat(names[i]);
    }
    return Base64.getEncoder().withoutPadding().encodeToString(out.array());
  }

  static Centre decoded(String text) {
    ByteBuffer in = ByteBuffer.wrap(Base64.getDecoder().decode(text));
    int reports = in.getInt();
    int[] terms = new int[in.getInt()];
    float[] weights = new float[terms.length];
    float[] names = new float[terms.length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = in.getInt();
      weights[i] = in.getFloat();
      names[i] = in.getFloat();
    }
    return new Centre(terms, weights, names, reports);
  }

  @Override
  public String toString() {
    return "Centre[" + reports + " reports, " + Arrays.toString(terms) + "]";
  }
}
