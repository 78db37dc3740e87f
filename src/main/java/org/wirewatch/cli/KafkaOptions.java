package org.wirewatch.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirewatch.config.AppConfig;
import picocli.CommandLine.Option;

/** The options of commands that ask the Kafka of a system, running or configured. */
final class KafkaOptions {
  private static final int PATIENCE_MS = 10_000;

  @Option(names = "--config", paramLabel = "FILE", description = "The configuration file.")
  @Nullable Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder; .wirewatch unless given.")
  @Nullable Path data;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "The Kafka to ask.")
  @Nullable String bootstrapServers;

  AppConfig config() {
    AppConfig effective = ConfigCommands.load(config);
    effective = data == null ? effective : effective.withData(data);
    return bootstrapServers == null ? effective : effective.withBootstrapServers(bootstrapServers);
  }

  /** What clients of the Kafka are given; a fault of the environment where there is none. */
  static Map<String, Object> client(AppConfig config) {
    String servers =
        Optional.ofNullable(config.kafka().bootstrapServers())
            .or(() -> RunState.of(config.data()).map(RunState::bootstrapServers))
            .orElseThrow(() ->
                CommandFault.environment(
                    "no Kafka to ask: nothing runs in "
                        + config.data()
                        + "; start it with run, or say --bootstrap-servers or --data",
                    null));
    Map<String, Object> client = new HashMap<>(config.kafka().client());
    client.put("bootstrap.servers", servers);
    client.put("default.api.timeout.ms", PATIENCE_MS);
    return client;
  }
}
