package org.wirewatch.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.wirewatch.broker.EmbeddedBroker;
import org.wirewatch.config.WatchlistReader;
import org.wirewatch.json.Json;
import org.wirewatch.judge.Judge;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Item;
import org.wirewatch.model.TopicNames;
import org.wirewatch.model.Watchlist;
import org.wirewatch.route.Router;
import org.wirewatch.route.Routing;
import org.wirewatch.story.StoryLimits;
import org.wirewatch.topology.AlertTopology;
import org.wirewatch.topology.RouteSettings;
import org.wirewatch.topology.Topics;
import org.wirewatch.topology.TopicsConfig;
import org.wirewatch.topology.TopologySettings;

/**
 * A broker in this JVM with the topics of one system, one partition each, and a topology on it that
 * runs as it does in production: exactly once, stores on disk.
 */
final class RunningTopology implements AutoCloseable {
  private final Path folder;
  private final EmbeddedBroker broker;
  private final Topics topics;
  private final Admin admin;
  private final Producer<String, byte[]> producer;
  private @Nullable KafkaStreams streams;

  private RunningTopology(Path folder, String prefix) throws Exception {
    this.folder = folder;
    TopicNames names = new TopicNames(prefix);
    topics = new Topics(names, new TopicsConfig(1, (short) -1, Map.of()));
    broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
    admin = Admin.create(client());
    topics.create(admin);
    Map<String, Object> config = new HashMap<>(client());
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  /** With the topics and nothing that runs; {@code folder} is empty and stays behind. */
  static RunningTopology prepared(Path folder) throws Exception {
    return new RunningTopology(folder, "bench");
  }

  Topics topics() {
    return topics;
  }

  Map<String, Object> client() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  /** The whole topology, watching what a watchlist file says. */
  void startWatching(String watchlists) throws Exception {
    List<Watchlist> watched = WatchlistReader.read("bench.yaml", watchlists).value();
    for (Watchlist watchlist : watched) {
      byte[] definition = Json.mapper().writeValueAsBytes(watchlist);
      producer
          .send(new ProducerRecord<>(topics.watchlists().name(), watchlist.id(), definition))
          .get();
    }
    Router router = Router.of(Routing.DEFAULT);
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    TopologySettings settings =
        new TopologySettings(
            topics,
            all -> Judge.of(all)::judge,
            new RouteSettings(() -> router, RouteSettings.Pace.LIVE, meters),
            null,
            StoryLimits.DEFAULT.withoutThrottle(),
            TopologySettings.StoreKind.PERSISTENT,
            meters);
    start(AlertTopology.build(settings), AlertTopology.streamsConfig(topics, client()));
  }

  /** One hop from items to flags, exactly once, that does nothing but read and write JSON. */
  void startPassThrough() throws Exception {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(
            topics.items().name(),
            Consumed.with(topics.items().key(), topics.items().value()).withName("items"))
        .to(
            topics.flags().name(),
            Produced.with(topics.items().key(), topics.items().value()).withName("flags"));
    Map<String, Object> config = new HashMap<>(AlertTopology.streamsConfig(topics, client()));
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, topics.names().prefix());
    start(builder.build(), config);
  }

  /** A topology of one's own, with some settings of Kafka Streams. */
  void start(Topology topology, Map<String, Object> config) throws Exception {
    Map<String, Object> all = new HashMap<>(config);
    all.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve("state").toString());
    KafkaStreams started = new KafkaStreams(topology, new StreamsConfig(all));
    streams = started;
    CountDownLatch runs = new CountDownLatch(1);
    started.setStateListener((now, _) -> {
      if (now == KafkaStreams.State.RUNNING) {
        runs.countDown();
      }
    });
    started.start();
    if (!runs.await(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the topology does not run: it is " + started.state());
    }
  }

  void send(Item item) {
    byte[] value = Json.mapper().writeValueAsBytes(item);
    var _ = producer.send(new ProducerRecord<>(topics.items().name(), item.id(), value));
  }

  void send(Alert alert) {
    byte[] value = Json.mapper().writeValueAsBytes(alert);
    var _ = producer.send(new ProducerRecord<>(topics.alerts().name(), alert.id(), value));
  }

  void sendAll(Iterable<Item> items) {
    items.forEach(this::send);
    producer.flush();
  }

  /** Waits until everything in topics that begin so was read and committed. */
  void awaitReadTo(String group, List<String> read) {
    Awaitility.await()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .atMost(Duration.ofMinutes(10))
        .until(() -> lag(group, read) == 0);
  }

  private long lag(String group, List<String> read)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    read.forEach(topic -> asked.put(new TopicPartition(topic, 0), OffsetSpec.latest()));
    long lag = 0;
    for (var end : admin.listOffsets(asked).all().get().entrySet()) {
      OffsetAndMetadata done = committed.get(end.getKey());
      lag += end.getValue().offset() - (done == null ? 0 : done.offset());
    }
    return lag;
  }

  @Override
  public void close() {
    if (streams != null) {
      streams.close(Duration.ofSeconds(10));
    }
    producer.close();
    admin.close();
    broker.close();
  }
}
