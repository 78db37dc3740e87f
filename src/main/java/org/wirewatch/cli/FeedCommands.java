package org.wirewatch.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code feed …}: what can be done with feeds. */
@Command(name = "feed", description = "Read feeds, and say which to poll.")
final class FeedCommands {
  private FeedCommands() {}

  static CommandLine of(Terminal terminal) {
    return new CommandLine(new FeedCommands())
        .addSubcommand(new FeedParseCommand(terminal))
        .addSubcommand(new FeedImportCommand(terminal))
        .addSubcommand(new FeedExportCommand(terminal))
        .addSubcommand(new FeedListCommand(terminal))
        .addSubcommand(new FeedCheckCommand(terminal));
  }
}
