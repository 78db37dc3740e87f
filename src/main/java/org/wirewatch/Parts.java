package org.wirewatch;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of a system that were started, to be stopped in reverse order. Thread-safe. */
final class Parts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

  private final Deque<Part> parts = new ArrayDeque<>();

  /** Something started, and how it is stopped. */
  private record Part(String name, AutoCloseable stop) {}

  /** Takes in what was just started, and gives it back. */
  synchronized <T extends AutoCloseable> T started(String name, T part) {
    parts.push(new Part(name, part));
    return part;
  }

  /** Stops all; one that fails to stop keeps no other from it. */
  @Override
  public synchronized void close() {
    while (!parts.isEmpty()) {
      Part part = parts.pop();
      try {
        part.stop().close();
      } catch (Exception e) {
        LOG.atWarn()
            .addKeyValue("part", part.name())
            .addKeyValue("reason", e.toString())
            .log("did not stop cleanly");
      }
    }
  }
}
