package org.wirewatch.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirewatch.config.AppConfig;
import org.wirewatch.config.ConfigPrinter;
import org.wirewatch.config.ConfigReader;
import org.wirewatch.config.Loaded;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code config …}: what the configuration file says. */
@Command(name = "config", description = "Show or check the configuration.")
final class ConfigCommands {
  private ConfigCommands() {}

  static CommandLine of(Terminal terminal) {
    return new CommandLine(new ConfigCommands())
        .addSubcommand(new Show(terminal))
        .addSubcommand(new Check(terminal));
  }

  /** The configuration of a file, or the defaults; a faulty one ends the command. */
  static AppConfig load(@Nullable Path file) {
    if (file == null) {
      return AppConfig.DEFAULT;
    }
    Loaded<AppConfig> loaded = ConfigReader.read(file, System.getenv());
    if (loaded.hasErrors()) {
      throw CommandFault.input(
          String.join("\n", loaded.problems().stream().map(Object::toString).toList()), null);
    }
    return loaded.value();
  }

  @Command(
      name = "show",
      description = "Print the effective configuration, defaults filled in, secrets hidden.")
  static final class Show implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--config", paramLabel = "FILE", description = "The configuration file.")
    @Nullable Path config;

    Show(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      terminal.out().print(ConfigPrinter.print(load(config)));
      return Exit.DONE;
    }
  }

  @Command(name = "check", description = "Report every problem as file:line:column: message.")
  static final class Check implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "1", paramLabel = "FILE")
    @Nullable Path file;

    Check(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      Loaded<AppConfig> loaded =
          ConfigReader.read(java.util.Objects.requireNonNull(file), System.getenv());
      loaded.problems().forEach(p -> terminal.line(p.toString()));
      if (!loaded.hasErrors()) {
        terminal.note("the configuration is sound");
      }
      return loaded.hasErrors() ? Exit.FAULT : Exit.DONE;
    }
  }
}
