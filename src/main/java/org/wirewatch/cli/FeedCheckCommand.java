package org.wirewatch.cli;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.wirewatch.config.AppConfig;
import org.wirewatch.feed.FeedLink;
import org.wirewatch.json.Json;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.poll.FeedProbe;
import org.wirewatch.poll.FeedProbe.Report;
import org.wirewatch.poll.PollConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "check",
    description =
        "Fetch and read feeds once, and say what was found and what to do; of a web page, the feeds that it offers. Exit 1 if any is no feed with items.")
final class FeedCheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin Subscribed subscribed = new Subscribed();

  @Option(names = "--format", description = "text or json.")
  OutputFormat format = OutputFormat.TEXT;

  @Parameters(
      arity = "0..*",
      paramLabel = "URL",
      description = "All configured feeds unless given.")
  List<String> urls = List.of();

  FeedCheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    AppConfig effective = subscribed.config();
    Subscriptions subscriptions = new Subscriptions(effective);
    // Whoever types an address means it, also where it is a machine of their own.
    PollConfig manners =
        urls.isEmpty() ? effective.intake() : effective.intake().withAllowPrivateAddresses(true);
    List<String> all =
        urls.isEmpty() ? subscriptions.feeds().stream().map(FeedDefinition::url).toList() : urls;
    boolean sound = true;
    try (FeedProbe probe = new FeedProbe(manners, InstantSource.system());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Report>> reports = new ArrayList<>();
      all.forEach(url -> reports.add(threads.submit(() -> probe.probe(url))));
      for (Future<Report> report : reports) {
        print(report.get());
        terminal.out().flush();
        sound &= report.get().ok();
      }
    }
    return sound ? Exit.DONE : Exit.FAULT;
  }

  private void print(Report report) {
    switch (format) {
      case JSON -> terminal.line(Json.mapper().writeValueAsString(report));
      case TEXT -> text(report).forEach(terminal::line);
    }
  }

  private static List<String> text(Report report) {
    List<String> lines = new ArrayList<>();
    lines.add((report.ok() ? "ok   " : "FAIL ") + report.url());
    String status = report.status() == 0 ? "" : "status " + report.status();
    if (report.format() != null) {
      lines.add(
          "     "
              + String.join(", ", status, report.format(), report.items() + " items")
              + (report.newest() == null ? "" : ", newest of " + report.newest())
              + (report.title().isEmpty() ? "" : ": " + report.title()));
    }
    if (Boolean.FALSE.equals(report.articles())) {
      lines.add("     robots.txt keeps us from the pages of its articles; leave full_text off");
    }
    if (!report.repairs().isEmpty()) {
      lines.add("     mended: " + String.join("; ", report.repairs()));
    }
    report.advice().forEach(a -> lines.add("     " + a));
    for (FeedLink offer : report.offers()) {
      lines.add(
          "     " + offer.url() + (offer.title().isEmpty() ? "" : "  (" + offer.title() + ")"));
    }
    return lines;
  }
}
