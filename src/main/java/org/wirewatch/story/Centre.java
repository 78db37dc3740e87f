package org.wirewatch.story;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.wirewatch.text.Fingerprint;

/**
 * The terms that a story's reports have in common, each with the share of reports that have it and
 * how often they do. At most {@value #MOST} terms: those in most reports. Immutable.
 */
final class Centre {
  private static final int MOST = 160;

  /** Reports after the first few move the centre little, so that a story does not drift. */
  private static final int HEAVIEST = 20;

  private final int[] terms;
  private final float[] weights;
  private final int reports;

  private Centre(int[] terms, float[] weights, int reports) {
    this.terms = terms;
    this.weights = weights;
    this.reports = reports;
  }

  static Centre of(Fingerprint print) {
    int[] terms = new int[print.size()];
    float[] weights = new float[terms.length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = print.term(i);
      weights[i] = damped(print.count(i));
    }
    return new Centre(terms, weights, 1);
  }

  static float damped(int count) {
    return (float) (1 + Math.log(count));
  }

  /** The centre with one more report. */
  Centre with(Fingerprint print) {
    return with(of(print));
  }

  /** The centre of the reports of both. */
  Centre with(Centre other) {
    int mine = Math.min(reports, HEAVIEST);
    int theirs = Math.min(other.reports, HEAVIEST);
    float all = mine + theirs;
    TreeMap<Integer, Float> sum = new TreeMap<>();
    for (int i = 0; i < terms.length; i++) {
      sum.put(terms[i], weights[i] * mine / all);
    }
    for (int i = 0; i < other.terms.length; i++) {
      sum.merge(other.terms[i], other.weights[i] * theirs / all, Float::sum);
    }
    int[] keys = sum.keySet().stream().mapToInt(Integer::intValue).toArray();
    int[] kept =
        IntStream.range(0, keys.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -sum.getOrDefault(keys[i], 0f)))
            .limit(MOST)
            .mapToInt(i -> keys[i])
            .sorted()
            .toArray();
    float[] means = new float[kept.length];
    for (int i = 0; i < kept.length; i++) {
      means[i] = sum.getOrDefault(kept[i], 0f);
    }
    return new Centre(kept, means, reports + other.reports);
  }

  int[] terms() {
    return terms;
  }

  float[] weights() {
    return weights;
  }

  String encoded() {
    ByteBuffer out = ByteBuffer.allocate(8 + terms.length * 8);
    out.putInt(reports).putInt(terms.length);
    for (int i = 0; i < terms.length; i++) {
      out.putInt(terms[i]).putFloat(weights[i]);
    }
    return Base64.getEncoder().withoutPadding().encodeToString(out.array());
  }

  static Centre decoded(String text) {
    ByteBuffer in = ByteBuffer.wrap(Base64.getDecoder().decode(text));
    int reports = in.getInt();
    int[] terms = new int[in.getInt()];
    float[] weights = new float[terms.length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = in.getInt();
      weights[i] = in.getFloat();
    }
    return new Centre(terms, weights, reports);
  }

  @Override
  public String toString() {
    return "Centre[" + reports + " reports, " + Arrays.toString(terms) + "]";
  }
}
