package org.wirewatch.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirewatch.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A SPARQL 1.1 query service asked over HTTP (SPARQL 1.1 Protocol 2.1, query results in JSON).
 * Whatever goes wrong is a {@link CommandFault} that says what the service answered.
 */
final class QueryService implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** The public service gives a query a minute itself. */
  private static final Duration ANSWER = Duration.ofSeconds(75);

  private static final int SHOWN = 80;
  private static final String UNCHANGED = "; nothing was changed";

  private final URI url;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(Redirect.NORMAL).build();

  QueryService(URI url) {
    this.url = url;
  }

  String url() {
    return url.toString();
  }

  /** The bindings, each a variable → its value; unbound variables are left out. */
  List<Map<String, String>> ask(String query) {
    String form = "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(ANSWER)
            .header("Accept", "application/sparql-results+json")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("User-Agent", "Wirewatch (pack update leaders)")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      HttpResponse<String> response =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (response.statusCode() != 200) {
        throw refused("it answered HTTP " + response.statusCode(), null);
      }
      return bindings(response.body());
    } catch (IOException e) {
      throw refused("it cannot be reached (" + reason(e) + ")", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused("interrupted", e);
    }
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  private List<Map<String, String>> bindings(String body) {
    JsonNode bindings;
    try {
      bindings = Json.mapper().readTree(body).path("results").path("bindings");
    } catch (JacksonException e) {
      throw refused("its answer is no JSON: \"" + start(body) + "\"", e);
    }
    if (!bindings.isArray()) {
      throw refused("its answer holds no SPARQL results: \"" + start(body) + "\"", null);
    }
    List<Map<String, String>> rows = new ArrayList<>();
    for (JsonNode binding : bindings) {
      Map<String, String> row = new LinkedHashMap<>();
      binding
          .properties()
          .forEach(each -> {
            row.put(each.getKey(), each.getValue().path("value").asString(""));
            String language = each.getValue().path("xml:lang").asString("");
            if (!language.isEmpty()) {
              row.put(each.getKey() + "@", language);
            }
          });
      rows.add(row);
    }
    return rows;
  }

  private static String start(String body) {
    String line = body.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }

  private CommandFault refused(String what, @Nullable Throwable cause) {
    return CommandFault.environment("the query service at " + url + ": " + what + UNCHANGED, cause);
  }

  /** What went wrong, where something else can be changed all the same. */
  static String reason(CommandFault fault) {
    return String.valueOf(fault.getMessage()).replace(UNCHANGED, "");
  }

  @Override
  public void close() {
    client.close();
  }
}
