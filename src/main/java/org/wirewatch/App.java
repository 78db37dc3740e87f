package org.wirewatch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirewatch.broker.BrokerFault;
import org.wirewatch.cli.CommandFault;
import org.wirewatch.cli.LeadersOverride;
import org.wirewatch.cli.RunState;
import org.wirewatch.cli.StatusLine;
import org.wirewatch.cli.SystemStarter.Role;
import org.wirewatch.cli.SystemStarter.RunOptions;
import org.wirewatch.cli.SystemStarter.RunningSystem;
import org.wirewatch.cli.Terminal;
import org.wirewatch.config.AppConfig;
import org.wirewatch.config.Loaded;
import org.wirewatch.config.Problem;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.notify.Notifier;
import org.wirewatch.poll.PollConfig;
import org.wirewatch.poll.Poller;
import org.wirewatch.serve.Endpoints;
import org.wirewatch.topology.DefinitionSync;
import org.wirewatch.topology.Topics;

/**
 * The one place where the parts of a system are put together, started in order, reloaded, and
 * stopped in reverse order. Single use; thread-safe once started.
 */
final class App implements RunningSystem {
  private static final String NOT_TAKEN =
      "the change is not taken over; what was there before stays in force";

  private final RunOptions options;
  private final Terminal terminal;
  private final DataFolder data;
  private final Parts parts = new Parts();
  private final Meters meters = new Meters();
  private final CompletableFuture<Optional<String>> ended = new CompletableFuture<>();
  private volatile Definitions definitions;
  private volatile List<Path> watched;
  private volatile @Nullable Processing processing;
  private volatile @Nullable Messenger messenger;
  private volatile @Nullable Poller poller;
  private volatile @Nullable FrontDesk frontDesk;
  private Optional<FeedDefinition> sample = Optional.empty();

  private App(RunOptions options, Terminal terminal, DataFolder data, Definitions definitions) {
    this.options = options;
    this.terminal = terminal;
    this.data = data;
    this.definitions = definitions;
    this.watched = definitions.files();
    parts.started("data folder", data);
    parts.started("meters", meters);
  }

  /** Starts a system; see {@link org.wirewatch.cli.SystemStarter}. */
  static RunningSystem start(RunOptions options, Terminal terminal) {
    Loaded<AppConfig> config = Definitions.config(options);
    refuse(config.problems());
    DataFolder data = DataFolder.open(config.value().data());
    LeadersOverride.in(data.path()).apply(terminal);
    Loaded<Definitions> definitions = Definitions.read(options, data);
    App app = new App(options, terminal, data, definitions.value());
    try {
      refuse(definitions.problems());
      definitions.problems().forEach(p -> terminal.note(p.toString()));
      app.start();
      return app;
    } catch (BrokerFault e) {
      app.close();
      throw CommandFault.environment(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      app.close();
      throw e;
    }
  }

  private static void refuse(List<Problem> problems) {
    if (problems.stream().anyMatch(Problem::isError)) {
      throw CommandFault.input(
          problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), null);
    }
  }

  private void start() {
    KafkaAccess kafka =
        KafkaAccess.open(
            definitions.config(), data, terminal, broker -> parts.started("broker", broker));
    desk(kafka);
    DefinitionSync sync = new DefinitionSync(kafka.client());
    publish(sync, kafka.topics(), definitions);
    StatusLine status = parts.started("status line", StatusLine.on(terminal, this::status));
    if (has(Role.PROCESS)) {
      process(kafka);
    }
    if (has(Role.NOTIFY)) {
      messenger = parts.started("notifier", messenger(kafka, status));
    }
    watch(() -> reload(sync, kafka.topics()));
    if (has(Role.POLL)) {
      poll(kafka);
    }
    FrontDesk opened = frontDesk;
    if (opened != null) {
      opened.search().start();
    }
    terminal.note(
        "running; "
            + definitions.feeds().size()
            + " feeds, "
            + definitions.watchlists().size()
            + " watchlists; files to edit are in "
            + data.path()
            + "; Ctrl-C stops");
  }

  private boolean has(Role role) {
    return options.roles().contains(role);
  }

  private void process(KafkaAccess kafka) {
    Processing started =
        parts.started(
            "processing",
            Processing.start(
                kafka.topics(),
                kafka.client(),
                definitions.config(),
                data.resolve("streams"),
                data.instance(),
                meters.registry(),
                ended));
    parts.started("meters of processing", started.measuredBy(meters));
    processing = started;
  }

  private Messenger messenger(KafkaAccess kafka, StatusLine status) {
    try {
      return Messenger.start(
          config ->
              new Notifier(
                  config,
                  kafka.client(),
                  kafka.topics().names(),
                  InstantSource.system(),
                  status.out(),
                  terminal.colour()),
          definitions.config().telling());
    } catch (IllegalArgumentException e) {
      throw CommandFault.input(String.valueOf(e.getMessage()), e);
    }
  }

