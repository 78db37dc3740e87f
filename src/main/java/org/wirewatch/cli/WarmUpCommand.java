package org.wirewatch.cli;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.wirewatch.config.WrittenFiles;
import org.wirewatch.feed.FeedLimits;
import org.wirewatch.feed.FeedParser;
import org.wirewatch.feed.FeedResult;
import org.wirewatch.feed.Origin;
import org.wirewatch.json.Json;
import org.wirewatch.serve.Desk;
import org.wirewatch.serve.DeskConfig;
import org.wirewatch.serve.Endpoint;
import org.wirewatch.serve.Endpoints;
import org.wirewatch.text.LanguageDetector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Does what a short command does, often enough that the launcher's cache holds not only the classes
 * that it needs but also which of their methods are hot (JEP 515).
 */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
  private static final int FEEDS = 50;
  private static final int ITEMS = 300;

  private final Terminal terminal;

  @Option(
      names = "--run",
      description = "For run, which serves and measures too; other commands start slower with it.")
  boolean run;

  WarmUpCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (run) {
      serve();
    }
    FeedParser parser = new FeedParser(FeedLimits.DEFAULT, LanguageDetector::detect);
    byte[] sample = WrittenFiles.starter("sample.xml").getBytes(StandardCharsets.UTF_8);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < FEEDS; i++) {
      if (parser.parse(sample, Origin.handedIn(Instant.now()))
          instanceof FeedResult.Parsed parsed) {
        parsed
            .items()
            .forEach(item -> lines.append(Json.mapper().writeValueAsString(item)).append('\n'));
      }
    }
    byte[] items = lines.toString().repeat(ITEMS / FEEDS).getBytes(StandardCharsets.UTF_8);
    for (OutputFormat format : OutputFormat.values()) {
      Terminal pipe =
          new Terminal(
              new ByteArrayInputStream(items), terminal.out(), terminal.err(), terminal.colour());
      MatchCommand match = new MatchCommand(pipe);
      match.format = format;
      match.call();
    }
    return Exit.DONE;
  }

  /** What {@code run} needs before it can poll its own sample feed: a desk, meters, a client. */
  private static void serve() throws InterruptedException {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    List<Endpoint> endpoints =
        List.of(Endpoints.health(Map::of), Endpoints.metrics(meters::scrape));
    try (Desk desk = Desk.start(DeskConfig.DEFAULT.withPort(0), endpoints, meters);
        HttpClient http = HttpClient.newHttpClient()) {
      for (Endpoint endpoint : endpoints) {
        URI address = URI.create(desk.address() + endpoint.path());
        var _ =
            http.send(
                HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
      }
    } catch (IOException e) {
      // A machine that lets nobody listen gets a cache without this.
    }
  }
}
