package org.wirewatch.cli;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.wirewatch.config.AppConfig;
import org.wirewatch.config.Durations;
import org.wirewatch.json.Json;
import org.wirewatch.model.Item;
import org.wirewatch.topology.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "backtest",
    description =
        "What the watchlists of a file would have flagged and raised among the items still in Kafka,"
            + " or among recorded ones.")
final class BackTestCommand implements Callable<Integer> {
  private static final Duration WEEK = Duration.ofDays(7);

  private final Terminal terminal;
  private final AtomicLong read = new AtomicLong();
  private long older;
  private int faults;

  @Parameters(index = "0", arity = "1", paramLabel = "FILE", description = "The watchlist file.")
  @Nullable Path file;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "INPUT",
      description =
          "Recorded items instead of those in Kafka: files or folders, - for standard input.")
  List<String> inputs = List.of();

  @Option(
      names = "--since",
      paramLabel = "7d",
      description = "How far back; 7d unless given, with recorded items all of them.")
  @Nullable String since;

  @Option(
      names = "--diff",
      paramLabel = "OLD",
      description = "Another version of the file: show what the change adds and loses.")
  @Nullable Path old;

  @Option(names = "--config", paramLabel = "FILE", description = "The configuration file.")
  @Nullable Path config;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "The Kafka to read; that of the system running here unless given.")
  @Nullable String bootstrapServers;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder of the running system; .wirewatch unless given.")
  @Nullable Path data;

  @Option(
      names = "--format",
      paramLabel = "json|text",
      description = "One JSON object an entry, or text for people.")
  OutputFormat format = OutputFormat.TEXT;

  BackTestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** An item judged by the watchlists and by their old version. */
  private record Both(Replay.Ahead now, Replay.@Nullable Ahead before) {
    Item item() {
      return now.item();
    }
  }

  @Override
  public Integer call() {
    Instant from = from();
    long start = System.nanoTime();
    try (BackTest now = new BackTest(WatchlistFiles.load(List.of(requireNonNull(file))));
        BackTest before =
            new BackTest(old == null ? List.of() : WatchlistFiles.load(List.of(old)));
        StatusLine _ = StatusLine.on(terminal, () -> "%,d items read".formatted(read.get()))) {
      BackTestDiff diff = new BackTestDiff();
      try (AheadRun<Both> run =
          new AheadRun<>(
              terminal,
              this::fault,
              item -> new Both(now.judge(item), old == null ? null : before.judge(item)),
              both -> take(both, from, now, before, diff))) {
        read(run, from);
      }
      print(now, before, diff);
      terminal.note("%,d items in %.1f s".formatted(read.get(), (System.nanoTime() - start) / 1e9));
      if (older > 0) {
        terminal.note(
            "%,d items are of before %s, which is --since; leave it out to take all"
                .formatted(older, from));
      }
    }
    return faults > 0 ? Exit.FAULT : Exit.DONE;
  }

  private Instant from() {
    Duration back = inputs.isEmpty() ? WEEK : null;
    if (since != null) {
      back =
          Durations.parse(since)
              .orElseThrow(() ->
                  CommandFault.usage(
                      "--since takes a duration such as 12h or 7d, not '" + since + "'"));
    }
    return back == null ? Instant.EPOCH : Instant.now().minus(back);
  }

  private void read(AheadRun<Both> run, Instant from) {
    if (!inputs.isEmpty()) {
      run.read(inputs);
      return;
    }
    Kafka kafka = kafka();
    StoredItems stored = new StoredItems(kafka.client(), kafka.topic());
    try {
      stored.since(from, item -> run.piece(new InputReader.Piece.Read(item)));
    } catch (KafkaException e) {
      throw CommandFault.environment(
          "the items at "
              + kafka.client().get("bootstrap.servers")
              + " cannot be read ("
              + e.getMessage()
              + "); start it, correct --bootstrap-servers, or name files of items",
          e);
    }
    run.waiting();
    if (stored.unreadable() > 0) {
      terminal.note(stored.unreadable() + " records are no items and were passed over");
    }
  }

  private record Kafka(Map<String, Object> client, String topic) {}

  private Kafka kafka() {
    AppConfig effective = ConfigCommands.load(config);
    effective = data == null ? effective : effective.withData(data);
    effective =
        bootstrapServers == null ? effective : effective.withBootstrapServers(bootstrapServers);
    String topic = effective.kafka().topics().items();
    return new Subscriptions(effective)
        .kafka()
        .map(client -> new Kafka(client, topic))
        .orElseThrow(() ->
            CommandFault.environment(
                "no Wirewatch runs here, so there is no Kafka to read; start one with run, give"
                    + " --bootstrap-servers, or name files of items",
                null));
  }

  private void take(Both both, Instant from, BackTest now, BackTest before, BackTestDiff diff) {
    Instant seen = both.item().seen();
    if (seen != null && seen.isBefore(from)) {
      older++;
      return;
    }
    read.incrementAndGet();
    Set<BackTest.Key> taken = now.take(both.now());
    if (both.before() != null) {
      diff.compare(both.item(), before.take(both.before()), taken);
    }
  }

  private void print(BackTest now, BackTest before, BackTestDiff diff) {
    Set<BackTest.Key> keys = new TreeSet<>(now.entries().keySet());
    keys.addAll(before.entries().keySet());
    for (BackTest.Key key : keys) {
      BackTest.Entry was = before.entries().get(key);
      BackTestLine.Change change =
          old == null ? null : diff.of(key, was == null ? 0 : was.alerts());
      BackTest.Entry is = now.entries().get(key);
      BackTest.Entry shown =
          is == null ? new BackTest.Entry(was == null ? key.entry() : was.name()) : is;
      BackTestLine line = BackTestLine.of(key, shown, now.days(), change);
      terminal.line(
          switch (format) {
            case JSON -> Json.mapper().writeValueAsString(line);
            case TEXT -> line.text();
          });
    }
  }

  private void fault(String message) {
    faults++;
    terminal.note(message);
  }
}
