package org.wirewatch.notify;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Looks past letters that wait, to see whether others stand behind them; takes none. Confined to
 * one thread.
 */
final class Lookout implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(200);

  private final String receiver;
  private final KafkaConsumer<String, byte[]> consumer;

  Lookout(String receiver, Map<String, Object> client) {
    this.receiver = receiver;
    Map<String, Object> config = new HashMap<>(client);
    config.put("isolation.level", "read_committed");
    config.put("enable.auto.commit", false);
    config.put("auto.offset.reset", "latest");
    config.put("fetch.max.wait.ms", 100);
    this.consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * Whether a letter that nobody put back lies at one of the places or behind.
   *
   * @param from where to begin in each partition
   */
  boolean sees(Map<TopicPartition, Long> from) {
    consumer.assign(from.keySet());
    from.forEach(consumer::seek);
    for (ConsumerRecord<String, byte[]> record : consumer.poll(LOOK)) {
      Letter letter = new Letter(record);
      if (letter.isFor(receiver) && !letter.wasPutBack()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
