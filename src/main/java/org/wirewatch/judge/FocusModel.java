package org.wirewatch.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Logistic regression over {@link Feature}: how sure a desk editor would file the item. Immutable.
 */
final class FocusModel {
  private static final FocusModel BUILT_IN = read("focus.tsv");

  /** Log-odds too small to tell anybody of. */
  private static final double LEAST = 0.005;

  private final Map<Feature, Double> weights;
  private final double threshold;

  FocusModel(Map<Feature, Double> weights, double threshold) {
    this.weights = new EnumMap<>(weights);
    this.threshold = threshold;
  }

  static FocusModel builtIn() {
    return BUILT_IN;
  }

  /** In [0,1]. */
  double salience(Map<Feature, Double> features) {
    double sum = 0;
    for (Map.Entry<Feature, Double> feature : features.entrySet()) {
      sum += feature.getValue() * weights.getOrDefault(feature.getKey(), 0.0);
    }
    return 1 / (1 + Math.exp(-sum));
  }

  boolean isAbout(double salience) {
    return salience >= threshold;
  }

  /** From which salience on an item is about something. */
  double threshold() {
    return threshold;
  }

  /**
   * What each feature moved, in log-odds, the heaviest first; those that moved nothing left out.
   */
  List<Weighed> contributions(Map<Feature, Double> features) {
    List<Weighed> parts = new ArrayList<>();
    features.forEach((feature, value) -> {
      double moved = value * weights.getOrDefault(feature, 0.0);
      if (Math.abs(moved) >= LEAST) {
        parts.add(
            new Weighed(
                feature.name().toLowerCase(Locale.ROOT), null, Math.round(moved * 1000) / 1000.0));
      }
    });
    parts.sort(Comparator.comparingDouble(part -> -Math.abs(part.weight())));
    return parts;
  }

  /** Lines of a feature and its weight, and one of the threshold. */
  private static FocusModel read(String name) {
    Map<Feature, Double> weights = new EnumMap<>(Feature.class);
    double threshold = 0.5;
    for (String line : DataFile.text(name).lines().toList()) {
      int tab = line.indexOf('\t');
      if (line.startsWith("#") || tab < 0) {
        continue;
      }
      double value = Double.parseDouble(line.substring(tab + 1));
      String feature = line.substring(0, tab);
      if (feature.equals("threshold")) {
        threshold = value;
      } else {
        weights.put(Feature.valueOf(feature.toUpperCase(Locale.ROOT)), value);
      }
    }
    return new FocusModel(weights, threshold);
  }
}
