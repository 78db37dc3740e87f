package org.wirewatch.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Learns the weights of {@code focus.tsv} from the development items and prints how they do on the
 * held-out ones. Run it from the project's folder after a change of the features:
 *
 * <pre>{@code
 * mvn -q -o test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=org.wirewatch.judge.FocusTrainer
 * }</pre>
 */
final class FocusTrainer {
  private static final Path WEIGHTS = Path.of("src/main/resources/org/wirewatch/judge/focus.tsv");

  /** Pulls the weights towards zero; the bias is free. */
  private static final double RIDGE = 2;

  private static final int ROUNDS = 40;

  /** Below one half: an item that a desk misses costs more than one too many. */
  private static final double THRESHOLD = 0.35;

  private FocusTrainer() {}

  public static void main(String[] args) throws IOException {
    ItemReader reader = new ItemReader();
    Map<Feature, Double> weights = train(reader, LabelledItems.development());
    FocusModel model = new FocusModel(weights, THRESHOLD);
    Score development = score(reader, model, LabelledItems.development());
    Score heldOut = score(reader, model, LabelledItems.heldOut());
    StringBuilder out = new StringBuilder();
    out.append("# Weights of what makes an item about a country or a person, see Feature.\n");
    out.append("# Learnt by FocusTrainer from the project's own items. Development: ")
        .append(development)
        .append("; held out: ")
        .append(heldOut)
        .append(".\nthreshold\t")
        .append(THRESHOLD)
        .append('\n');
    weights.forEach((feature, weight) ->
        out.append(feature.name().toLowerCase(Locale.ROOT)).append("\t%.3f%n".formatted(weight)));
    Files.writeString(WEIGHTS, out);
    System.out.println("development " + development);
    System.out.println("held out    " + heldOut);
  }

  /** How well a model tells what items are about. */
  static Score score(ItemReader reader, FocusModel model, List<LabelledItems.Labelled> items) {
    Score score = new Score();
    for (LabelledItems.Labelled labelled : items) {
      labelled
          .about()
          .ifPresent(gold -> {
            Set<String> about = new TreeSet<>();
            LabelledItems.features(reader, labelled.item())
                .forEach(row -> {
                  if (model.isAbout(model.salience(row.getValue()))) {
                    about.add(row.getKey());
                  }
                });
            score.add(about, gold);
          });
    }
    return score;
  }

  private static Map<Feature, Double> train(ItemReader reader, List<LabelledItems.Labelled> items) {
    Feature[] features = Feature.values();
    List<double[]> rows = new ArrayList<>();
    List<Double> gold = new ArrayList<>();
    for (LabelledItems.Labelled labelled : items) {
      labelled
          .about()
          .ifPresent(about -> {
            for (Map.Entry<String, Map<Feature, Double>> row :
                LabelledItems.features(reader, labelled.item())) {
              double[] values = new double[features.length];
              for (int i = 0; i < values.length; i++) {
                values[i] = row.getValue().getOrDefault(features[i], 0.0);
              }
              rows.add(values);
              gold.add(about.contains(row.getKey()) ? 1.0 : 0.0);
            }
          });
    }
    double[] weights = new double[features.length];
    for (int round = 0; round < ROUNDS; round++) {
      step(rows, gold, weights);
    }
    Map<Feature, Double> learnt = new EnumMap<>(Feature.class);
    for (int i = 0; i < weights.length; i++) {
      learnt.put(features[i], weights[i]);
    }
    return learnt;
  }

  /** One step of Newton's method on the penalised likelihood. */
  private static void step(List<double[]> rows, List<Double> gold, double[] weights) {
    int n = weights.length;
    double[][] system = new double[n][n + 1];
    for (int r = 0; r < rows.size(); r++) {
      double[] row = rows.get(r);
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += row[i] * weights[i];
      }
      double p = 1 / (1 + Math.exp(-sum));
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          system[i][j] += p * (1 - p) * row[i] * row[j];
        }
        system[i][n] += row[i] * (gold.get(r) - p);
      }
    }
    for (int i = 0; i < n; i++) {
      double ridge = i == 0 ? 1e-3 : RIDGE;
      system[i][i] += ridge;
      system[i][n] -= ridge * weights[i];
    }
    double[] change = solve(system);
    for (int i = 0; i < n; i++) {
      weights[i] += change[i];
    }
  }

  /** Gauss-Jordan elimination; the system is positive definite. */
  private static double[] solve(double[][] system) {
    int n = system.length;
    for (int i = 0; i < n; i++) {
      double pivot = system[i][i];
      for (int j = i; j <= n; j++) {
        system[i][j] /= pivot;
      }
      for (int k = 0; k < n; k++) {
        double factor = k == i ? 0 : system[k][i];
        for (int j = i; factor != 0 && j <= n; j++) {
          system[k][j] -= factor * system[i][j];
        }
      }
    }
    double[] solution = new double[n];
    for (int i = 0; i < n; i++) {
      solution[i] = system[i][n];
    }
    return solution;
  }
}
