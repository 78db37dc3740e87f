package org.wirewatch.story;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
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

  private record Weight(float all, float name) {
    Weight plus(Weight other) {
      return new Weight(all + other.all, name + other.name);
    }
  }

  /** The centre of the reports of both. */
  Centre with(Centre other) {
    float mine = Math.min(reports, HEAVIEST);
    float theirs = Math.min(other.reports, HEAVIEST);
    TreeMap<Integer, Weight> sum = new TreeMap<>();
    addTo(sum, mine / (mine + theirs));
    other.addTo(sum, theirs / (mine + theirs));
    int[] keys = sum.keySet().stream().mapToInt(Integer::intValue).toArray();
    Weight[] all = sum.values().toArray(Weight[]::new);
    int[] kept =
        IntStream.range(0, keys.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -all[i].all()))
            .limit(MOST)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    int[] terms = new int[kept.length];
    float[] weights = new float[kept.length];
    float[] names = new float[kept.length];
    for (int i = 0; i < kept.length; i++) {
      terms[i] = keys[kept[i]];
      weights[i] = all[kept[i]].all();
      names[i] = all[kept[i]].name();
    }
    return new Centre(terms, weights, names, reports + other.reports);
  }

  private void addTo(Map<Integer, Weight> sum, float share) {
    for (int i = 0; i < terms.length; i++) {
      sum.merge(terms[i], new Weight(weights[i] * share, names[i] * share), Weight::plus);
    }
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
