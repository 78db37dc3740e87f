package org.wirewatch.poll;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirewatch.json.JsonSerde;
import org.wirewatch.model.TopicNames;

/** Reads the states of feeds from their topic, as of now. */
public final class FeedStates {
  private static final Logger LOG = LoggerFactory.getLogger(FeedStates.class);
  private static final Duration WAIT = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private FeedStates() {}

  /**
   * Every feed's state by the feed's address.
   *
   * @param kafkaClient how to reach the brokers
   * @throws KafkaException if they cannot be reached
   */
  public static Map<String, FeedState> read(Map<String, Object> kafkaClient, TopicNames names) {
    try (Consumer<String, byte[]> consumer = consumer(kafkaClient)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(names.feedState(), PATIENCE).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      return readToEnd(consumer, partitions);
    }
  }

  /** The states in one partition; what open transactions hold is not waited for. */
  static Map<String, FeedState> read(Map<String, Object> kafkaClient, TopicPartition partition) {
    try (Consumer<String, byte[]> consumer = consumer(kafkaClient)) {
      return readToEnd(consumer, List.of(partition));
    }
  }

  private static Consumer<String, byte[]> consumer(Map<String, Object> kafkaClient) {
    Map<String, Object> settings = new HashMap<>(kafkaClient);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "earliest");
    settings.remove("group.id");
    settings.remove("group.instance.id");
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private static Map<String, FeedState> readToEnd(
      Consumer<String, byte[]> consumer, Collection<TopicPartition> partitions) {
    Map<String, FeedState> states = new HashMap<>();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
      consumer.poll(WAIT).forEach(record -> apply(record, states));
    }
    return states;
  }

  private static void apply(ConsumerRecord<String, byte[]> record, Map<String, FeedState> states) {
    if (record.value() == null) {
      states.remove(record.key());
      return;
    }
    try {
      byte[] value = record.value();
      states.put(record.key(), JsonSerde.of(FeedState.class).deserializer().deserialize("", value));
    } catch (SerializationException e) {
      states.remove(record.key());
      LOG.atWarn()
          .addKeyValue("feed", record.key())
          .log("the feed's stored state cannot be read; it starts anew, its backlog is skipped");
    }
  }
}
