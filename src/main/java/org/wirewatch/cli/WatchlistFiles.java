package org.wirewatch.cli;

import java.nio.file.Path;
import java.util.List;
import org.wirewatch.config.Loaded;
import org.wirewatch.config.Problem;
import org.wirewatch.config.WatchlistReader;
import org.wirewatch.config.WrittenFiles;
import org.wirewatch.model.Watchlist;

/** The watchlists that a one-shot command works with. */
final class WatchlistFiles {
  private WatchlistFiles() {}

  /**
   * Those of the files, or the starter ones where none is named; a faulty file ends the command.
   */
  static List<Watchlist> load(List<Path> files) {
    Loaded<List<Watchlist>> loaded =
        files.isEmpty()
            ? WatchlistReader.read("watchlists.yaml", WrittenFiles.starter("watchlists.yaml"))
            : WatchlistReader.read(files);
    if (loaded.hasErrors()) {
      List<String> errors =
          loaded.problems().stream().filter(Problem::isError).map(Problem::toString).toList();
      throw CommandFault.input(String.join("\n", errors), null);
    }
    return loaded.value();
  }
}
