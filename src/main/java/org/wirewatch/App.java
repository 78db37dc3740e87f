package org.wirewatch;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirewatch.broker.BrokerFault;
import org.wirewatch.broker.EmbeddedBroker;
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
import org.wirewatch.notify.Replies;
import org.wirewatch.poll.ItemIntake;
import org.wirewatch.poll.PollConfig;
import org.wirewatch.poll.Poller;
import org.wirewatch.search.SearchView;
import org.wirewatch.serve.Desk;
import org.wirewatch.serve.DeskConfig;
import org.wirewatch.serve.Endpoints;
import org.wirewatch.topology.DefinitionSync;
import org.wirewatch.topology.Topics;
import org.wirewatch.topology.TopicsConfig;

/**
 * The one place where the parts of a system are put together, started in order, reloaded, and
 * stopped in reverse order. Single use; thread-safe once started.
 */
final class App implements RunningSystem {
  private static final Logger LOG = LoggerFactory.getLogger(App.class);
  private static final int BROKER_PATIENCE_MS = 10_000;

  private final RunOptions options;
  private final Terminal terminal;
  private final DataFolder data;
  private final Deque<Part> parts = new ArrayDeque<>();
  private final Meters meters = new Meters();
  private final CompletableFuture<Optional<String>> ended = new CompletableFuture<>();
  private volatile Definitions definitions;
  private volatile @Nullable Processing processing;
  private volatile @Nullable Notifier notifier;
  private volatile @Nullable Poller poller;
  private volatile @Nullable SearchView searchView;
  private Optional<FeedDefinition> sample = Optional.empty();

  /** Something started, and how it is stopped. */
  private record Part(String name, AutoCloseable stop) {}

