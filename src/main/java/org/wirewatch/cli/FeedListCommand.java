package org.wirewatch.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.wirewatch.config.AppConfig;
import org.wirewatch.json.Json;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.poll.FeedState;
import org.wirewatch.poll.FeedStates;
import org.wirewatch.poll.Health.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    description = "Print the feeds and how each does, as the running Wirewatch has found them.")
final class FeedListCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin Subscribed subscribed = new Subscribed();

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "The Kafka to ask.")
  @Nullable String bootstrapServers;

  @Option(names = "--format", description = "text or json.")
  OutputFormat format = OutputFormat.TEXT;

  FeedListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** A line of the list; times are null where nothing is known of them. */
  private record Line(
      String url,
      String name,
      List<String> categories,
      @Nullable String country,
      @Nullable String language,
      int tier,
      @Nullable String family,
      @Nullable Outcome outcome,
      @Nullable String problem,
      int failures,
      @Nullable Instant polled,
      @Nullable Instant succeeded,
      @Nullable Instant lastNew,
      @Nullable Instant nextPoll,
      @Nullable String movedTo) {

    static Line of(FeedDefinition feed, @Nullable FeedState state) {
      return new Line(
          feed.url(),
          feed.name(),
          feed.categories(),
          feed.country(),
          feed.language(),
          feed.tier(),
          feed.family(),
          state == null ? null : state.health().outcome(),
          state == null ? null : state.health().problem(),
          state == null ? 0 : state.health().failures(),
          state == null ? null : state.health().polled(),
          state == null ? null : state.health().succeeded(),
          state == null ? null : state.habit().lastNew(),
          state == null ? null : state.nextPoll(),
          state == null ? null : state.movedTo());
    }
  }

  @Override
  public Integer call() {
    AppConfig effective = subscribed.config();
    effective =
        bootstrapServers == null ? effective : effective.withBootstrapServers(bootstrapServers);
    Subscriptions subscriptions = new Subscriptions(effective);
    Map<String, FeedState> states = states(subscriptions, effective);
    List<Line> lines = new ArrayList<>();
    subscriptions.feeds().forEach(f -> lines.add(Line.of(f, states.get(f.url()))));
    lines.forEach(this::print);
    Map<String, Integer> counts = new LinkedHashMap<>();
    lines.forEach(l -> counts.merge(word(l.outcome()), 1, Integer::sum));
    terminal.note(lines.size() + " feeds: " + counts.toString().replaceAll("[{}]", ""));
    return Exit.DONE;
  }

  private Map<String, FeedState> states(Subscriptions subscriptions, AppConfig effective) {
    Optional<Map<String, Object>> kafka = subscriptions.kafka();
    if (kafka.isEmpty()) {
      terminal.note("no Wirewatch runs here, so how the feeds do is not known; see run and --data");
      return Map.of();
    }
    try {
      return FeedStates.read(kafka.get(), effective.kafka().topics());
    } catch (KafkaException e) {
      throw CommandFault.environment(
          "the Kafka at "
              + kafka.get().get("bootstrap.servers")
              + " does not answer; start it, or correct --bootstrap-servers",
          e);
    }
  }

  private void print(Line line) {
    terminal.line(
        switch (format) {
          case JSON -> Json.mapper().writeValueAsString(line);
          case TEXT ->
              "%-10s %s%s%s"
                  .formatted(
                      word(line.outcome()),
                      line.name().isEmpty() ? "" : line.name() + "  ",
                      line.url(),
                      line.problem() == null ? "" : "\n           " + line.problem());
        });
  }

  private static String word(@Nullable Outcome outcome) {
    return outcome == null ? "unknown" : outcome.name().toLowerCase(Locale.ROOT);
  }
}
