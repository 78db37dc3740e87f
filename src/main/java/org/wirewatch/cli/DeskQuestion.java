package org.wirewatch.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Asks the desk of a running system. Confined to one thread. */
final class DeskQuestion implements AutoCloseable {
  private static final int NOT_FOUND = 404;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String desk;
  private final Duration patience;

  /**
   * @param desk its address, without a slash at the end
   * @param patience how long an answer may take
   */
  DeskQuestion(String desk, Duration patience) {
    this.desk = desk;
    this.patience = patience;
  }

  /** Where the desk of the system is that keeps its data in a folder; empty where none runs. */
  static Optional<String> address(Path data) {
    return RunState.of(data).map(RunState::desk).filter(address -> !address.isEmpty());
  }

  /**
   * What it answers.
   *
   * @param path with its query, which is encoded already
   * @throws IOException if it does not
   */
  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(desk + path)).timeout(patience).build();
    return http.send(request, BodyHandlers.ofString());
  }

  /** Whether it answers, and knows no alert of that id. */
  boolean knowsNoAlert(String id) {
    try {
      String path = "/api/v1/alerts/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
      return get(path).statusCode() == NOT_FOUND;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
