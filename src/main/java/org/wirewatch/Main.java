package org.wirewatch;

import org.wirewatch.cli.Terminal;
import org.wirewatch.cli.Wirewatch;

/** Where the process begins: hands the words of the command line on. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(Wirewatch.run(args, Terminal.ofProcess(), App::start));
  }
}
