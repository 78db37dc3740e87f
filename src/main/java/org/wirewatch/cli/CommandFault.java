package org.wirewatch.cli;

import org.jspecify.annotations.Nullable;

/**
 * A command cannot go on, for a reason that its user can mend; the message is the one line that is
 * shown.
 */
public final class CommandFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int exit;

  private CommandFault(int exit, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exit = exit;
  }

  /** The input is at fault: exit 1. */
  public static CommandFault input(String message, @Nullable Throwable cause) {
    return new CommandFault(Exit.FAULT, message, cause);
  }

  /** The command is used wrongly: exit 2. */
  public static CommandFault usage(String message) {
    return new CommandFault(Exit.USAGE, message, null);
  }

  /** The environment lacks something: exit 3. */
  public static CommandFault environment(String message, @Nullable Throwable cause) {
    return new CommandFault(Exit.ENVIRONMENT, message, cause);
  }

  int exit() {
    return exit;
  }
}
