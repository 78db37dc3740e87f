package org.wirewatch.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirewatch.json.Json;
import org.wirewatch.search.SearchHit;
import org.wirewatch.search.SearchResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

@Command(name = "search", description = "Search the past alerts and items of a running Wirewatch.")
final class SearchCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;

  private final Terminal terminal;

  @Mixin Subscribed subscribed = new Subscribed();

  @Option(
      names = "--desk",
      paramLabel = "URL",
      description = "The desk to ask; that of the data folder's system unless given.")
  @Nullable String desk;

  @Option(names = "--kind", paramLabel = "KIND", description = "alert or item; both unless given.")
  List<String> kinds = List.of();

  @Option(
      names = "--entry",
      paramLabel = "ID",
      description = "Under this entry, such as country:VE or event:*; may be repeated.")
  List<String> entries = List.of();

  @Option(names = "--watchlist", paramLabel = "ID", description = "Under this watchlist.")
  List<String> watchlists = List.of();

  @Option(names = "--country", paramLabel = "CODE", description = "In or about this country.")
  List<String> countries = List.of();

  @Option(names = "--severity", paramLabel = "LEVEL", description = "Of this severity.")
  List<String> severities = List.of();

  @Option(names = "--status", paramLabel = "STATUS", description = "Of events of this status.")
  List<String> statuses = List.of();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "From then on: 12h, 7d, 2026-11-22 or 2026-11-22T10:00:00Z.")
  List<String> since = List.of();

  @Option(names = "--until", paramLabel = "TIME", description = "Before then.")
  List<String> until = List.of();

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      description = "relevance or time; relevance where there is text.")
  List<String> sort = List.of();

  @Option(names = "--limit", paramLabel = "N", description = "At most so many; 50 unless given.")
  List<String> limit = List.of();

  @Option(names = "--format", description = "text or json.")
  OutputFormat format = OutputFormat.TEXT;

  @Parameters(
      arity = "0..*",
      paramLabel = "TEXT",
      description = "Words of which each must be there, \"phrases\", -not, a|b, begin*.")
  List<String> text = List.of();

  SearchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    SearchResult result = ask(address());
    result.hits().forEach(this::print);
    terminal.note(
        result.hits().size()
            + " of "
            + result.total()
            + " found"
            + (result.complete() ? "" : "; the index is still being built, there may be more"));
    return Exit.DONE;
  }

  private String address() {
    if (desk != null) {
      return desk.replaceFirst("/+$", "");
    }
    return DeskQuestion.address(subscribed.config().data())
        .orElseThrow(() ->
            CommandFault.environment(
                "no Wirewatch with a desk runs on "
                    + subscribed.config().data()
                    + "; start one with run, name its folder with --data or its address with --desk",
                null));
  }

  private String parameters() {
    List<String> pairs = new ArrayList<>();
    pair("q", text.isEmpty() ? List.of() : List.of(String.join(" ", text)), pairs);
    pair("kind", kinds, pairs);
    pair("entry", entries, pairs);
    pair("watchlist", watchlists, pairs);
    pair("country", countries, pairs);
    pair("severity", severities, pairs);
    pair("status", statuses, pairs);
    pair("since", since, pairs);
    pair("until", until, pairs);
    pair("sort", sort, pairs);
    pair("limit", limit, pairs);
    return String.join("&", pairs);
  }

  private static void pair(String name, List<String> values, List<String> pairs) {
    values.forEach(v -> pairs.add(name + "=" + URLEncoder.encode(v, StandardCharsets.UTF_8)));
  }

  private SearchResult ask(String address) throws InterruptedException {
    try (DeskQuestion question = new DeskQuestion(address, PATIENCE)) {
      HttpResponse<String> answer = question.get("/api/v1/search?" + parameters());
      return switch (answer.statusCode()) {
        case OK -> Json.mapper().readValue(answer.body(), SearchResult.class);
        case BAD_REQUEST -> throw CommandFault.usage(detail(answer.body()));
        default ->
            throw CommandFault.environment(
                "the desk answers " + answer.statusCode() + ": " + detail(answer.body()), null);
      };
    } catch (IOException | JacksonException e) {
      throw CommandFault.environment(
          "no Wirewatch answers on "
              + URI.create(address).getAuthority()
              + "; start it, or correct --desk",
          e);
    }
  }

  private static String detail(String problem) {
    JsonNode detail = Json.mapper().readTree(problem).get("detail");
    return detail == null ? problem : detail.asString();
  }

  private void print(SearchHit hit) {
    terminal.line(
        switch (format) {
          case JSON -> Json.mapper().writeValueAsString(hit);
          case TEXT ->
              "%s  %-8s %s%s%s"
                  .formatted(
                      hit.time(),
                      hit.severity() == null
                          ? hit.kind()
                          : hit.severity().name().toLowerCase(java.util.Locale.ROOT),
                      hit.title(),
                      hit.source().isEmpty() ? "" : "  (" + hit.source() + ")",
                      hit.entries().isEmpty() ? "" : "  " + String.join(" ", hit.entries()));
        });
  }
}
