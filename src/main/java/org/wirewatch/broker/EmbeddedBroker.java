package org.wirewatch.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.metadata.storage.FormatterException;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A Kafka broker and its KRaft controller in this JVM, on loopback only, its log in one folder that
 * survives restarts. Single use: started once, closed once. Thread-safe.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final int NODE_ID = 1;

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a broker and returns when topics can be created. An unclean end before is recovered
   * from.
   *
   * @param data where its log is kept; made and formatted where missing
   * @param port of the client listener on 127.0.0.1; 0 for any free one
   * @throws BrokerFault if the folder cannot be used, the port is taken or another process uses the
   *     folder
   */
  public static EmbeddedBroker start(Path data, int port) {
    return start(data, port, Map.of());
  }

  /**
   * The same with some settings of the broker's own, as its {@code server.properties} would have.
   */
  public static EmbeddedBroker start(Path data, int port, Map<String, String> settings) {
    Path log = data.toAbsolutePath().normalize();
    int clientPort = port == 0 ? freePort() : requireFree(port);
    Properties properties = properties(log, clientPort, freePort());
    properties.putAll(settings);
    try {
      Files.createDirectories(log);
      if (!Files.isWritable(log)) {
        throw new IOException("it is not writable");
      }
      if (!Files.exists(log.resolve("meta.properties"))) {
        format(log);
      }
    } catch (IOException | FormatterException e) {
      throw new BrokerFault(
          "cannot keep the broker's log in "
              + log
              + ": "
              + e.getMessage()
              + "; give another folder with --data, or make this one writable",
          e);
    }
    return start(log, clientPort, properties);
  }

  private static EmbeddedBroker start(Path log, int port, Properties properties) {
    KafkaRaftServer server = null;
    try {
      server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
      server.startup();
      return new EmbeddedBroker(server, port);
    } catch (RuntimeException e) {
      if (server != null) {
        server.shutdown();
      }
      throw new BrokerFault(reason(log, e), e);
    }
  }

  private static String reason(Path log, RuntimeException e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = String.valueOf(root.getMessage());
    if (root instanceof KafkaException && message.contains("lock")) {
      return "another process uses the broker's log in "
          + log
          + "; stop it, or give another folder with --data";
    }
    return "the embedded broker did not start on "
        + log
        + ": "
        + message
        + "; give another folder with --data, or an outside broker with --bootstrap-servers";
  }

  private static void format(Path log) {
    Formatter formatter =
        new Formatter()
            .setPrintStream(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
            .setNodeId(NODE_ID)
            .setClusterId(Uuid.randomUuid().toString())
            .setControllerListenerName("CONTROLLER")
            .setReleaseVersion(MetadataVersion.latestProduction())
            .setDirectories(List.of(log.toString()))
            .setMetadataLogDirectory(log.toString());
    try {
      formatter.run();
    } catch (FormatterException e) {
      throw e;
    } catch (Exception e) {
      throw new FormatterException(e.getMessage());
    }
  }

  /** One broker has one replica of everything; quick groups and little memory suit one machine. */
  private static Properties properties(Path log, int port, int controllerPort) {
    Properties p = new Properties();
    p.put("process.roles", "broker,controller");
    p.put("node.id", String.valueOf(NODE_ID));
    p.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
    p.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    p.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    p.put("inter.broker.listener.name", "PLAINTEXT");
    p.put("controller.listener.names", "CONTROLLER");
    p.put("log.dirs", log.toString());
    p.put("auto.create.topics.enable", "false");
    p.put("default.replication.factor", "1");
    p.put("min.insync.replicas", "1");
    for (String topic :
        List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
      p.put(topic + ".num.partitions", "2");
      p.put(topic + ".replication.factor", "1");
    }
    p.put("transaction.state.log.min.isr", "1");
    p.put("share.coordinator.state.topic.min.isr", "1");
    p.put("group.initial.rebalance.delay.ms", "0");
    p.put("group.streams.initial.rebalance.delay.ms", "0");
    for (String group : List.of("consumer", "share", "streams")) {
      p.put("group." + group + ".min.heartbeat.interval.ms", "200");
      p.put("group." + group + ".heartbeat.interval.ms", "200");
      p.put("group." + group + ".assignment.interval.ms", "0");
    }
    p.put("broker.heartbeat.interval.ms", "200");
    p.put("log.cleaner.dedupe.buffer.size", "2097152");
    p.put("num.network.threads", "2");
    p.put("num.io.threads", "4");
    p.put("controlled.shutdown.enable", "false");
    return p;
  }

  /** {@code host:port} for clients on this machine. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Stops the broker and waits until its log is closed. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new BrokerFault("no free port on 127.0.0.1: " + e.getMessage(), e);
    }
  }

  private static int requireFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      return port;
    } catch (IOException e) {
      throw new BrokerFault(
          "port " + port + " on 127.0.0.1 is in use; stop what uses it, or choose another", e);
    }
  }
}
