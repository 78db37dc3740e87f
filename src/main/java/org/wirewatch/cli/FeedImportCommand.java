package org.wirewatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirewatch.config.FeedFileReader;
import org.wirewatch.config.FeedFileWriter;
import org.wirewatch.config.KnownSources;
import org.wirewatch.feed.Opml;
import org.wirewatch.json.Json;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.pack.Organisation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description =
        "Subscribe to the feeds of an OPML list; folders become categories. What is subscribed to already stays as it is; a running Wirewatch polls the new ones at once.")
final class FeedImportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin Subscribed subscribed = new Subscribed();

  @Option(names = "--format", description = "text or json.")
  OutputFormat format = OutputFormat.TEXT;

  @Parameters(arity = "1", paramLabel = "OPML")
  @Nullable Path file;

  FeedImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What became of a feed of the list. */
  private enum Outcome {
    ADDED,
    SKIPPED,
    REFUSED
  }

  private record Line(String url, Outcome outcome, String reason) {}

  @Override
  public Integer call() {
    Subscriptions subscriptions = new Subscriptions(subscribed.config());
    Opml.Result.Read list = read(Objects.requireNonNull(file));
    Set<String> known = new HashSet<>(Subscriptions.samenesses(subscriptions.feeds()));
    List<FeedDefinition> added = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (FeedDefinition feed : list.feeds()) {
      Optional<String> fault = FeedFileReader.fault(feed.url());
      if (fault.isPresent()) {
        lines.add(new Line(feed.url(), Outcome.REFUSED, fault.get()));
      } else if (!known.add(Subscriptions.sameness(feed.url()))) {
        lines.add(new Line(feed.url(), Outcome.SKIPPED, "subscribed to already"));
      } else {
        added.add(named(feed));
        lines.add(new Line(feed.url(), Outcome.ADDED, String.join(", ", feed.categories())));
      }
    }
    list.skipped().forEach(s -> lines.add(passedOver(s)));
    write(subscriptions, added);
    lines.forEach(this::print);
    terminal.note(
        count(lines, Outcome.ADDED)
            + " added, "
            + count(lines, Outcome.SKIPPED)
            + " skipped, "
            + count(lines, Outcome.REFUSED)
            + " refused; the feeds are in "
            + subscriptions.target());
    return count(lines, Outcome.REFUSED) == 0 ? Exit.DONE : Exit.FAULT;
  }

  private static Opml.Result.Read read(Path file) {
    try {
      return switch (Opml.read(Files.readAllBytes(file))) {
        case Opml.Result.Read read -> read;
        case Opml.Result.NotOpml no -> throw CommandFault.input(file + ": " + no.reason(), null);
      };
    } catch (NoSuchFileException e) {
      throw CommandFault.input(file + ": there is no such file; check the path", e);
    } catch (IOException e) {
      throw CommandFault.input(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** A list without names gets those of the built-in table. */
  private static FeedDefinition named(FeedDefinition feed) {
    if (!feed.name().isBlank() && !feed.name().equals(feed.url())) {
      return feed;
    }
    String name = KnownSources.of(feed.url()).map(Organisation::name).orElse("");
    return new FeedDefinition(
        feed.url(),
        name,
        feed.country(),
        feed.language(),
        feed.tier(),
        feed.family(),
        feed.interval(),
        feed.fullText(),
        feed.categories());
  }

  /** The reader says {@code ADDRESS: reason}. */
  private static Line passedOver(String skipped) {
    int colon = skipped.lastIndexOf(": ");
    String reason = skipped.substring(colon + 2);
    return new Line(
        skipped.substring(0, colon),
        reason.startsWith("listed twice") ? Outcome.SKIPPED : Outcome.REFUSED,
        reason);
  }

  /** The whole new file beside the old one, then in its place. */
  private static void write(Subscriptions subscriptions, List<FeedDefinition> added) {
    if (added.isEmpty()) {
      return;
    }
    Path target = subscriptions.target().toAbsolutePath();
    Path folder = Objects.requireNonNull(target.getParent());
    try {
      String text = FeedFileWriter.append(subscriptions.targetText(), added);
      Files.createDirectories(folder);
      Path aside = Files.createTempFile(folder, target.getFileName().toString(), ".tmp");
      Files.writeString(aside, text);
      Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IllegalArgumentException e) {
      throw CommandFault.input(target + ": cannot be added to; " + e.getMessage(), e);
    } catch (IOException e) {
      throw CommandFault.environment(target + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private static long count(List<Line> lines, Outcome outcome) {
    return lines.stream().filter(l -> l.outcome() == outcome).count();
  }

  private void print(Line line) {
    terminal.line(
        switch (format) {
          case JSON -> Json.mapper().writeValueAsString(line);
          case TEXT ->
              "%-8s %s%s"
                  .formatted(
                      line.outcome().name().toLowerCase(Locale.ROOT),
                      line.url(),
                      line.reason().isEmpty() ? "" : "  (" + line.reason() + ")");
        });
  }
}
