package org.wirewatch.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** How {@code run} starts the whole system; given by whoever composes it. */
@FunctionalInterface
public interface SystemStarter {
  /**
   * Starts the system and returns when it runs.
   *
   * @throws CommandFault if it cannot, with what to do
   */
  RunningSystem start(RunOptions options, Terminal terminal);

  /** A system that runs until it is closed. */
  interface RunningSystem extends AutoCloseable {
    /** Waits until the system ends by itself; returns the reason, or nothing if it was closed. */
    Optional<String> await() throws InterruptedException;

    /** Stops everything in reverse order; nothing is lost. */
    @Override
    void close();
  }

  /**
   * What the user asked {@code run} for.
   *
   * @param config a configuration file
   * @param roles which parts run here
   * @param bootstrapServers a Kafka to use instead of the embedded broker
   * @param data where everything is kept
   * @param port of the desk; 0 for any free one
   */
  record RunOptions(
      Optional<Path> config,
      Set<Role> roles,
      Optional<String> bootstrapServers,
      Optional<Path> data,
      Optional<Integer> port) {}

  /** The parts of a system that can run apart. */
  enum Role {
    POLL,
    PROCESS,
    NOTIFY,
    SERVE
  }
}
