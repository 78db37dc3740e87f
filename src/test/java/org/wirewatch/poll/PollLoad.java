package org.wirewatch.poll;

import com.sun.management.OperatingSystemMXBean;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.model.TopicNames;

/**
 * Measures 10,000 feeds a minute: half answer "not modified", half with 30 items of which one is
 * new. The publishers (a thousand loopback addresses) and the broker are in this process, the
 * poller is in a child with 512 MB of heap, and what the child used is printed.
 *
 * <pre>{@code
 * java -cp <test class path> org.wirewatch.poll.PollLoad
 * }</pre>
 */
final class PollLoad {
  private static final int FEEDS = 10_000;
  private static final int HOSTS = 1_000;
  private static final int ITEMS = 30;

  /** With the jitter that spreads feeds, a little less than a minute on average. */
  private static final Duration EVERY = Duration.ofSeconds(56);

  private static final int MINUTES = 3;
  private static final String BODY =
      "The regional authority said on Tuesday that work on the bridge would go on. ".repeat(14);

  private PollLoad() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 2) {
      poll(args[0], new TopicNames(args[1]));
    } else {
      serveAndMeasure();
    }
  }

  private static void serveAndMeasure() throws Exception {
    HttpServer server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 1_000);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", PollLoad::answer);
    server.start();
    TopicNames names = BrokerForTests.topics(2);
    Map<String, @Nullable FeedDefinition> feeds = new HashMap<>();
    for (int i = 0; i < FEEDS; i++) {
      int host = i % HOSTS;
      String url =
          "http://127.1.%d.%d:%d/%d"
              .formatted(host / 250, host % 250 + 1, server.getAddress().getPort(), i);
      feeds.put(url, Feeds.definition(url, EVERY));
    }
    BrokerForTests.subscribe(names, feeds);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    int exit =
        new ProcessBuilder(
                java,
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                PollLoad.class.getName(),
                (String) BrokerForTests.client().get("bootstrap.servers"),
                names.prefix())
            .inheritIO()
            .start()
            .waitFor();
    server.stop(0);
    System.exit(exit);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    int feed = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
    boolean constant = feed % 2 == 0;
    if (constant && exchange.getRequestHeaders().containsKey("If-None-Match")) {
      exchange.sendResponseHeaders(304, -1);
      exchange.close();
      return;
    }
    exchange.getResponseHeaders().set("ETag", constant ? "\"c\"" : "\"" + System.nanoTime() + "\"");
    byte[] body = document(feed, constant ? 0 : System.currentTimeMillis() / EVERY.toMillis());
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static byte[] document(int feed, long newest) {
    String[] entries = new String[ITEMS];
    Instant now = Instant.now();
    for (int i = 0; i < ITEMS; i++) {
      String name = feed + "-" + (newest - i);
      entries[i] =
          Feeds.entry(name, now.minus(EVERY.multipliedBy(i))).replace("Text of", BODY + "Text of");
    }
    return Feeds.rss(entries).getBytes(StandardCharsets.UTF_8);
  }

  private static void poll(String servers, TopicNames names) throws Exception {
    PollConfig.Manners manners =
        new PollConfig.Manners(
            256,
            2,
            Duration.ofMillis(500),
            EVERY,
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20));
    PollConfig config =
        PollConfig.DEFAULT
            .withAllowPrivateAddresses(true)
            .withManners(manners)
            .withInstance("load");
    try (Poller poller =
        new Poller(
            config,
            Map.of("bootstrap.servers", servers),
            names,
            InstantSource.system(),
            new SimpleMeterRegistry())) {
      poller.start();
      while (polls(poller) < FEEDS) {
        TimeUnit.MILLISECONDS.sleep(200);
      }
      for (int minute = 0; minute < MINUTES; minute++) {
        measure(poller);
      }
      System.out.println(poller.check());
    }
  }

  private static void measure(Poller poller) throws InterruptedException {
    OperatingSystemMXBean os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long polls = polls(poller);
    long items = poller.check().items();
    long cpu = os.getProcessCpuTime();
    long start = System.nanoTime();
    TimeUnit.MINUTES.sleep(1);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%d polls, %d items, %.2f cores, %d MB of heap in use%n",
        polls(poller) - polls,
        poller.check().items() - items,
        (os.getProcessCpuTime() - cpu) / 1e9 / seconds,
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
  }

  private static long polls(Poller poller) {
    return poller.check().polls().values().stream().mapToLong(Long::longValue).sum();
  }
}
