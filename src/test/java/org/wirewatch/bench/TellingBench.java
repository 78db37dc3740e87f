package org.wirewatch.bench;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Delivery;
import org.wirewatch.model.Kind;
import org.wirewatch.model.Matchers;
import org.wirewatch.model.Severity;
import org.wirewatch.notify.Channel;
import org.wirewatch.notify.Notifier;
import org.wirewatch.notify.NotifyConfig;
import org.wirewatch.notify.ReceiverConfig;
import org.wirewatch.route.RouteConfig;
import org.wirewatch.route.Router;
import org.wirewatch.route.Routing;
import org.wirewatch.route.Some;
import org.wirewatch.topology.AlertTopology;
import org.wirewatch.topology.RouteSettings;
import org.wirewatch.topology.RoutingAlone;

/**
 * From an alert in its topic to its acceptance by an HTTP server and by a mail server, at a steady
 * rate: routed exactly once, taken by senders in share groups.
 */
final class TellingBench implements Bench {
  private static final int RATE = 20;
  private static final int WARM_UP = 20 * RATE;
  private static final int ALERTS = WARM_UP + 60 * RATE;

  /** A route tells twenty critical alerts a minute one by one: with so many none is folded. */
  private static final int ROUTES = 80;

  private static final double MOST_P99 = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "telling";
  }

  @Override
  public boolean isLong() {
    return true;
  }

  @Override
  public List<BenchRow> run() throws Exception {
    Path folder = Files.createTempDirectory("wirewatch-telling");
    HttpServer hook = hook();
    try (MailSink sink = new MailSink();
        RunningTopology running = RunningTopology.prepared(folder)) {
      return measure(running, List.of(webhook(hook.getAddress().getPort()), mail(sink.port())));
    } finally {
      hook.stop(0);
      BenchFolder.delete(folder);
    }
  }

  private List<BenchRow> measure(RunningTopology running, List<ReceiverConfig> receivers)
      throws Exception {
    Router router = Router.of(new Routing(routes(), List.of(), List.of()));
    RouteSettings route =
        new RouteSettings(() -> router, RouteSettings.Pace.LIVE, new SimpleMeterRegistry());
    running.start(
        RoutingAlone.topology(running.topics(), route),
        AlertTopology.streamsConfig(running.topics(), running.client()));
    try (Notifier notifier = notifier(running, receivers)) {
      notifier.start();
      Map<String, Instant> sent = send(running);
      List<BenchRow> rows = new ArrayList<>();
      for (ReceiverConfig receiver : receivers) {
        double[] millis = accepted(running, receiver.name(), sent);
        String row = name() + "-" + receiver.name();
        rows.add(BenchRow.of(row + "-p50", LatencyBench.at(millis, 0.5), "ms"));
        rows.add(BenchRow.within(MOST_P99, row + "-p99", LatencyBench.at(millis, 0.99), "ms"));
      }
      return rows;
    }
  }

  private static HttpServer hook() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
          }
        });
    server.start();
    return server;
  }

  private static ReceiverConfig webhook(int port) {
    URI url = URI.create("http://127.0.0.1:" + port + "/");
    return ReceiverConfig.of("webhook", new Channel.Webhook(url, null, true));
  }

  private static ReceiverConfig mail(int port) {
    Channel.Smtp smtp =
        new Channel.Smtp("127.0.0.1", port, Channel.Security.NONE, null, null, null);
    return ReceiverConfig.of(
        "mail", new Channel.Email(List.of("duty@example.org"), "wirewatch@example.org", smtp));
  }

  private static Notifier notifier(RunningTopology running, List<ReceiverConfig> receivers) {
    return new Notifier(
        NotifyConfig.DEFAULT.withReceivers(receivers),
        running.client(),
        running.topics().names(),
        InstantSource.system(),
        new PrintStream(PrintStream.nullOutputStream()),
        false);
  }

  /** A desk for each entry, and each tells both receivers. */
  private static RouteConfig routes() {
    List<RouteConfig> routes =
        IntStream.range(0, ROUTES)
            .boxed()
            .flatMap(desk ->
                List.of("webhook", "mail").stream()
                    .map(receiver -> goingOn(receiver, Some.entries("desk-" + desk))))
            .toList();
    return RouteConfig.to("webhook", Matchers.ANY).withRoutes(routes);
  }

  private static RouteConfig goingOn(String receiver, Matchers match) {
    return new RouteConfig(match, receiver, null, null, null, null, true, null, null, List.of());
  }

  /** When each alert was sent, the warm-up left out. */
  private static Map<String, Instant> send(RunningTopology running) {
    Map<String, Instant> sent = new HashMap<>();
    long start = System.nanoTime();
    for (int i = 0; i < ALERTS; i++) {
      Alert alert =
          Some.alert()
              .id("a-" + i)
              .entry(Kind.QUERY, "desk-" + i % ROUTES)
              .severity(Severity.CRITICAL)
              .build();
      LockSupport.parkNanos(start + i * 1_000_000_000L / RATE - System.nanoTime());
      if (i >= WARM_UP) {
        sent.put(alert.id(), Instant.now());
      }
      running.send(alert);
    }
    return sent;
  }

  /** How long each took until a receiver had it, in milliseconds, sorted. */
  private static double[] accepted(
      RunningTopology running, String receiver, Map<String, Instant> sent) {
    Map<String, Double> millis = new HashMap<>();
    Map<String, Object> config = new HashMap<>(running.client());
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    Instant end = Instant.now().plus(PATIENCE);
    try (KafkaConsumer<String, Delivery> consumer =
        new KafkaConsumer<>(
            config,
            new StringDeserializer(),
            running.topics().deliveries().value().deserializer())) {
      consumer.assign(List.of(new TopicPartition(running.topics().deliveries().name(), 0)));
      while (millis.size() < sent.size()) {
        if (Instant.now().isAfter(end)) {
          throw new IllegalStateException(
              receiver + " got " + millis.size() + " of " + sent.size() + " alerts");
        }
        for (var record : consumer.poll(Duration.ofMillis(100))) {
          Delivery delivery = record.value();
          Instant start = sent.get(delivery.alert());
          boolean isSent = delivery.outcome() == Delivery.Outcome.SENT;
          if (start != null && isSent && delivery.receiver().equals(receiver)) {
            millis.put(delivery.alert(), Duration.between(start, delivery.at()).toNanos() / 1e6);
          }
        }
      }
    }
    return millis.values().stream().mapToDouble(m -> m).sorted().toArray();
  }
}
