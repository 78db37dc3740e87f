package org.wirewatch.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where files that people wrote are read; what cannot be read is a problem with what to do. */
public final class WrittenFiles {
  private static final long MAX_BYTES = 256L << 20;

  private WrittenFiles() {}

  /** The text of a file in UTF-8, or the problem that stands in the way. */
  static Loaded<Optional<String>> text(Path file) {
    Position at = new Position(file.toString(), 1, 1);
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        return fault(at, "is " + (size >> 20) + " MB large; split it into files of up to 256 MB");
      }
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return new Loaded<>(
          Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text), List.of());
    } catch (NoSuchFileException e) {
      return fault(at, "there is no such file; check the path");
    } catch (CharacterCodingException e) {
      return fault(at, "is not UTF-8; save it in that encoding");
    } catch (IOException e) {
      return fault(at, "cannot be read: " + e.getMessage());
    }
  }

  /** The text of a file that was read without problems before; empty where it is not there. */
  public static String content(Path file) {
    return text(file).value().orElse("");
  }

  private static Loaded<Optional<String>> fault(Position at, String message) {
    return new Loaded<>(Optional.empty(), List.of(Problem.error(at, message)));
  }

  /**
   * One of the files that a new data folder is given: {@code watchlists.yaml}, {@code feeds.yaml},
   * {@code sample.xml}.
   */
  public static String starter(String name) {
    try (InputStream in =
        WrittenFiles.class.getResourceAsStream("/org/wirewatch/starter/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no starter file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
