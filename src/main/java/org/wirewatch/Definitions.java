package org.wirewatch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.wirewatch.cli.SystemStarter.RunOptions;
import org.wirewatch.config.AppConfig;
import org.wirewatch.config.ConfigReader;
import org.wirewatch.config.FeedFileReader;
import org.wirewatch.config.Loaded;
import org.wirewatch.config.Problem;
import org.wirewatch.config.WatchlistReader;
import org.wirewatch.json.Json;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.model.Watchlist;

/**
 * What the user's files say at one moment: the configuration, the watchlists and the feeds.
 *
 * @param files those that were read, to be watched for changes
 */
record Definitions(
    AppConfig config, List<Watchlist> watchlists, List<FeedDefinition> feeds, List<Path> files) {

  /** The configuration alone, with what the command line says on top. */
  static Loaded<AppConfig> config(RunOptions options) {
    Loaded<AppConfig> loaded =
        options
            .config()
            .map(f -> ConfigReader.read(f, System.getenv()))
            .orElse(new Loaded<>(AppConfig.DEFAULT, List.of()));
    AppConfig config = loaded.value();
    config = options.data().map(config::withData).orElse(config);
    config = options.bootstrapServers().map(config::withBootstrapServers).orElse(config);
    config = options.port().map(config::withPort).orElse(config);
    return new Loaded<>(config, loaded.problems());
  }

  /** Everything; what is configured nowhere comes from the starter files in the data folder. */
  static Loaded<Definitions> read(RunOptions options, DataFolder data) {
    Loaded<AppConfig> config = config(options);
    List<Problem> problems = new ArrayList<>(config.problems());
    AppConfig c = config.value();
    List<Path> watchlistFiles =
        c.starters().watchlists() ? List.of(data.starter("watchlists.yaml")) : c.watchlistFiles();
    List<Path> feedFiles =
        c.starters().feeds() ? List.of(data.starter("feeds.yaml")) : c.feedFiles();
    Map<String, Watchlist> watchlists = new LinkedHashMap<>();
    c.watchlists().forEach(w -> watchlists.put(w.id(), w));
    Loaded<List<Watchlist>> read = WatchlistReader.read(watchlistFiles);
    problems.addAll(read.problems());
    read.value().forEach(w -> watchlists.put(w.id(), w));
    Map<String, FeedDefinition> feeds = new LinkedHashMap<>();
    c.feeds().forEach(f -> feeds.put(f.url(), f));
    for (Path file : feedFiles) {
      Loaded<List<FeedDefinition>> loaded = FeedFileReader.read(file);
      problems.addAll(loaded.problems());
      loaded.value().forEach(f -> feeds.put(f.url(), f));
    }
    List<Path> files =
        Stream.of(
                options.config().map(List::of).orElse(List.of()),
                watchlistFiles,
                feedFiles,
                c.alsoRead())
            .flatMap(List::stream)
            .toList();
    return new Loaded<>(
        new Definitions(c, List.copyOf(watchlists.values()), List.copyOf(feeds.values()), files),
        problems);
  }

  /** The same with one more feed. */
  Definitions withFeed(Optional<FeedDefinition> feed) {
    return new Definitions(
        config, watchlists, Stream.concat(feeds.stream(), feed.stream()).toList(), files);
  }

  /** As the topic of watchlists holds them. */
  Map<String, byte[]> watchlistsById() {
    Map<String, byte[]> map = new LinkedHashMap<>();
    watchlists.forEach(w -> map.put(w.id(), Json.mapper().writeValueAsBytes(w)));
    return map;
  }

  Map<String, FeedDefinition> feedsByUrl() {
    Map<String, FeedDefinition> map = new LinkedHashMap<>();
    feeds.forEach(f -> map.put(f.url(), f));
    return map;
  }
}
