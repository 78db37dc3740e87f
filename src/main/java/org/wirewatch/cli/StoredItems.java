package org.wirewatch.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.wirewatch.json.JsonSerde;
import org.wirewatch.model.Item;

/**
 * The items that are still in Kafka, in the order in which they came, all partitions together. A
 * partition is read by a consumer of its own and held a batch at a time, so that a fortnight of
 * news needs no more memory than an hour. Confined to one thread.
 */
final class StoredItems {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Comparator<Partition> BY_TIME =
      Comparator.comparingLong((Partition p) -> p.head().timestamp())
          .thenComparingInt(p -> p.head().partition());

  private final Map<String, Object> client;
  private final String topic;
  private final Deserializer<Item> reader = JsonSerde.of(Item.class).deserializer();
  private long unreadable;

  /**
   * @param client how to reach the brokers
   * @param topic of items
   */
  StoredItems(Map<String, Object> client, String topic) {
    this.client = new HashMap<>(client);
    this.client.put("isolation.level", "read_committed");
    this.client.put("enable.auto.commit", false);
    this.topic = topic;
  }

  /** How many records were passed over because they are no items. */
  long unreadable() {
    return unreadable;
  }

  /**
   * Reads those that came since then up to those that are there now.
   *
   * @throws KafkaException if the brokers do not answer, or have no such topic
   */
  void since(Instant from, Consumer<Item> items) {
    List<Partition> all = new ArrayList<>();
    try {
      PriorityQueue<Partition> next = new PriorityQueue<>(BY_TIME);
      for (TopicPartition partition : partitions()) {
        Partition one = new Partition(partition, from);
        all.add(one);
        if (one.advance()) {
          next.add(one);
        }
      }
      for (Partition first = next.poll(); first != null; first = next.poll()) {
        hand(first.take(), items);
        if (first.advance()) {
          next.add(first);
        }
      }
    } finally {
      all.forEach(Partition::close);
    }
  }

  private void hand(ConsumerRecord<String, byte[]> record, Consumer<Item> items) {
    try {
      items.accept(reader.deserialize(topic, record.value()));
    } catch (SerializationException e) {
      unreadable++;
    }
  }

  private List<TopicPartition> partitions() {
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic, PATIENCE).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      if (partitions.isEmpty()) {
        throw new KafkaException("there is no topic " + topic);
      }
      return partitions;
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** What is left of one partition, its first record at hand. */
  private final class Partition implements AutoCloseable {
    private final TopicPartition name;
    private final KafkaConsumer<String, byte[]> consumer = consumer();
    private final Queue<ConsumerRecord<String, byte[]>> batch = new ArrayDeque<>();
    private final long end;

    Partition(TopicPartition name, Instant from) {
      this.name = name;
      consumer.assign(List.of(name));
      end = consumer.endOffsets(List.of(name), PATIENCE).getOrDefault(name, 0L);
      OffsetAndTimestamp start =
          consumer.offsetsForTimes(Map.of(name, from.toEpochMilli()), PATIENCE).get(name);
      consumer.seek(name, start == null ? end : start.offset());
    }

    ConsumerRecord<String, byte[]> head() {
      return batch.element();
    }

    ConsumerRecord<String, byte[]> take() {
      return batch.remove();
    }

    /** Whether there is another record; the marks of transactions are passed over. */
    boolean advance() {
      while (batch.isEmpty() && consumer.position(name, PATIENCE) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(this::keep);
      }
      return !batch.isEmpty();
    }

    private void keep(ConsumerRecord<String, byte[]> record) {
      if (record.offset() < end && record.value() != null) {
        batch.add(record);
      }
    }

    @Override
    public void close() {
      consumer.close();
    }
  }
}
