package org.wirewatch.cli;

/** The exit codes that scripts rely on. */
final class Exit {
  static final int DONE = 0;
  static final int FAULT = 1;
  static final int USAGE = 2;
  static final int ENVIRONMENT = 3;

  private Exit() {}
}
