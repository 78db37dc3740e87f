package org.wirewatch;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirewatch.config.AppConfig;
import org.wirewatch.judge.Judge;
import org.wirewatch.route.Router;
import org.wirewatch.route.Routing;
import org.wirewatch.topology.AlertTopology;
import org.wirewatch.topology.RouteSettings;
import org.wirewatch.topology.Topics;
import org.wirewatch.topology.TopologySettings;

/** The topology at work: Kafka Streams, started and watched over. Thread-safe. */
final class Processing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Processing.class);
  private static final Duration CLOSING = Duration.ofSeconds(3);

  private final AtomicReference<Router> router;
  private final KafkaStreams streams;

  private Processing(KafkaStreams streams, AtomicReference<Router> router) {
    this.streams = streams;
    this.router = router;
  }

  /**
   * Starts the topology and returns at once.
   *
   * @param state where the stores are kept
   * @param instance a name that survives restarts, so that a restarted process gets its tasks back
   *     at once
   * @param meters where is counted what was routed
   * @param ended told if processing ends by itself
   */
  static Processing start(
      Topics topics,
      Map<String, Object> client,
      AppConfig config,
      Path state,
      String instance,
      MeterRegistry meters,
      CompletableFuture<Optional<String>> ended) {
    AtomicReference<Router> router = new AtomicReference<>(Router.of(config.routing()));
    TopologySettings settings =
        new TopologySettings(
            topics,
            watchlists -> Judge.of(watchlists)::screen,
            new RouteSettings(router::get, RouteSettings.Pace.LIVE, meters),
            config.intake().freshness(),
            config.stories(),
            TopologySettings.StoreKind.PERSISTENT,
            meters);
    Map<String, Object> properties = new HashMap<>(AlertTopology.streamsConfig(topics, client));
    properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    properties.put(StreamsConfig.consumerPrefix("group.instance.id"), instance);
    KafkaStreams streams =
        new KafkaStreams(AlertTopology.build(settings), new StreamsConfig(properties));
    streams.setUncaughtExceptionHandler(new Failures());
    streams.setStateListener((now, _) -> {
      if (now == KafkaStreams.State.ERROR) {
        ended.complete(
            Optional.of(
                "processing stopped for good; the log says why, a restart goes on where it stopped"));
      }
    });
    streams.start();
    return new Processing(streams, router);
  }

  /** Routes by another tree from now on. */
  void route(Routing routing) {
    router.set(Router.of(routing));
  }

  /** Measures the streams and their clients until closed. */
  AutoCloseable measuredBy(Meters meters) {
    return meters.of(streams);
  }

  boolean isWell() {
    return streams.state().isRunningOrRebalancing();
  }

  String state() {
    return streams.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  @Override
  public void close() {
    streams.close(CLOSING);
  }

  /**
   * A failed thread is replaced; one that fails again and again is given up, so that somebody
   * looks.
   */
  private static final class Failures implements StreamsUncaughtExceptionHandler {
    private static final int MOST = 5;
    private static final Duration WITHIN = Duration.ofMinutes(1);

    private final Deque<Long> times = new ArrayDeque<>();

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
      long now = System.nanoTime();
      times.addLast(now);
      while (now - times.getFirst() > WITHIN.toNanos()) {
        times.removeFirst();
      }
      boolean goOn = times.size() <= MOST;
      LOG.atError()
          .addKeyValue("reason", failure.toString())
          .setCause(failure)
          .log(
              goOn
                  ? "a processing thread failed and is replaced"
                  : "processing fails again and again");
      return goOn
          ? StreamThreadExceptionResponse.REPLACE_THREAD
          : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
  }
}
