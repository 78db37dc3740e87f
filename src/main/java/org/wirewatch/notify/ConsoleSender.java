package org.wirewatch.notify;

import java.io.PrintStream;
import org.wirewatch.model.Notification;

/** Writes to a stream, a whole message at a time. */
final class ConsoleSender implements Sender {
  private final PrintStream out;
  private final ConsoleText text;

  ConsoleSender(PrintStream out, ConsoleText text) {
    this.out = out;
    this.text = text;
  }

  @Override
  public Outcome send(Notification notification) {
    out.print(text.render(notification));
    out.flush();
    return out.checkError()
        ? Outcome.Retry.of(Outcome.Reason.UNREACHABLE, "standard output is closed")
        : Outcome.Sent.of("printed");
  }

  @Override
  public Outcome check() {
    return Outcome.Sent.of("standard output");
  }
}
