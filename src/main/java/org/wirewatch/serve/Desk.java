package org.wirewatch.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.wirewatch.json.Json;

/** The HTTP server of a system, bound to one address. Started once, closed once; thread-safe. */
public final class Desk implements AutoCloseable {
  /** Where the bundled sample feed is, under {@link #address}. */
  public static final String SAMPLE_FEED = "/sample/feed.xml";

  private final HttpServer server;
  private final ExecutorService threads;
  private final String host;

  private Desk(HttpServer server, ExecutorService threads, String host) {
    this.server = server;
    this.threads = threads;
    this.host = host;
  }

  /**
   * Starts to serve.
   *
   * @param port 0 for any free one
   * @param sampleFeed an RSS document
   * @param health asked at each request: the part and how it is; a part that is well says {@code
   *     ok}
   * @throws IOException if the port is in use or the host is none of this machine's
   */
  public static Desk start(
      String host, int port, String sampleFeed, Supplier<Map<String, String>> health)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 0);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.createContext(
        "/",
        e ->
            answer(
                e, 404, "text/plain", "nothing here; there are /health and " + SAMPLE_FEED + "\n"));
    server.createContext(SAMPLE_FEED, e -> answer(e, 200, "application/rss+xml", sampleFeed));
    server.createContext("/health", e -> health(e, health.get()));
    server.start();
    return new Desk(server, threads, host);
  }

  private static void health(HttpExchange exchange, Map<String, String> parts) throws IOException {
    boolean well = parts.values().stream().allMatch("ok"::equals);
    answer(exchange, well ? 200 : 503, "application/json", Json.mapper().writeValueAsString(parts));
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
      if (!head) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  /** {@code http://host:port}, without a slash at the end. */
  public String address() {
    return "http://"
        + (host.contains(":") ? "[" + host + "]" : host)
        + ":"
        + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
