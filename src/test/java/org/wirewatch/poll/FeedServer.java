package org.wirewatch.poll;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A publisher on loopback: answers are set per path and may change, requests are remembered. */
final class FeedServer implements AutoCloseable {
  /** What a request is answered with. */
  @SuppressWarnings("ArrayRecordComponent") // a body to send, never compared
  record Answer(int status, Map<String, String> headers, byte[] body) {
    static Answer ok(String body) {
      return new Answer(200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer status(int status) {
      return new Answer(status, Map.of(), new byte[0]);
    }

    Answer with(String name, String value) {
      Map<String, String> more = new java.util.HashMap<>(headers);
      more.put(name, value);
      return new Answer(status, more, body);
    }
  }

  /** A request as it came; header names in lower case. */
  record Request(String path, Map<String, String> headers) {}

  private final HttpServer server;
  private final Map<String, Function<Request, Answer>> answers = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  FeedServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  void answer(String path, Answer answer) {
    answers.put(path, request -> answer);
  }

  void answer(String path, Function<Request, Answer> answer) {
    answers.put(path, answer);
  }

  List<Request> requests(String path) {
    return requests.stream().filter(r -> r.path().equals(path)).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new java.util.HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((k, v) -> headers.put(k.toLowerCase(java.util.Locale.ROOT), v.getFirst()));
    Request request = new Request(exchange.getRequestURI().getPath(), headers);
    requests.add(request);
    Answer answer = answers.getOrDefault(request.path(), r -> Answer.status(404)).apply(request);
    answer.headers().forEach((k, v) -> exchange.getResponseHeaders().set(k, v));
    exchange.sendResponseHeaders(
        answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(answer.body());
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
