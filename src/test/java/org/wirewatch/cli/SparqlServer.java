package org.wirewatch.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.wirewatch.json.Json;
import org.wirewatch.pack.Leader;
import org.wirewatch.pack.Packs;
import org.wirewatch.pack.Term;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A query service on loopback that answers as Wikidata's does: at first with the leaders of the
 * pack itself, so that nothing has changed.
 */
final class SparqlServer implements AutoCloseable {
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  private final HttpServer server;
  private final List<Map<String, String>> holders = new ArrayList<>();
  private final Map<String, Map<String, String>> labels = new TreeMap<>();
  private int status = 200;
  private String body = "";
  private String failing = "";

  SparqlServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/sparql",
        exchange -> {
          String query =
              URLDecoder.decode(
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                  StandardCharsets.UTF_8);
          boolean fails = !failing.isEmpty() && query.contains(failing);
          byte[] answer = fails ? new byte[0] : answer(query).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(
              fails ? 504 : status, answer.length == 0 ? -1 : answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    for (Leader leader : Packs.load().leaders().all()) {
      leader.terms().stream()
          .filter(term -> term.covers(today))
          .forEach(term -> addPacked(leader, term));
    }
  }

  private String answer(String query) {
    if (!body.isEmpty()) {
      return body;
    }
    if (query.contains("?label")) {
      return names();
    }
    return offices(
        query.contains("P35")
            ? Set.of("state", "government")
            : query.contains("Q7330070")
                ? Set.of("foreign_minister")
                : query.contains("Q2518691")
                    ? Set.of("defence_minister")
                    : Set.of("secretary_general"));
  }

  private void addPacked(Leader leader, Term term) {
    switch (term.role()) {
      case HEAD_OF_GOVERNMENT ->
          add(term.of(), "government", leader.slug(), leader.name(), term.from(), "");
      case HEAD_OF_STATE, HEAD_OF_STATE_AND_GOVERNMENT, PARAMOUNT ->
          add(term.of(), "state", leader.slug(), leader.name(), term.from(), "");
      case MINISTER, HEAD_OF_BODY ->
          add(
              term.of(),
              term.title().name().toLowerCase(Locale.ROOT),
              leader.slug(),
              leader.name(),
              term.from(),
              "");
      case DEPUTY -> {}
    }
  }

  LocalDate today() {
    return today;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/sparql";
  }

  void add(String of, String office, String id, String name, LocalDate from, String end) {
    Map<String, String> row = new TreeMap<>();
    row.put("iso", of);
    row.put("office", office);
    row.put("person", "http://www.wikidata.org/entity/" + id);
    row.put("personLabel", name);
    row.put("start", from + "T00:00:00Z");
    if (!end.isEmpty()) {
      row.put("end", end + "T00:00:00Z");
    }
    holders.add(row);
  }

  void end(String of, String office, LocalDate end) {
    holders.stream()
        .filter(row -> of.equals(row.get("iso")) && office.equals(row.get("office")))
        .forEach(row -> row.put("end", end + "T00:00:00Z"));
  }

  /** Knows nobody in offices of a kind. */
  void vacate(String office) {
    holders.removeIf(row -> office.equals(row.get("office")));
  }

  /** Answers about the first offices only. */
  void keepFirst(int rows) {
    holders.subList(rows, holders.size()).clear();
  }

  void everybodyIsSomebodyElse() {
    holders.forEach(row -> {
      row.put("personLabel", "New " + row.get("personLabel"));
      row.put("start", today.minusDays(1) + "T00:00:00Z");
    });
  }

  void label(String id, String language, String label) {
    labels.computeIfAbsent(id, _ -> new TreeMap<>()).put(language, label);
  }

  /** Takes too long over queries with a word, as the public service does. */
  void failAt(String word) {
    failing = word;
  }

  void answer(int newStatus, String newBody) {
    status = newStatus;
    body = newBody;
  }

  private String offices(Set<String> asked) {
    ArrayNode bindings = Json.mapper().createArrayNode();
    for (Map<String, String> row : holders) {
      if (!asked.contains(row.get("office"))) {
        continue;
      }
      ObjectNode binding = bindings.addObject();
      row.forEach(
          (name, value) -> binding.putObject(name).put("type", "literal").put("value", value));
    }
    return results(bindings);
  }

  private String names() {
    ArrayNode bindings = Json.mapper().createArrayNode();
    labels.forEach((id, byLanguage) ->
        byLanguage.forEach((language, label) -> {
          ObjectNode binding = bindings.addObject();
          binding
              .putObject("person")
              .put("type", "uri")
              .put("value", "http://www.wikidata.org/entity/" + id);
          binding
              .putObject("label")
              .put("type", "literal")
              .put("xml:lang", language)
              .put("value", label);
        }));
    return results(bindings);
  }

  private static String results(ArrayNode bindings) {
    ObjectNode root = Json.mapper().createObjectNode();
    root.putObject("head");
    root.putObject("results").set("bindings", bindings);
    return root.toString();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
