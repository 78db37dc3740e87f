package org.wirewatch.poll;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.wirewatch.json.JsonSerde;
import org.wirewatch.model.TopicNames;

/**
 * Writes the states of one partition's feeds and the items that led to them, both or neither.
 *
 * <p>Opening it ends whatever a former owner of the partition was writing and shuts that owner out
 * (the transactional id names the partition, not the process); only then are the states read. After
 * any {@link KafkaException} the log is of no more use: what was committed is found by opening it
 * anew. Confined to one thread.
 */
final class StateLog implements AutoCloseable {
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private final Map<String, Object> kafkaClient;
  private final TopicNames names;
  private final int partition;
  private final Producer<String, byte[]> producer;
  private final Serializer<FeedState> states = JsonSerde.of(FeedState.class).serializer();

  private StateLog(Map<String, Object> kafkaClient, TopicNames names, int partition) {
    this.kafkaClient = kafkaClient;
    this.names = names;
    this.partition = partition;
    this.producer =
        new KafkaProducer<>(
            settings(kafkaClient, names.prefix() + "-poll-" + partition),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** What of a poll goes into the log. The state is null where the feed's is to be forgotten. */
  record Entry(String feed, @Nullable FeedState state, List<PackedItem> items) {
    Entry {
      items = List.copyOf(items);
    }
  }

  /**
   * @throws KafkaException if the brokers cannot be reached
   */
  static StateLog open(Map<String, Object> kafkaClient, TopicNames names, int partition) {
    StateLog log = new StateLog(kafkaClient, names, partition);
    try {
      log.producer.initTransactions();
      return log;
    } catch (RuntimeException e) {
      log.close();
      throw e;
    }
  }

  /** The partition's states as of the last commit. */
  Map<String, FeedState> read() {
    return FeedStates.read(kafkaClient, new TopicPartition(names.feedState(), partition));
  }

  /** Writes all of it as one transaction. */
  void commit(List<Entry> entries) {
    write(entries);
    producer.commitTransaction();
  }

  /** Begins the transaction that {@link #commit} ends. */
  @SuppressWarnings("FutureReturnValueIgnored") // a send that fails makes the commit fail
  void write(List<Entry> entries) {
    producer.beginTransaction();
    for (Entry entry : entries) {
      for (PackedItem item : entry.items()) {
        producer.send(item.record(names));
      }
      producer.send(stateRecord(entry));
    }
  }

  @SuppressWarnings("NullAway") // a null value is Kafka's tombstone
  private ProducerRecord<String, byte[]> stateRecord(Entry entry) {
    byte[] value = entry.state() == null ? null : states.serialize("", entry.state());
    return new ProducerRecord<>(names.feedState(), partition, entry.feed(), value);
  }

  private static Map<String, Object> settings(Map<String, Object> kafkaClient, String id) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("linger.ms", 0);
    settings.put("retry.backoff.ms", 5);
    settings.put("compression.type", "gzip");
    settings.put("max.block.ms", 10_000);
    settings.put("request.timeout.ms", 10_000);
    settings.put("delivery.timeout.ms", 20_000);
    settings.putAll(kafkaClient);
    settings.put("transactional.id", id);
    settings.put("enable.idempotence", true);
    settings.put("acks", "all");
    return settings;
  }

  @Override
  public void close() {
    producer.close(CLOSING);
  }
}
