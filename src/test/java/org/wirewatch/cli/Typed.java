package org.wirewatch.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A command as typed, with what came of it.
 *
 * @param out standard output
 * @param err standard error
 */
record Typed(int exit, String out, String err) {

  static Typed command(String... words) {
    return withInput("", words);
  }

  static Typed withInput(String in, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            stream(out),
            stream(err),
            false);
    int exit =
        Wirewatch.run(
            words,
            terminal,
            (_, _) -> {
              throw new IllegalStateException("only run starts a system");
            });
    return new Typed(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  List<String> lines() {
    return out.lines().toList();
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
