package org.wirewatch.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.wirewatch.config.AppConfig;
import org.wirewatch.topology.DefinitionSync;
import org.wirewatch.topology.Topics;
import org.wirewatch.topology.TopicsConfig;
import picocli.CommandLine.Option;

/** The options of a command that speaks to a running system by way of its Kafka. */
final class Reach {
  private static final int PATIENCE_MS = 10_000;

  @Option(names = "--config", paramLabel = "FILE", description = "The configuration file.")
  @Nullable Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder of the running Wirewatch; .wirewatch unless given.")
  @Nullable Path data;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "The Kafka to use instead of that of the running Wirewatch.")
  @Nullable String bootstrapServers;

  /** The configuration with what the command line says on top. */
  AppConfig config() {
    AppConfig effective = ConfigCommands.load(config);
    effective = data == null ? effective : effective.withData(data);
    return bootstrapServers == null ? effective : effective.withBootstrapServers(bootstrapServers);
  }

  /** The Kafka of the system; empty where none is known. */
  private static Optional<String> servers(AppConfig config) {
    return Optional.ofNullable(config.kafka().bootstrapServers())
        .or(() -> RunState.of(config.data()).map(RunState::bootstrapServers));
  }

  /** Does something with the system's topics if a system is known, and says so if it fails. */
  <T> Optional<T> ifThere(TopicsWork<T> work) {
    AppConfig effective = config();
    Optional<String> servers = servers(effective);
    if (servers.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> client = new HashMap<>(effective.kafka().client());
    client.put("bootstrap.servers", servers.get());
    client.put("default.api.timeout.ms", PATIENCE_MS);
    client.put("request.timeout.ms", PATIENCE_MS);
    client.put("delivery.timeout.ms", PATIENCE_MS);
    client.put("max.block.ms", PATIENCE_MS);
    Topics topics = new Topics(effective.kafka().topics(), TopicsConfig.DEFAULT);
    try {
      return Optional.of(work.with(new DefinitionSync(client), topics));
    } catch (KafkaException e) {
      throw CommandFault.environment(
          "the Kafka at "
              + servers.get()
              + " cannot be used: "
              + e.getMessage()
              + "; start it, or correct --bootstrap-servers",
          e);
    }
  }

  /**
   * As {@link #ifThere}.
   *
   * @throws CommandFault if no system is known
   */
  <T> T there(TopicsWork<T> work) {
    return ifThere(work)
        .orElseThrow(() ->
            CommandFault.environment(
                "no Wirewatch runs in "
                    + config().data()
                    + "; start one with run, or say where it is: --data DIR or --bootstrap-servers"
                    + " HOST:PORT",
                null));
  }

  /** Something done with a system's topics. */
  interface TopicsWork<T> {
    T with(DefinitionSync sync, Topics topics);
  }
}
