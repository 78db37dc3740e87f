package org.wirewatch;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.wirewatch.broker.EmbeddedBroker;
import org.wirewatch.cli.CommandFault;
import org.wirewatch.cli.Terminal;
import org.wirewatch.config.AppConfig;
import org.wirewatch.topology.Topics;
import org.wirewatch.topology.TopicsConfig;

/**
 * The Kafka that a system works on: the one it was given, or one of its own in the data folder.
 *
 * @param servers where it is
 * @param client what every client of it is made with
 * @param topics the system's topics, which exist
 */
record KafkaAccess(String servers, Map<String, Object> client, Topics topics) {
  private static final int PATIENCE_MS = 10_000;

  KafkaAccess {
    client = Map.copyOf(client);
  }

  /**
   * Reaches Kafka and creates the topics that are missing.
   *
   * @param toStop told of what was started here and is to be stopped at the end
   * @throws CommandFault if Kafka cannot be used
   */
  static KafkaAccess open(
      AppConfig config, DataFolder data, Terminal terminal, Consumer<EmbeddedBroker> toStop) {
    String given = config.kafka().bootstrapServers();
    String servers = given == null ? ownBroker(data, terminal, toStop) : given;
    Map<String, Object> client = new HashMap<>(config.kafka().client());
    client.put("bootstrap.servers", servers);
    Topics topics = new Topics(config.kafka().topics(), TopicsConfig.DEFAULT);
    createTopics(topics, client, servers);
    return new KafkaAccess(servers, client, topics);
  }

  private static String ownBroker(
      DataFolder data, Terminal terminal, Consumer<EmbeddedBroker> toStop) {
    terminal.note("starting the embedded Kafka broker in " + data.resolve("kafka") + " …");
    EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("kafka"), 0);
    toStop.accept(broker);
    terminal.note("Kafka is on " + broker.bootstrapServers());
    return broker.bootstrapServers();
  }

  private static void createTopics(Topics topics, Map<String, Object> client, String servers) {
    Map<String, Object> properties = new HashMap<>(client);
    properties.put("default.api.timeout.ms", PATIENCE_MS);
    properties.put("request.timeout.ms", PATIENCE_MS);
    try (Admin admin = Admin.create(properties)) {
      admin.describeCluster().nodes().get();
      topics.create(admin);
    } catch (KafkaException | ExecutionException e) {
      Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
      throw CommandFault.environment(
          "the Kafka at "
              + servers
              + " cannot be used: "
              + cause.getMessage()
              + "; start it, correct --bootstrap-servers, or leave them out for the embedded broker",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFault.environment("interrupted while starting", e);
    }
  }
}
