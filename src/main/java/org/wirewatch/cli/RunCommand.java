package org.wirewatch.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirewatch.cli.SystemStarter.Role;
import org.wirewatch.cli.SystemStarter.RunOptions;
import org.wirewatch.cli.SystemStarter.RunningSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "run",
    description =
        "Run the whole system: without a configuration on an embedded Kafka broker, the starter feeds and watchlists.")
final class RunCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final SystemStarter starter;

  @Option(names = "--config", paramLabel = "FILE", description = "The configuration file.")
  @Nullable Path config;

  @Option(
      names = "--roles",
      split = ",",
      paramLabel = "ROLE",
      description = "What runs here, of poll, process, notify, serve; all unless given.")
  List<Role> roles = List.of(Role.values());

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "A Kafka of your own instead of the embedded broker.")
  @Nullable String bootstrapServers;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder for everything it keeps; .wirewatch unless given.")
  @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port of the desk; 8080 unless given, 0 for any free one.")
  @Nullable Integer port;

  RunCommand(Terminal terminal, SystemStarter starter) {
    this.terminal = terminal;
    this.starter = starter;
  }

  @Override
  public Integer call() throws InterruptedException {
    RunOptions options =
        new RunOptions(
            Optional.ofNullable(config),
            EnumSet.copyOf(roles),
            Optional.ofNullable(bootstrapServers),
            Optional.ofNullable(data),
            Optional.ofNullable(port));
    RunningSystem system = starter.start(options, terminal);
    Thread hook = new Thread(system::close, "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    Optional<String> failure = system.await();
    system.close();
    failure.ifPresent(terminal::note);
    return failure.isPresent() ? Exit.ENVIRONMENT : Exit.DONE;
  }
}
