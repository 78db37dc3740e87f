package org.wirewatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.wirewatch.cli.RunState;
import org.wirewatch.cli.SystemStarter.Role;
import org.wirewatch.cli.SystemStarter.RunOptions;
import org.wirewatch.cli.SystemStarter.RunningSystem;
import org.wirewatch.cli.Terminal;
import org.wirewatch.json.Json;

/** A whole system in this process, with a broker of its own and nothing that it polls. */
record StartedSystem(RunningSystem system, RunState state) {

  /**
   * @param folder its data are in {@code data} in it
   * @param errors takes what it tells its operators
   */
  static StartedSystem of(Path folder, Path config, OutputStream errors) throws IOException {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    RunningSystem system =
        App.start(
            new RunOptions(
                Optional.of(config),
                EnumSet.complementOf(EnumSet.of(Role.POLL)),
                Optional.empty(),
                Optional.of(folder.resolve("data")),
                Optional.of(0)),
            new Terminal(
                InputStream.nullInputStream(),
                nowhere,
                new PrintStream(errors, true, UTF_8),
                false));
    byte[] state = Files.readAllBytes(folder.resolve("data/run.json"));
    return new StartedSystem(system, Json.mapper().readValue(state, RunState.class));
  }
}
