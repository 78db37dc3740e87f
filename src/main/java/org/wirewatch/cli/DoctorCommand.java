package org.wirewatch.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirewatch.cli.Checks.Finding;
import org.wirewatch.config.AppConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "doctor",
    description = "Check what Wirewatch needs, one line a check; exit 1 if any fails.")
final class DoctorCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--config", paramLabel = "FILE", description = "The configuration file.")
  @Nullable Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder; .wirewatch unless given.")
  @Nullable Path data;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "The Kafka to ask.")
  @Nullable String bootstrapServers;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "CHECK",
      description = "Only these, of jdk, data, port, broker, topics, senders, feeds, smtp, slack.")
  List<String> only = List.of();

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    AppConfig effective = ConfigCommands.load(config);
    effective = data == null ? effective : effective.withData(data);
    effective =
        bootstrapServers == null ? effective : effective.withBootstrapServers(bootstrapServers);
    Optional<RunState> running = RunState.of(effective.data());
    List<String> unknown = only.stream().filter(c -> !Checks.NAMES.contains(c)).toList();
    if (!unknown.isEmpty()) {
      terminal.note(
          "no check "
              + String.join(", ", unknown)
              + "; there are "
              + String.join(", ", Checks.NAMES));
      return Exit.USAGE;
    }
    boolean sound = true;
    Checks checks = new Checks(effective, running);
    for (String name : Checks.NAMES) {
      if (only.isEmpty() || only.contains(name)) {
        for (Finding finding : checks.check(name)) {
          terminal.line(
              "%-4s %-7s %s".formatted(finding.ok() ? "ok" : "FAIL", name, finding.says()));
          terminal.out().flush();
          sound &= finding.ok();
        }
      }
    }
    return sound ? Exit.DONE : Exit.FAULT;
  }
}
