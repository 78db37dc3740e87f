package org.wirewatch.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wirewatch.config.AppConfig;
import picocli.CommandLine.Option;

/** The options that say whose feeds a command is about. */
final class Subscribed {
  @Option(names = "--config", paramLabel = "FILE", description = "The configuration file.")
  @Nullable Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder; .wirewatch unless given.")
  @Nullable Path data;

  /** The configuration, or the defaults; a faulty one ends the command. */
  AppConfig config() {
    AppConfig loaded = ConfigCommands.load(config);
    return data == null ? loaded : loaded.withData(data);
  }
}
