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
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.wirewatch.feed.FeedLimits;
import org.wirewatch.feed.FeedParser;
import org.wirewatch.feed.FeedResult;
import org.wirewatch.feed.Items;
import org.wirewatch.feed.Origin;
import org.wirewatch.json.Json;
import org.wirewatch.json.JsonItems;
import org.wirewatch.model.Item;
import org.wirewatch.text.LanguageDetector;
import tools.jackson.core.JacksonException;

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
      try {
        Folders.files(path).forEach(f -> path(f, sink));
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
      BufferedInputStream in = unpacked(new BufferedInputStream(raw, 1 << 16));
      String head = new String(peek(in, PEEK), StandardCharsets.UTF_8);
      if (isLines(head.replace("\uFEFF", "").stripLeading())) {
        lines(source, in, sink);
      } else {
        document(source, in.readNBytes(FeedLimits.DEFAULT.maxBytes() + 1), sink);
      }
    } catch (IOException e) {
      sink.piece(new Piece.Fault(source + ": cannot be read: " + e.getMessage()));
    }
  }

  private static BufferedInputStream unpacked(BufferedInputStream in) throws IOException {
    byte[] magic = peek(in, 2);
    boolean packed = magic.length == 2 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b;
    return packed ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16) : in;
  }

  private static byte[] peek(BufferedInputStream in, int most) throws IOException {
    in.mark(most);
    byte[] head = in.readNBytes(most);
    in.reset();
    return head;
  }

  /** Whether JSON stands there line by line, rather than spread over several for people to read. */
  private static boolean isLines(String head) {
    if (!head.startsWith("{") || isJsonFeed(head)) {
      return false;
    }
    String first = head.lines().findFirst().orElse("").stripTrailing();
    boolean goesOn = first.endsWith("{") || first.endsWith(",") || first.endsWith("[");
    return !goesOn || first.length() == head.length();
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

  private void document(String source, byte[] bytes, Sink sink) {
    boolean tooLong = bytes.length > FeedLimits.DEFAULT.maxBytes();
    String text = tooLong ? "" : Items.text(bytes).orElse("").stripLeading();
    boolean json = text.startsWith("{") || text.startsWith("[");
    if (json && !isJsonFeed(text.substring(0, Math.min(PEEK, text.length())))) {
      json(source, text, sink);
    } else if (text.isEmpty() || text.startsWith("<") || json) {
      markup(source, bytes, sink);
    } else {
      sink.piece(new Piece.Read(Items.ofText(text, languages)));
    }
  }

  private void markup(String source, byte[] bytes, Sink sink) {
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

  private static void json(String source, String text, Sink sink) {
    for (JsonItems.Part part : JsonItems.read(text)) {
      sink.piece(
          switch (part) {
            case JsonItems.Part.Value value ->
                new Piece.Line(
                    source, value.line().orElse(value.index() + 1), value.json().toString());
            case JsonItems.Part.Broken broken ->
                new Piece.Fault(source + ": " + broken.place() + ": " + broken.reason());
          });
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
              line.source()
                  + ":"
                  + line.number()
                  + ": is no JSON: "
                  + e.getOriginalMessage()
                  + "; a line is one whole object: is the file cut off here?");
        } catch (Json.ItemFault e) {
          faults.accept(line.source() + ":" + line.number() + ": is no item: " + e.getMessage());
        }
        yield null;
      }
    };
  }
}
