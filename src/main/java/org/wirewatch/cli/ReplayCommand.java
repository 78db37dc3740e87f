package org.wirewatch.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirewatch.config.AppConfig;
import org.wirewatch.json.Json;
import org.wirewatch.judge.Judge;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Notification;
import org.wirewatch.model.Watchlist;
import org.wirewatch.route.Routing;
import org.wirewatch.topology.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "replay",
    description =
        "Run recorded items through the same topology, in their own time, and print every alert revision.")
final class ReplayCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "-w",
      paramLabel = "FILE",
      description = "Watchlist files; the starter watchlists unless given.")
  List<Path> watchlists = List.of();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "A configuration whose watchlists are used; where it routes alerts, what would have been"
              + " sent to whom is printed too.")
  @Nullable Path config;

  @Option(
      names = "--format",
      paramLabel = "json|text",
      description = "One JSON object a revision, or text for people.")
  OutputFormat format = OutputFormat.TEXT;

  @Parameters(
      arity = "0..*",
      paramLabel = "INPUT",
      description = "Files or folders; - or none is standard input.")
  List<String> inputs = List.of();

  private int faults;

  ReplayCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    AppConfig configured = ConfigCommands.load(config);
    List<Watchlist> watched = watchlists(configured);
    Routing routing = configured.routing().equals(Routing.DEFAULT) ? null : configured.routing();
    try (Replay replay = Replay.of(watched, Judge.of(watched)::screen, routing);
        AheadRun<Replay.Ahead> run =
            new AheadRun<>(
                terminal, this::fault, replay::judge, ahead -> print(replay.feed(ahead), replay))) {
      run.read(inputs);
      print(replay.finish(), replay);
    }
    return faults > 0 ? Exit.FAULT : Exit.DONE;
  }

  /**
   * Those of the files named, else those of the configuration, in files and written out, else the
   * starter ones.
   */
  private List<Watchlist> watchlists(AppConfig configured) {
    if (!watchlists.isEmpty() || configured.starters().watchlists()) {
      return WatchlistFiles.load(watchlists.isEmpty() ? configured.watchlistFiles() : watchlists);
    }
    List<Watchlist> all = new ArrayList<>(configured.watchlists());
    if (!configured.watchlistFiles().isEmpty()) {
      all.addAll(WatchlistFiles.load(configured.watchlistFiles()));
    }
    return all;
  }

  private void fault(String message) {
    faults++;
    terminal.note(message);
  }

  private void print(List<Alert> revisions, Replay replay) {
    revisions.forEach(this::print);
    replay.notifications().forEach(this::print);
  }

  private void print(Notification sent) {
    terminal.line(
        switch (format) {
          case JSON -> Json.mapper().writeValueAsString(sent);
          case TEXT ->
              "%s    -> %s: %s (%s)%s"
                  .formatted(
                      sent.created(),
                      sent.receiver(),
                      sent.alerts().getFirst().headline(),
                      word(sent.form()),
                      sent.why().isEmpty() ? "" : " because " + String.join(", ", sent.why()));
        });
  }

  private void print(Alert alert) {
    terminal.line(
        switch (format) {
          case JSON -> Json.mapper().writeValueAsString(alert);
          case TEXT ->
              "%s  %-8s %-14s %s  %s (%s, %s)"
                  .formatted(
                      alert.times().revised(),
                      word(alert.severity()),
                      word(alert.change()),
                      alert.entry(),
                      alert.headline(),
                      Counted.of(alert.story().items(), "report", "reports"),
                      Counted.of(alert.story().originals(), "original", "originals"));
        });
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
