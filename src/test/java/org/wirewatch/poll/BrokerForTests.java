package org.wirewatch.poll;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.wirewatch.broker.EmbeddedBroker;
import org.wirewatch.json.Json;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.model.Item;
import org.wirewatch.model.TopicNames;

/** One real broker for all tests of this JVM; each test has topics of its own. */
final class BrokerForTests {
  private static final AtomicInteger PREFIXES = new AtomicInteger();
  private static final EmbeddedBroker BROKER = start();

  private BrokerForTests() {}

  static Map<String, Object> client() {
    return Map.of("bootstrap.servers", BROKER.bootstrapServers());
  }

  /** New topics under a new prefix. */
  static TopicNames topics(int partitions) throws InterruptedException, ExecutionException {
    TopicNames names = new TopicNames("poll" + PREFIXES.incrementAndGet());
    try (Admin admin = Admin.create(client())) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(names.items(), partitions, (short) 1),
                  compacted(names.feeds(), partitions),
                  compacted(names.feedState(), partitions)))
          .all()
          .get();
    }
    return names;
  }

  /** Writes subscriptions; a null one cancels. */
  static void subscribe(TopicNames names, Map<String, @Nullable FeedDefinition> feeds) {
    try (Producer<String, String> producer =
        new KafkaProducer<>(client(), new StringSerializer(), new StringSerializer())) {
      for (Map.Entry<String, @Nullable FeedDefinition> feed : feeds.entrySet()) {
        String json =
            feed.getValue() == null ? null : Json.mapper().writeValueAsString(feed.getValue());
        var _ = producer.send(new ProducerRecord<>(names.feeds(), feed.getKey(), json));
      }
      producer.flush();
    }
  }

  /** Every committed item, in the order of the log. */
  static List<Item> items(TopicNames names) {
    Map<String, Object> settings = new java.util.HashMap<>(client());
    settings.put("isolation.level", "read_committed");
    List<Item> items = new ArrayList<>();
    try (Consumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(names.items()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
          items.add(Json.mapper().readValue(record.value(), Item.class));
        }
      }
    }
    return items;
  }

  private static NewTopic compacted(String name, int partitions) {
    return new NewTopic(name, partitions, (short) 1).configs(Map.of("cleanup.policy", "compact"));
  }

  private static EmbeddedBroker start() {
    try {
      EmbeddedBroker broker = EmbeddedBroker.start(Files.createTempDirectory("poll-broker"), 0);
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
      return broker;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
