package org.wirewatch.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Asks the desk of a running system. Confined to one thread. */
final class DeskQuestion implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int NOT_FOUND = 404;

  private final Optional<String> desk;
  private final HttpClient http = HttpClient.newHttpClient();

  /**
   * @param system empty where none is known
   */
  DeskQuestion(Optional<RunState> system) {
    this.desk = system.map(RunState::desk).filter(address -> !address.isEmpty());
  }

  /** Whether a desk answers and knows no alert of that id. */
  boolean knowsNoAlert(String id) {
    return desk.isPresent() && status(desk.get(), id) == NOT_FOUND;
  }

  private int status(String address, String id) {
    String path = "/api/v1/alerts/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE).build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
