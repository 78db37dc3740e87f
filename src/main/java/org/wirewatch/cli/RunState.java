package org.wirewatch.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wirewatch.json.Json;
import tools.jackson.core.JacksonException;

/**
 * Where a running system can be reached, kept in its data folder as {@code run.json} while it runs.
 *
 * @param desk address of its pages and its bundled sample feed
 */
public record RunState(long pid, String bootstrapServers, String desk) {
  private static final String NAME = "run.json";

  /** What the folder says, if a process of that number is still there. */
  static Optional<RunState> of(Path data) {
    try {
      RunState state =
          Json.mapper().readValue(Files.readAllBytes(data.resolve(NAME)), RunState.class);
      return ProcessHandle.of(state.pid()).map(_ -> state);
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }

  public void write(Path data) {
    try {
      Files.write(data.resolve(NAME), Json.mapper().writeValueAsBytes(this));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void clear(Path data) {
    try {
      Files.deleteIfExists(data.resolve(NAME));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
