package org.wirewatch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A publisher: a real HTTP server with one RSS feed that grows, and an endpoint that takes what is
 * posted to it.
 */
final class NewsServer implements AutoCloseable {
  private final HttpServer server;
  private final List<String> entries = new CopyOnWriteArrayList<>();
  private final List<String> posted = new CopyOnWriteArrayList<>();

  private NewsServer(HttpServer server) {
    this.server = server;
  }

  static NewsServer start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    NewsServer news = new NewsServer(server);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/feed.xml", news::feed);
    server.createContext("/hook", news::hook);
    server.start();
    return news;
  }

  /** Publishes an article; {@code key} makes its address and guid. */
  void publish(String key, String title, String body) {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC));
    entries.add(
        """
        <item><guid isPermaLink="false">%s</guid><title>%s</title><link>https://paper.example/%s</link>
        <pubDate>%s</pubDate><description><![CDATA[%s]]></description></item>
        """
            .formatted(key, title, key, date, body));
  }

  String feedUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/feed.xml";
  }

  String hookUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** The bodies that were posted to {@link #hookUrl}. */
  List<String> posted() {
    return posted;
  }

  private void feed(HttpExchange exchange) throws IOException {
    String feed =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>The Paper</title>"
            + "<link>https://paper.example/</link><language>en</language>"
            + String.join("", entries)
            + "</channel></rss>";
    answer(exchange, "application/rss+xml", feed);
  }

  private void hook(HttpExchange exchange) throws IOException {
    posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    answer(exchange, "text/plain", "ok");
  }

  private static void answer(HttpExchange exchange, String type, String body) throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
