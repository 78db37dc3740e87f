package org.wirewatch.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirewatch.feed.FeedLimits;
import org.wirewatch.feed.FeedParser;
import org.wirewatch.feed.FeedResult;
import org.wirewatch.feed.Origin;
import org.wirewatch.json.Json;
import org.wirewatch.model.Item;
import org.wirewatch.poll.FetchResult;
import org.wirewatch.poll.Fetcher;
import org.wirewatch.poll.PollConfig;
import org.wirewatch.text.LanguageDetector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "parse",
    description = "Print the items of feeds as JSON Lines, each with its file.")
final class FeedParseCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final FeedParser parser = new FeedParser(FeedLimits.DEFAULT, LanguageDetector::detect);

  @Option(
      names = "--headers",
      paramLabel = "FILE",
      description = "HTTP response headers to assume, one 'Name: value' a line.")
  @Nullable Path headers;

  @Option(
      names = "--base",
      paramLabel = "URL",
      description = "The address that the files came from.")
  @Nullable String base;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|URL",
      description = "Files, folders of them, web addresses, or - for standard input.")
  List<String> inputs = List.of();

  private int unreadable;

  FeedParseCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    Map<String, List<String>> assumed = headers == null ? Map.of() : headers(headers);
    for (String input : inputs) {
      if (input.startsWith("http://") || input.startsWith("https://")) {
        url(input);
      } else {
        local(input, assumed);
      }
    }
    return unreadable > 0 ? Exit.FAULT : Exit.DONE;
  }

  /** A file, a folder of them, or {@code -} for standard input. */
  private void local(String input, Map<String, List<String>> assumed) {
    Path path = Path.of(input);
    if (!Files.isDirectory(path)) {
      file(input, assumed);
      return;
    }
    try {
      Folders.files(path).forEach(f -> file(f.toString(), assumed));
    } catch (IOException e) {
      error(input, "cannot be read: " + e.getMessage());
    }
  }

  private void file(String input, Map<String, List<String>> assumed) {
    try (InputStream in =
        input.equals("-") ? terminal.in() : Files.newInputStream(Path.of(input))) {
      byte[] bytes = in.readNBytes(FeedLimits.DEFAULT.maxBytes() + 1);
      result(input, parser.parse(bytes, new Origin(base, assumed, Instant.now(), null)));
    } catch (NoSuchFileException e) {
      error(input, "there is no such file; check the path");
    } catch (IOException e) {
      error(input, "cannot be read: " + e.getMessage());
    }
  }

  private void url(String input) throws InterruptedException {
    PollConfig config = PollConfig.DEFAULT.withAllowPrivateAddresses(true);
    try (Fetcher fetcher = new Fetcher(config, InstantSource.system())) {
      switch (fetcher.fetch(input)) {
        case FetchResult.Body body ->
            result(
                input,
                parser.parse(
                    body.bytes(),
                    new Origin(body.finalUrl(), body.headers(), Instant.now(), null)));
        case FetchResult.NotModified _ ->
            error(input, "the server says that nothing changed, though nobody asked");
        case FetchResult.Failed failed -> error(input, failed.message());
      }
    }
  }

  private void result(String input, FeedResult result) {
    switch (result) {
      case FeedResult.Parsed parsed -> {
        if (parsed.items().isEmpty()) {
          terminal.note(input + ": a readable feed without items");
        }
        parsed.items().forEach(i -> item(input, i));
      }
      case FeedResult.Unreadable u -> error(input, u.reason());
    }
  }

  private void item(String input, Item item) {
    ObjectNode line = Json.mapper().createObjectNode().put("file", input);
    line.setAll((ObjectNode) Json.mapper().valueToTree(item));
    terminal.line(line.toString());
  }

  private void error(String input, String reason) {
    unreadable++;
    terminal.line(
        Json.mapper().createObjectNode().put("file", input).put("error", reason).toString());
  }

  private static Map<String, List<String>> headers(Path file) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          headers
              .computeIfAbsent(line.substring(0, colon).strip(), _ -> new ArrayList<>())
              .add(line.substring(colon + 1).strip());
        }
      }
      return headers;
    } catch (IOException e) {
      throw CommandFault.input(file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