  private void poll(KafkaAccess kafka) {
    AppConfig config = definitions.config();
    PollConfig intake =
        config
            .intake()
            .withTrustedUrls(sample.map(f -> Set.of(f.url())).orElse(Set.of()))
            .withInstance(data.instance())
            .withCallbacks(
                has(Role.SERVE) ? FrontDesk.hubCallbacks(config.serve()).orElse(null) : null);
    Poller started =
        parts.started(
            "poller",
            new Poller(
                intake,
                kafka.client(),
                kafka.topics().names(),
                InstantSource.system(),
                meters.registry()));
    started.start();
    poller = started;
  }

  /**
   * Without a configuration a sample feed comes from this very process, so that there is news
   * without internet too.
   */
  private void desk(KafkaAccess kafka) {
    String address = "";
    if (has(Role.SERVE)) {
      FrontDesk opened =
          FrontDesk.open(
              parts,
              kafka,
              data,
              meters,
              new FrontDesk.Asks(
                  () -> definitions.config(),
                  this::health,
                  () -> Optional.ofNullable(poller).map(Poller::hubCallbacks)));
      frontDesk = opened;
      address = opened.desk().address();
      terminal.note("the desk is on " + address);
      if (options.config().isEmpty()) {
        sample = Optional.of(sampleFeed(address));
      }
    }
    new RunState(ProcessHandle.current().pid(), kafka.servers(), address).write(data.path());
    parts.started("run state", () -> RunState.clear(data.path()));
  }

  private static FeedDefinition sampleFeed(String address) {
    return new FeedDefinition(
        URI.create(address + Endpoints.SAMPLE_FEED).toString(),
        "Wirewatch sample wire",
        null,
        "en",
        3,
        null,
        Duration.ofHours(1),
        false);
  }

  private void publish(DefinitionSync sync, Topics topics, Definitions wanted) {
    sync.sync(topics.watchlists(), wanted.watchlistsById());
    sync.sync(topics.feeds(), wanted.withFeed(sample).feedsByUrl());
  }

  private void watch(Runnable reload) {
    FileWatch watch = parts.started("file watch", new FileWatch(() -> watched, reload));
    Hangup.onHangup(watch::now);
  }

  /** Everything that can fail comes first; a faulty file changes nothing. */
  private void reload(DefinitionSync sync, Topics topics) {
    Loaded<Definitions> loaded = Definitions.read(options, data);
    Definitions wanted = loaded.value();
    watched =
        Stream.concat(definitions.files().stream(), wanted.files().stream()).distinct().toList();
    loaded.problems().forEach(p -> terminal.note(p.toString()));
    if (loaded.hasErrors()) {
      terminal.note(NOT_TAKEN);
      return;
    }
    Messenger running = messenger;
    try (Messenger.Prepared telling =
        running == null ? null : running.prepare(wanted.config().telling())) {
      publish(sync, topics, wanted);
      definitions = wanted;
      Processing routed = processing;
      if (routed != null) {
        routed.route(wanted.config().routing());
      }
      if (telling != null) {
        telling.takeOver();
      }
    } catch (IllegalArgumentException e) {
      terminal.note(e.getMessage() + "\n" + NOT_TAKEN);
      return;
    }
    terminal.note(
        "changes taken over: "
            + wanted.watchlists().size()
            + " watchlists, "
            + wanted.feeds().size()
            + " feeds");
  }

  private String status() {
    Poller p = poller;
    Processing s = processing;
    return (p == null
            ? ""
            : "items "
                + p.check().items()
                + "  feeds "
                + p.check().feeds().values().stream().mapToInt(n -> n).sum()
                + "  ")
        + (s == null ? "" : "processing " + s.state());
  }

  private Map<String, String> health() {
    Map<String, String> health = new TreeMap<>();
    Processing s = processing;
    if (s != null) {
      health.put("processing", s.isWell() ? "ok" : s.state());
    }
    Poller p = poller;
    if (p != null) {
      String problem = p.check().problem();
      health.put("polling", problem == null ? "ok" : problem);
    }
    FrontDesk opened = frontDesk;
    if (opened != null) {
      String problem = opened.search().problem();
      health.put("search", problem == null ? "ok" : problem);
    }
    return health;
  }

  @Override
  public Optional<String> await() throws InterruptedException {
    try {
      return ended.get();
    } catch (ExecutionException e) {
      return Optional.of(String.valueOf(e.getCause()));
    }
  }

  @Override
  public synchronized void close() {
    parts.close();
    ended.complete(Optional.empty());
  }
}