  private App(RunOptions options, Terminal terminal, DataFolder data, Definitions definitions) {
    this.options = options;
    this.terminal = terminal;
    this.data = data;
    this.definitions = definitions;
    parts.push(new Part("data folder", data));
    parts.push(new Part("meters", meters));
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
    AppConfig config = definitions.config();
    String servers = broker(config);
    Map<String, Object> client = new HashMap<>(config.kafka().client());
    client.put("bootstrap.servers", servers);
    Topics topics = new Topics(config.kafka().topics(), TopicsConfig.DEFAULT);
    createTopics(topics, client, servers);
    desk(config, servers, client, topics);
    DefinitionSync sync = new DefinitionSync(client);
    publish(sync, topics, definitions);
    StatusLine status = started("status line", StatusLine.on(terminal, this::status));
    if (has(Role.PROCESS)) {
      Processing started =
          started(
              "processing",
              Processing.start(
                  topics,
                  client,
                  config,
                  data.resolve("streams"),
                  data.instance(),
                  meters.registry(),
                  ended));
      started("meters of processing", started.measuredBy(meters));
      processing = started;
    }
    if (has(Role.NOTIFY)) {
      Supplier<Notifier> make =
          () ->
              new Notifier(
                  definitions.config().telling(),
                  client,
                  topics.names(),
                  InstantSource.system(),
                  status.out(),
                  terminal.colour());
      started("notifier", () -> stop(notifier));
      startNotifier(make);
      watch(sync, topics, make);
    } else {
      watch(sync, topics, null);
    }
    if (has(Role.POLL)) {
      PollConfig intake =
          config
              .intake()
              .withTrustedUrls(sample.map(f -> Set.of(f.url())).orElse(Set.of()))
              .withInstance(data.instance())
              .withCallbacks(hubCallbacks(config.serve()));
      Poller started =
          started(
              "poller",
              new Poller(
                  intake, client, topics.names(), InstantSource.system(), meters.registry()));
      started.start();
      poller = started;
    }
    SearchView search = searchView;
    if (search != null) {
      search.start();
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

  private <T extends AutoCloseable> T started(String name, T part) {
    parts.push(new Part(name, part));
    return part;
  }

  private String broker(AppConfig config) {
    String given = config.kafka().bootstrapServers();
    if (given != null) {
      return given;
    }
    terminal.note("starting the embedded Kafka broker in " + data.resolve("kafka") + " …");
    EmbeddedBroker broker = started("broker", EmbeddedBroker.start(data.resolve("kafka"), 0));
    terminal.note("Kafka is on " + broker.bootstrapServers());
    return broker.bootstrapServers();
  }

  private void createTopics(Topics topics, Map<String, Object> client, String servers) {
    Map<String, Object> properties = new HashMap<>(client);
    properties.put("default.api.timeout.ms", BROKER_PATIENCE_MS);
    properties.put("request.timeout.ms", BROKER_PATIENCE_MS);
    try (Admin admin = Admin.create(properties)) {
      admin.describeCluster().nodes().get();
      topics.create(admin);
    } catch (KafkaException | ExecutionException e) {
      Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
      throw CommandFault.environment(
          "the Kafka at "
              + servers
              + " cannot be used: "
              + cause.getMessage()
              + "; start it, correct --bootstrap-servers, or leave them out for the embedded broker",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFault.environment("interrupted while starting", e);
    }
  }

  /**
   * Without a configuration a sample feed comes from this very process, so that there is news
   * without internet too.
   */
  private void desk(AppConfig config, String servers, Map<String, Object> client, Topics topics) {
    String address = "";
    if (has(Role.SERVE)) {
      DeskConfig serve = config.serve();
      try {
        ItemIntake intake =
            started(
                "item intake",
                new ItemIntake(client, topics.names(), InstantSource.system(), meters.registry()));
        SearchView search =
            started(
                "search",
                new SearchView(
                    data.resolve("search"),
                    client,
                    topics.names(),
                    InstantSource.system(),
                    meters.registry()));
        searchView = search;
        Replies replies =
            started(
                "replies",
                new Replies(
                    () -> definitions.config().telling(),
                    client,
                    topics.names(),
                    InstantSource.system()));
        DeskRoutes routes =
            new DeskRoutes(this::health)
                .metrics(meters)
                .items(intake)
                .search(search)
                .replies(replies)
                .hubs(
                    () -> Optional.ofNullable(poller).map(Poller::hubCallbacks),
                    config.intake().maxBytes());
        Desk desk = started("desk", Desk.start(serve, routes.all(), meters.registry()));
        address = desk.address();
      } catch (IOException e) {
        throw CommandFault.environment(
            "cannot serve on "
                + serve.host()
                + ":"
                + serve.port()
                + " ("
                + e.getMessage()
                + "); stop what uses the port, or choose another with --port",
            e);
      }
      terminal.note("the desk is on " + address);
      if (options.config().isEmpty()) {
        sample = Optional.of(sampleFeed(address));
      }
    }
    new RunState(ProcessHandle.current().pid(), servers, address).write(data.path());
    started("run state", () -> RunState.clear(data.path()));
  }

  /** Hubs push to the desk of the process that polls; where it has none they are not asked. */
  private @Nullable String hubCallbacks(DeskConfig serve) {
    return has(Role.SERVE) && serve.publicUrl() != null
        ? serve.publicUrl() + DeskRoutes.HUBS
        : null;
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

  private void startNotifier(Supplier<Notifier> make) {
    try {
      Notifier started = make.get();
      started.start();
      notifier = started;
    } catch (IllegalArgumentException e) {
      throw CommandFault.input(String.valueOf(e.getMessage()), e);
    }
  }

  private void watch(DefinitionSync sync, Topics topics, @Nullable Supplier<Notifier> make) {
    FileWatch watch =
        started("file watch", new FileWatch(definitions.files(), () -> reload(sync, topics, make)));
    Hangup.onHangup(watch::now);
  }

  /** Everything that can fail comes first; a faulty file changes nothing. */
  private void reload(DefinitionSync sync, Topics topics, @Nullable Supplier<Notifier> make) {
    Loaded<Definitions> loaded = Definitions.read(options, data);
    if (loaded.hasErrors()) {
      loaded.problems().forEach(p -> terminal.note(p.toString()));
      terminal.note("the change is not taken over; what was there before stays in force");
      return;
    }
    loaded.problems().forEach(p -> terminal.note(p.toString()));
    AppConfig before = definitions.config();
    publish(sync, topics, loaded.value());
    definitions = loaded.value();
    Processing running = processing;
    if (running != null) {
      running.route(definitions.config().routing());
    }
    if (make != null && !before.telling().equals(definitions.config().telling())) {
      Notifier old = notifier;
      startNotifier(make);
      stop(old);
    }
    terminal.note(
        "changes taken over: "
            + definitions.watchlists().size()
            + " watchlists, "
            + definitions.feeds().size()
            + " feeds");
  }

  private static void stop(@Nullable Notifier notifier) {
    if (notifier != null) {
      notifier.close();
    }
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
    Map<String, String> health = new java.util.TreeMap<>();
    Processing s = processing;
    if (s != null) {
      health.put("processing", s.isWell() ? "ok" : s.state());
    }
    Poller p = poller;
    if (p != null) {
      String problem = p.check().problem();
      health.put("polling", problem == null ? "ok" : problem);
    }
    SearchView search = searchView;
    if (search != null) {
      String problem = search.problem();
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
    while (!parts.isEmpty()) {
      Part part = parts.pop();
      try {
        part.stop().close();
      } catch (Exception e) {
        LOG.atWarn()
            .addKeyValue("part", part.name())
            .addKeyValue("reason", e.toString())
            .log("did not stop cleanly");
      }
    }
    ended.complete(Optional.empty());
  }
}
