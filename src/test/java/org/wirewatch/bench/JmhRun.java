package org.wirewatch.bench;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the JMH benchmarks of a class, each in a JVM of its own. */
public final class JmhRun {
  /** Whether one short round is enough. */
  private static boolean quick;

  private JmhRun() {}

  /** From now on, one round of a second after one to warm up: figures that only say how much. */
  static void quick() {
    quick = true;
  }

  /** Operations per second of processor time, by the name of the benchmark method. */
  public static Map<String, Double> perSecond(Class<?> benchmarks, Map<String, String> parameters)
      throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + benchmarks.getName().replace(".", "\\.") + "\\.")
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true);
    if (quick) {
      options.warmupIterations(1).measurementIterations(1).measurementTime(TimeValue.seconds(1));
    }
    parameters.forEach(options::param);
    Map<String, Double> rates = new HashMap<>();
    for (RunResult run : new Runner(options.build()).run()) {
      String name = run.getParams().getBenchmark();
      rates.put(name.substring(name.lastIndexOf('.') + 1), rate(run));
    }
    return rates;
  }

  private static double rate(RunResult run) {
    double done = 0;
    double nanos = 0;
    for (var fork : run.getBenchmarkResults()) {
      for (var iteration : fork.getIterationResults()) {
        done += sum(iteration.getRawSecondaryResults().get("done"));
        nanos += sum(iteration.getRawSecondaryResults().get("nanos"));
      }
    }
    return done * 1e9 / nanos;
  }

  @SuppressWarnings("rawtypes") // as JMH hands them out
  private static double sum(Collection<Result> results) {
    return results.stream().mapToDouble(Result::getScore).sum();
  }
}
