package org.wirewatch.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.wirewatch.config.Loaded;
import org.wirewatch.config.WatchlistReader;
import org.wirewatch.model.Watchlist;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code watchlist …}: what can be done with watchlist files. */
@Command(name = "watchlist", description = "Check watchlist files, and try them on the past.")
final class WatchlistCommands {
  private WatchlistCommands() {}

  static CommandLine of(Terminal terminal) {
    return new CommandLine(new WatchlistCommands())
        .addSubcommand(new Check(terminal))
        .addSubcommand(new BackTestCommand(terminal));
  }

  @Command(name = "check", description = "Report every problem as file:line:column: message.")
  static final class Check implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    List<Path> files = List.of();

    Check(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      Loaded<List<Watchlist>> loaded = WatchlistReader.read(files);
      loaded.problems().forEach(p -> terminal.line(p.toString()));
      if (!loaded.hasErrors()) {
        int entries = loaded.value().stream().mapToInt(w -> w.entries().size()).sum();
        terminal.note(loaded.value().size() + " watchlists with " + entries + " entries, sound");
      }
      return loaded.hasErrors() ? Exit.FAULT : Exit.DONE;
    }
  }
}
