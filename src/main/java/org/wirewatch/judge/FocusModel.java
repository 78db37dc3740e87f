package org.wirewatch.judge;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Logistic regression over {@link Feature}: how sure a desk editor would file the item. Immutable.
 */
final class FocusModel {
  private static final FocusModel BUILT_IN = read("focus.tsv");

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
