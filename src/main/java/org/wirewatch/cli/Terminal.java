package org.wirewatch.cli;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Where a command reads and writes. Text is UTF-8 with plain line feeds wherever it runs.
 *
 * @param out results; buffered, flushed when a command ends and whenever it waits
 * @param err everything else
 * @param colour whether a person sits at the other end of {@code out}
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, boolean colour) {

  /** Begins the line under the cursor anew. */
  static final String CLEAR_LINE = "\r\u001B[2K";

  /** The process's own. Colour follows https://no-color.org. */
  public static Terminal ofProcess() {
    Console console = System.console();
    boolean person = Objects.nonNull(console) && console.isTerminal();
    return new Terminal(
        System.in,
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
            false,
            StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        person && System.getenv("NO_COLOR") == null);
  }

  /** One line of a result. */
  void line(String text) {
    out.print(text);
    out.print('\n');
  }

  /** One line for whoever watches, in the place of a status line if there is one. */
  public void note(String text) {
    err.print((colour ? CLEAR_LINE : "") + "wirewatch: " + text + "\n");
    err.flush();
  }
}
