package org.wirewatch.notify;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a topic from its beginning, each record once, as far as it goes whenever asked. Opens
 * nothing before it is asked for the first time. Thread-safe.
 */
final class Tail implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Map<String, Object> config;
  private final String topic;
  private final Consumer<ConsumerRecord<String, byte[]>> each;
  private @Nullable KafkaConsumer<String, byte[]> consumer;

  /**
   * @param each called by the thread that asks
   */
  Tail(Map<String, Object> client, String topic, Consumer<ConsumerRecord<String, byte[]>> each) {
    this.config = new HashMap<>(client);
    config.put("isolation.level", "read_committed");
    config.put("enable.auto.commit", false);
    config.put("fetch.max.wait.ms", 50);
    this.topic = topic;
    this.each = each;
  }

  /**
   * Returns when everything that stood in the topic has been handed on.
   *
   * @throws org.apache.kafka.common.KafkaException if Kafka does not answer
   */
  synchronized void catchUp() {
    KafkaConsumer<String, byte[]> open = open();
    Map<TopicPartition, Long> ends = open.endOffsets(open.assignment(), PATIENCE);
    while (ends.entrySet().stream()
        .anyMatch(end -> open.position(end.getKey(), PATIENCE) < end.getValue())) {
      open.poll(Duration.ofMillis(100)).forEach(each);
    }
  }

  private KafkaConsumer<String, byte[]> open() {
    KafkaConsumer<String, byte[]> open = consumer;
    if (open == null) {
      open = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
      List<TopicPartition> partitions =
          open.partitionsFor(topic, PATIENCE).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      open.assign(partitions);
      open.seekToBeginning(partitions);
      consumer = open;
    }
    return open;
  }

  @Override
  public synchronized void close() {
    if (consumer != null) {
      consumer.close();
    }
  }
}
