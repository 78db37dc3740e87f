package org.wirewatch.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.wirewatch.json.Json;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code wirewatch bench} starts where there are sources. */
@Command(
    name = "wirewatch bench",
    mixinStandardHelpOptions = true,
    description = "Measure speed, memory and accuracy; a table, or JSON a row.")
public final class BenchMain implements Callable<Integer> {
  private static final int FAULT = 1;

  /** How rows are printed. */
  enum Format {
    TEXT,
    JSON
  }

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "Only those that begin so.")
  String name = "";

  @Option(names = "--format", description = "text (a table) or json (one object a line)")
  Format format = Format.TEXT;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  /** Exit code 0: every budget kept; 1: not; 2: no such benchmark. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new BenchMain()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    List<Bench> benches = Benchmarks.named(name);
    if (benches.isEmpty()) {
      System.err.println(
          "wirewatch: no benchmark '"
              + name
              + "'; there are "
              + String.join(", ", Benchmarks.names()));
      return CommandLine.ExitCode.USAGE;
    }
    if (format == Format.TEXT) {
      out.print(BenchTable.head());
    }
    boolean kept = true;
    for (Bench bench : benches) {
      System.err.println("wirewatch: measuring " + bench.name() + " …");
      for (BenchRow row : bench.run()) {
        out.print(
            format == Format.JSON
                ? Json.mapper().writeValueAsString(row) + "\n"
                : BenchTable.line(row));
        kept &= row.ok();
      }
    }
    return kept ? 0 : FAULT;
  }
}
