package org.wirewatch.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirewatch.config.AppConfig;
import org.wirewatch.config.FeedFileReader;
import org.wirewatch.config.Loaded;
import org.wirewatch.config.Problem;
import org.wirewatch.config.WrittenFiles;
import org.wirewatch.model.FeedDefinition;

/**
 * The feeds of a configuration, where they are written, and the system that polls them, if one
 * runs.
 */
final class Subscriptions {
  private static final String STARTER = "feeds.yaml";
  private static final int PATIENCE_MS = 5_000;

  private final AppConfig config;

  Subscriptions(AppConfig config) {
    this.config = config;
  }

  /** Each feed once, in the order of the files. A faulty file ends the command. */
  List<FeedDefinition> feeds() {
    Map<String, FeedDefinition> feeds = new LinkedHashMap<>();
    config.feeds().forEach(f -> feeds.put(f.url(), f));
    for (Path file : files()) {
      read(file).forEach(f -> feeds.putIfAbsent(f.url(), f));
    }
    return List.copyOf(feeds.values());
  }

  private List<Path> files() {
    return config.starters().feeds() ? List.of(config.data().resolve(STARTER)) : config.feedFiles();
  }

  private List<FeedDefinition> read(Path file) {
    Loaded<List<FeedDefinition>> loaded =
        isStarter(file)
            ? FeedFileReader.read(STARTER, WrittenFiles.starter(STARTER))
            : FeedFileReader.read(file);
    if (loaded.hasErrors()) {
      List<String> errors =
          loaded.problems().stream().filter(Problem::isError).map(Problem::toString).toList();
      throw CommandFault.input(String.join("\n", errors), null);
    }
    return loaded.value();
  }

  /** Whether a file is not there yet, and a running system would begin with the starter feeds. */
  private boolean isStarter(Path file) {
    return file.equals(config.data().resolve(STARTER)) && !Files.exists(file);
  }

  /**
   * The file that new feeds are written to.
   *
   * @throws CommandFault if the configuration names none
   */
  Path target() {
    List<Path> files = files();
    if (files.isEmpty()) {
      throw CommandFault.input(
          "the configuration has its feeds written in; let it name a file for more: feeds: [feeds.yaml]",
          null);
    }
    return files.getFirst();
  }

  /** What the target says now, or would say once a system had been started. */
  String targetText() {
    Path file = target();
    return isStarter(file) ? WrittenFiles.starter(STARTER) : WrittenFiles.content(file);
  }

  /** How to reach the brokers of the system that polls the feeds; empty where none is known. */
  Optional<Map<String, Object>> kafka() {
    return Optional.ofNullable(config.kafka().bootstrapServers())
        .or(() -> RunState.of(config.data()).map(RunState::bootstrapServers))
        .map(servers -> {
          Map<String, Object> client = new HashMap<>(config.kafka().client());
          client.put("bootstrap.servers", servers);
          client.put("default.api.timeout.ms", PATIENCE_MS);
          client.put("request.timeout.ms", PATIENCE_MS);
          return client;
        });
  }

  /** The addresses of feeds, told apart as people do: with or without TLS, slash, capitals. */
  static String sameness(String url) {
    String rest = url.strip().replaceFirst("(?i)^https?://", "").replaceFirst("#.*$", "");
    int path = rest.indexOf('/');
    String host = path < 0 ? rest : rest.substring(0, path);
    String after = path < 0 ? "" : rest.substring(path).replaceFirst("/$", "");
    return host.toLowerCase(java.util.Locale.ROOT) + after;
  }

  static List<String> samenesses(List<FeedDefinition> feeds) {
    List<String> all = new ArrayList<>();
    feeds.forEach(f -> all.add(sameness(f.url())));
    return all;
  }
}
