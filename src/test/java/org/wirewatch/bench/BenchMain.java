package org.wirewatch.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--corpus",
      paramLabel = "PATH",
      description = "Also match over these items: a file or folder of what match reads.")
  @Nullable Path corpus;

  @Option(
      names = "--quick",
      description = "Only what takes less than half a minute, with fewer rounds; rougher figures.")
  boolean quick;

  private int unmeasured;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  /** Exit code 0: every budget kept; 1: not, or not measured; 2: no such benchmark. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new BenchMain()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  @Override
  public Integer call() {
    if (corpus != null && !Files.isReadable(corpus)) {
      System.err.println("wirewatch: " + corpus + ": there is no such file or folder");
      return CommandLine.ExitCode.USAGE;
    }
    if (quick) {
      JmhRun.quick();
    }
    List<Bench> benches =
        Benchmarks.named(name, corpus).stream().filter(bench -> !quick || !bench.isLong()).toList();
    if (benches.isEmpty()) {
      System.err.println(
          "wirewatch: no benchmark '"
              + name
              + (quick ? "' among the quick" : "'")
              + "; there are "
              + String.join(", ", Benchmarks.names()));
      return CommandLine.ExitCode.USAGE;
    }
    if (format == Format.TEXT) {
      out.print(BenchTable.head());
    }
    boolean kept = true;
    for (Bench bench : benches) {
      System.err.println("wirewatch: measuring " + bench.name() + " …");
      for (BenchRow row : rows(bench)) {
        out.print(
            format == Format.JSON
                ? Json.mapper().writeValueAsString(row) + "\n"
                : BenchTable.line(row));
        kept &= row.ok();
      }
    }
    return kept && unmeasured == 0 ? 0 : FAULT;
  }

  /** What a benchmark measured; nothing where it failed, which costs the others nothing. */
  private List<BenchRow> rows(Bench bench) {
    try {
      return bench.run();
    } catch (Exception | AssertionError | OutOfMemoryError e) {
      unmeasured++;
      System.err.println("wirewatch: " + bench.name() + " was not measured: " + reason(e));
      return List.of();
    }
  }

  private static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}
