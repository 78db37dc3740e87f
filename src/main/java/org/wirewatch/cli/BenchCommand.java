package org.wirewatch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Says why there are no benchmarks here: they are part of the tests, with their peers, and the
 * launcher starts them itself where there are sources.
 */
@Command(
    name = "bench",
    description = "Measure speed, memory and accuracy; needs the sources, not only the jar.")
final class BenchCommand implements Callable<Integer> {
  /** Taken, so that every use ends with the same answer. */
  @Parameters(arity = "0..*", paramLabel = "NAME")
  List<String> names = new ArrayList<>();

  @picocli.CommandLine.Option(names = "--format", paramLabel = "FORMAT")
  OutputFormat format = OutputFormat.TEXT;

  @Override
  public Integer call() {
    throw CommandFault.environment(
        "the benchmarks are built from the sources, which are not here; run ./wirewatch bench in a"
            + " checkout of the project",
        null);
  }
}
