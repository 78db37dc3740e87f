package org.wirewatch.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One line at the foot of a terminal that says how things go, out of the way of what is printed
 * above it. On a pipe there is none. Thread-safe.
 */
public final class StatusLine implements AutoCloseable {
  private final Terminal terminal;
  private final Supplier<String> status;
  private final @Nullable ScheduledExecutorService thread;
  private final Object screen = new Object();

  private StatusLine(
      Terminal terminal, Supplier<String> status, @Nullable ScheduledExecutorService thread) {
    this.terminal = terminal;
    this.status = status;
    this.thread = thread;
  }

  /** Shows {@code status} anew every second, if a person is looking. */
  public static StatusLine on(Terminal terminal, Supplier<String> status) {
    if (!terminal.colour()) {
      return new StatusLine(terminal, status, null);
    }
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("status-line").factory());
    StatusLine line = new StatusLine(terminal, status, thread);
    var _ = thread.scheduleWithFixedDelay(line::show, 1, 1, TimeUnit.SECONDS);
    return line;
  }

  /** Where results are printed: as the terminal's, with the line cleared away first. */
  public PrintStream out() {
    if (thread == null) {
      return terminal.out();
    }
    return new PrintStream(terminal.out(), false, StandardCharsets.UTF_8) {
      @Override
      public void write(byte[] bytes, int from, int length) {
        synchronized (screen) {
          terminal.err().print(Terminal.CLEAR_LINE);
          terminal.err().flush();
          super.write(bytes, from, length);
          super.flush();
        }
      }
    };
  }

  private void show() {
    synchronized (screen) {
      terminal.err().print(Terminal.CLEAR_LINE + "\u001B[2m" + status.get() + "\u001B[0m");
      terminal.err().flush();
    }
  }

  @Override
  public void close() {
    if (thread != null) {
      thread.shutdownNow();
      synchronized (screen) {
        terminal.err().print(Terminal.CLEAR_LINE);
        terminal.err().flush();
      }
    }
  }
}
