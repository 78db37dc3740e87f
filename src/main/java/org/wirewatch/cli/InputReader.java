package org.wirewatch.cli;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirewatch.feed.FeedLimits;
import org.wirewatch.feed.FeedParser;
import org.wirewatch.feed.FeedResult;
import org.wirewatch.feed.Items;
import org.wirewatch.feed.Origin;
import org.wirewatch.json.Json;
import org.wirewatch.model.Item;
import org.wirewatch.text.LanguageDetector;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads articles in whatever form they come: plain text, HTML, a feed, JSON Lines of items, or a
 * folder of such files. The form is told by the content. Lines are handed on before they are
 * understood, so that this can be done elsewhere, and many at a time.
 */
final class InputReader {
  private static final int PEEK = 8192;

  private final Terminal terminal;
  private final Function<String, Optional<String>> languages = LanguageDetector::detect;
  private final FeedParser parser = new FeedParser(FeedLimits.DEFAULT, languages);

  InputReader(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Something that becomes one item, or turns out to be none. */
  sealed interface Piece {
    /** A line of JSON. */
    record Line(String source, long number, String json) implements Piece {}

    /** An item that was read. */
    record Read(Item item) implements Piece {}

    /** Something that is no item. */
    record Fault(String message) implements Piece {}
  }

  /** Takes pieces one by one; {@link #waiting} is called where the next may take a while. */
  interface Sink {
    void piece(Piece piece);

    void waiting();
  }

  /**
   * Reads inputs in order, folders in the order of their files' names.
   *
   * @param inputs paths, or {@code -} for standard input; none is standard input
   */
  void read(List<String> inputs, Sink sink) {
    if (inputs.isEmpty()) {
      stream("-", terminal.in(), sink);
    }
    for (String input : inputs) {
      if (input.equals("-")) {
        stream("-", terminal.in(), sink);
      } else {
        path(Path.of(input), sink);
      }
    }
  }

  private void path(Path path, Sink sink) {
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.walk(path)) {
        files.filter(Files::isRegularFile).sorted().forEach(f -> path(f, sink));
      } catch (IOException e) {
        sink.piece(new Piece.Fault(path + ": cannot be read: " + e.getMessage()));
      }
      return;
    }
    try (InputStream in = Files.newInputStream(path)) {
      stream(path.toString(), in, sink);
    } catch (java.nio.file.NoSuchFileException e) {
      sink.piece(new Piece.Fault(path + ": there is no such file; check the path"));
    } catch (IOException e) {
      sink.piece(new Piece.Fault(path + ": cannot be read: " + e.getMessage()));
    }
  }

  private void stream(String source, InputStream raw, Sink sink) {
    try {
      BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
      String head = peek(in);
      if (head.startsWith("{") && !isJsonFeed(head)) {
        lines(source, in, sink);
      } else {
        byte[] bytes = in.readNBytes(FeedLimits.DEFAULT.maxBytes() + 1);
        document(source, bytes, head, sink);
      }
    } catch (IOException e) {
      sink.piece(new Piece.Fault(source + ": cannot be read: " + e.getMessage()));
    }
  }

  /** The first characters, without a byte order mark and white space, as far as they are ASCII. */
  private static String peek(BufferedInputStream in) throws IOException {
    in.mark(PEEK);
    byte[] head = in.readNBytes(PEEK);
    in.reset();
    return new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
  }

  private static boolean isJsonFeed(String head) {
    return head.contains("jsonfeed.org/version");
  }

  private static void lines(String source, InputStream in, Sink sink) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
    long number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (!line.isBlank()) {
        sink.piece(new Piece.Line(source, number, line));
      }
      if (!reader.ready()) {
        sink.waiting();
      }
    }
  }

  private void document(String source, byte[] bytes, String head, Sink sink) {
    boolean markup =
        head.startsWith("<") || isJsonFeed(head) || bytes.length > FeedLimits.DEFAULT.maxBytes();
    if (head.startsWith("[")) {
      array(source, bytes, sink);
      return;
    }
    if (!markup && !looksEncoded(bytes)) {
      if (head.isEmpty()) {
        sink.piece(new Piece.Fault(source + ": is empty; nothing to read"));
      } else {
        sink.piece(
            new Piece.Read(Items.ofText(new String(bytes, StandardCharsets.UTF_8), languages)));
      }
      return;
    }
    switch (parser.parseAny(bytes, Origin.handedIn(Instant.now()))) {
      case FeedResult.Parsed parsed -> {
        if (parsed.items().isEmpty()) {
          terminal.note(source + ": a readable feed without items");
        }
        parsed.items().forEach(i -> sink.piece(new Piece.Read(i.recorded())));
      }
      case FeedResult.Unreadable unreadable ->
          sink.piece(new Piece.Fault(source + ": " + unreadable.reason()));
    }
  }

  /** Markup in UTF-16 or UTF-32 begins with a mark or has zero bytes where text has none. */
  private static boolean looksEncoded(byte[] bytes) {
    return bytes.length > 1
        && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
            || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
            || bytes[0] == 0
            || bytes[1] == 0);
  }

  private static void array(String source, byte[] bytes, Sink sink) {
    try {
      int number = 0;
      for (JsonNode node : Json.mapper().readTree(bytes)) {
        sink.piece(new Piece.Line(source, ++number, node.toString()));
      }
    } catch (JacksonException e) {
      sink.piece(new Piece.Fault(source + ": is no JSON: " + e.getOriginalMessage()));
    }
  }

  /** The item of a piece, or none: then {@code faults} was told why. */
  @Nullable Item item(Piece piece, Consumer<String> faults) {
    return switch (piece) {
      case Piece.Read read -> read.item();
      case Piece.Fault fault -> {
        faults.accept(fault.message());
        yield null;
      }
      case Piece.Line line -> {
        try {
          Item item = Json.readItem(Json.mapper().readTree(line.json()));
          if (item.isBlank()) {
            faults.accept(
                line.source()
                    + ":"
                    + line.number()
                    + ": dropped, it has neither title, summary, body nor url");
            yield null;
          }
          yield Items.complete(item, languages);
        } catch (JacksonException e) {
          faults.accept(
              line.source() + ":" + line.number() + ": is no JSON: " + e.getOriginalMessage());
        } catch (Json.ItemFault e) {
          faults.accept(line.source() + ":" + line.number() + ": is no item: " + e.getMessage());
        }
        yield null;
      }
    };
  }
}
