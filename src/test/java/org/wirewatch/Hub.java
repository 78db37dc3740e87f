package org.wirewatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A WebSub hub and publisher: it serves one feed, takes subscriptions, asks back, and pushes. */
final class Hub implements AutoCloseable {
  /** What a subscriber asked for. */
  record Subscription(String callback, String topic, String secret) {}

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;
  private final List<Subscription> confirmed = new CopyOnWriteArrayList<>();
  private volatile String feed = "";
  private volatile int answer = 202;

  private Hub(HttpServer server) {
    this.server = server;
  }

  static Hub start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Hub hub = new Hub(server);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/feed", hub::feed);
    server.createContext("/hub", hub::subscribe);
    server.start();
    return hub;
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** What the feed is, and what subscriptions are answered with. */
  void serve(String document, int status) {
    feed = document;
    answer = status;
  }

  /** The subscriptions that were asked for and confirmed. */
  List<Subscription> confirmed() {
    return confirmed;
  }

  /** Pushes a document and says how it was taken. */
  int push(Subscription to, String document, String secret) throws Exception {
    return post(to.callback(), document, "sha256=" + hmac(document, secret));
  }

  int post(String callback, String document, String signature) throws Exception {
    HttpRequest push =
        HttpRequest.newBuilder(URI.create(callback))
            .header("Content-Type", "application/rss+xml")
            .header("X-Hub-Signature", signature)
            .POST(HttpRequest.BodyPublishers.ofString(document))
            .build();
    return client.send(push, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private void feed(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Link", "<" + url("/hub") + ">; rel=\"hub\"");
    exchange.getResponseHeaders().add("Link", "<" + url("/feed") + ">; rel=self");
    try (exchange) {
      byte[] bytes = feed.getBytes(UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private void subscribe(HttpExchange exchange) throws IOException {
    Map<String, String> form = new HashMap<>();
    for (String field :
        new String(exchange.getRequestBody().readAllBytes(), UTF_8).split("&", -1)) {
      int equals = field.indexOf('=');
      form.put(field.substring(0, equals), URLDecoder.decode(field.substring(equals + 1), UTF_8));
    }
    try (exchange) {
      exchange.sendResponseHeaders(answer, -1);
    }
    if (answer == 202) {
      confirm(
          new Subscription(
              form.getOrDefault("hub.callback", ""),
              form.getOrDefault("hub.topic", ""),
              form.getOrDefault("hub.secret", "")));
    }
  }

  /** Asks back whether that was meant (WebSub 5.3). */
  private void confirm(Subscription asked) throws IOException {
    String query =
        "?hub.mode=subscribe&hub.challenge=c4a11e46e&hub.lease_seconds=600&hub.topic="
            + URLEncoder.encode(asked.topic(), UTF_8);
    try {
      HttpResponse<String> reply =
          client.send(
              HttpRequest.newBuilder(URI.create(asked.callback() + query)).build(),
              HttpResponse.BodyHandlers.ofString());
      if (reply.statusCode() == 200 && reply.body().equals("c4a11e46e")) {
        confirmed.add(asked);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String hmac(String document, String secret) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(document.getBytes(UTF_8)));
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
