package org.wirewatch.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a compacted topic of definitions say what the user's files say: what is new or changed is
 * written, what is gone gets a tombstone, what is the same is left alone, so that a restart changes
 * nothing. Thread-safe; one call at a time for one topic.
 */
public final class DefinitionSync {
  private static final Logger LOG = LoggerFactory.getLogger(DefinitionSync.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> client;

  /**
   * @param client how to reach the brokers
   */
  public DefinitionSync(Map<String, Object> client) {
    this.client = Map.copyOf(client);
  }

  /**
   * Brings a topic up to date and returns when the broker has it.
   *
   * @param wanted all definitions that are to be there, by key
   * @throws KafkaException if one cannot be written
   * @return how many keys were written, tombstones included
   */
  public <V> int sync(Topic<String, V> topic, Map<String, V> wanted) {
    Map<String, byte[]> bytes = new HashMap<>();
    wanted.forEach(
        (key, value) -> bytes.put(key, topic.value().serializer().serialize(topic.name(), value)));
    Map<String, byte[]> there = read(topic.name());
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (Producer<String, byte[]> producer = producer()) {
      for (Map.Entry<String, byte[]> entry : bytes.entrySet()) {
        if (!Arrays.equals(entry.getValue(), there.get(entry.getKey()))) {
          sent.add(
              producer.send(new ProducerRecord<>(topic.name(), entry.getKey(), entry.getValue())));
        }
      }
      for (String gone : there.keySet()) {
        if (!bytes.containsKey(gone)) {
          sent.add(producer.send(tombstone(topic.name(), gone)));
        }
      }
      producer.flush();
    }
    sent.forEach(DefinitionSync::check);
    return sent.size();
  }

  /** What a topic says now, by key; what cannot be read is left out. */
  public <V> Map<String, V> read(Topic<String, V> topic) {
    Map<String, V> values = new TreeMap<>();
    read(topic.name())
        .forEach((key, bytes) -> {
          try {
            values.put(key, topic.value().deserializer().deserialize(topic.name(), bytes));
          } catch (SerializationException e) {
            LOG.atWarn()
                .addKeyValue("topic", topic.name())
                .addKeyValue("key", key)
                .log("a definition cannot be read and is left out");
          }
        });
    return values;
  }

  /**
   * Writes one definition and returns when the broker has it.
   *
   * @throws KafkaException if it cannot be written
   */
  public <V> void write(Topic<String, V> topic, String key, V value) {
    byte[] bytes = topic.value().serializer().serialize(topic.name(), value);
    Future<RecordMetadata> sent;
    try (Producer<String, byte[]> producer = producer()) {
      sent = producer.send(new ProducerRecord<>(topic.name(), key, bytes));
      producer.flush();
    }
    check(sent);
  }

  private static void check(Future<RecordMetadata> sent) {
    if (sent.state() == Future.State.FAILED) {
      throw new KafkaException("a definition could not be written", sent.exceptionNow());
    }
  }

  @SuppressWarnings("NullAway") // a null value is Kafka's tombstone
  private static ProducerRecord<String, byte[]> tombstone(String topic, String key) {
    return new ProducerRecord<>(topic, key, null);
  }

  private Map<String, byte[]> read(String topic) {
    Map<String, byte[]> there = new HashMap<>();
    try (Consumer<String, byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(POLL).forEach(r -> keep(there, r));
      }
    }
    return there;
  }

  private static void keep(Map<String, byte[]> there, ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      there.remove(record.key());
    } else {
      there.put(record.key(), record.value());
    }
  }

  private Producer<String, byte[]> producer() {
    Map<String, Object> properties = new HashMap<>(client);
    properties.put("acks", "all");
    properties.put("linger.ms", 0);
    return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
  }

  private Consumer<String, byte[]> consumer() {
    Map<String, Object> properties = new HashMap<>(client);
    properties.put("enable.auto.commit", false);
    properties.put("isolation.level", "read_committed");
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
