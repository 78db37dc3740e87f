package org.wirewatch.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.model.TopicNames;
import org.wirewatch.model.Watchlist;
import org.wirewatch.notify.NotifyConfig;
import org.wirewatch.poll.PollConfig;
import org.wirewatch.route.Routing;
import org.wirewatch.serve.DeskConfig;
import org.wirewatch.story.StoryLimits;

/**
 * Everything configured: one record of every package's own. Immutable.
 *
 * @param data the folder that everything is kept in
 * @param watchlistFiles files of watchlists, absolute or from the configuration's folder
 * @param watchlists those written into the configuration itself
 * @param feedFiles files of feeds
 * @param feeds those written into the configuration itself
 * @param starters of what nothing is said, so that the starter files are read; an empty list is
 *     none
 * @param alsoRead the files that secrets and templates were taken from, as they were named
 */
public record AppConfig(
    Path data,
    Kafka kafka,
    List<Path> watchlistFiles,
    List<Watchlist> watchlists,
    List<Path> feedFiles,
    List<FeedDefinition> feeds,
    Starters starters,
    PollConfig intake,
    StoryLimits stories,
    NotifyConfig telling,
    Routing routing,
    DeskConfig serve,
    List<Path> alsoRead) {

  /** A system without a configuration file. */
  public static final AppConfig DEFAULT =
      new AppConfig(
          Path.of(".wirewatch"),
          Kafka.DEFAULT,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          new Starters(true, true),
          PollConfig.DEFAULT,
          StoryLimits.DEFAULT,
          NotifyConfig.DEFAULT,
          Routing.DEFAULT,
          DeskConfig.DEFAULT,
          List.of());

  /** Whether the starter watchlists and the starter feeds are in force. */
  public record Starters(boolean watchlists, boolean feeds) {}

  public AppConfig {
    watchlistFiles = List.copyOf(watchlistFiles);
    watchlists = List.copyOf(watchlists);
    feedFiles = List.copyOf(feedFiles);
    feeds = List.copyOf(feeds);
    alsoRead = List.copyOf(alsoRead);
  }

  public AppConfig withData(Path folder) {
    return new AppConfig(
        folder,
        kafka,
        watchlistFiles,
        watchlists,
        feedFiles,
        feeds,
        starters,
        intake,
        stories,
        telling,
        routing,
        serve,
        alsoRead);
  }

  public AppConfig withBootstrapServers(String servers) {
    return new AppConfig(
        data,
        new Kafka(servers, kafka.prefix(), kafka.client()),
        watchlistFiles,
        watchlists,
        feedFiles,
        feeds,
        starters,
        intake,
        stories,
        telling,
        routing,
        serve,
        alsoRead);
  }

  public AppConfig withPort(int port) {
    return new AppConfig(
        data,
        kafka,
        watchlistFiles,
        watchlists,
        feedFiles,
        feeds,
        starters,
        intake,
        stories,
        telling,
        routing,
        serve.withPort(port),
        alsoRead);
  }

  /**
   * The Kafka to use.
   *
   * @param bootstrapServers null for the embedded broker
   * @param prefix of every topic
   * @param client properties passed through to every client
   */
  public record Kafka(
      @Nullable String bootstrapServers, String prefix, Map<String, String> client) {
    public static final Kafka DEFAULT = new Kafka(null, "wirewatch", Map.of());

    public Kafka {
      client = Map.copyOf(client);
    }

    public TopicNames topics() {
      return new TopicNames(prefix);
    }
  }
}
