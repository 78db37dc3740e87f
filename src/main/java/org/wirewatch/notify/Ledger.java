package org.wirewatch.notify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.wirewatch.json.Json;
import org.wirewatch.model.Action;
import org.wirewatch.model.Delivery;
import org.wirewatch.model.TopicNames;

/**
 * Writes down what became of letters. Every method returns when Kafka has it, so that a letter is
 * never settled before. Thread-safe.
 */
final class Ledger implements AutoCloseable {
  private final Producer<String, byte[]> producer;
  private final TopicNames topics;

  Ledger(Map<String, Object> client, TopicNames topics) {
    Map<String, Object> config = new HashMap<>(client);
    config.put("acks", "all");
    config.put("enable.idempotence", true);
    config.put("linger.ms", 0);
    config.put("delivery.timeout.ms", 30_000);
    config.put("max.block.ms", 10_000);
    config.put("request.timeout.ms", 15_000);
    this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    this.topics = topics;
  }

  void record(Delivery delivery) {
    write(
        new ProducerRecord<>(
            topics.deliveries(),
            delivery.notification(),
            Json.mapper().writeValueAsBytes(delivery)));
  }

  /**
   * Sets a letter aside as it came, the reason in its headers.
   *
   * @param notification its id; empty where it cannot be read
   */
  void deadLetter(Letter letter, String notification, Outcome.Reason reason, String detail) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(topics.deadLetters(), letter.record().key(), letter.value());
    if (!notification.isEmpty()) {
      header(record, "wirewatch-notification", notification);
    }
    header(record, "wirewatch-reason", Telling.word(reason));
    header(record, "wirewatch-detail", detail);
    header(record, "wirewatch-topic", topics.notifications());
    header(record, "wirewatch-partition", String.valueOf(letter.place().partition()));
    header(record, "wirewatch-offset", String.valueOf(letter.place().offset()));
    write(record);
  }

  private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes down what a person did; in the time that they wait for an answer, or not at all. */
  void record(Action action) {
    byte[] value = Json.mapper().writerFor(Action.class).writeValueAsBytes(action);
    write(new ProducerRecord<>(topics.silences(), action.id(), value), Duration.ofSeconds(2));
  }

  /**
   * @throws KafkaException if it cannot be written; the letter must not be settled then
   */
  void write(ProducerRecord<String, byte[]> record) {
    write(record, Duration.ofSeconds(40));
  }

  private void write(ProducerRecord<String, byte[]> record, Duration patience) {
    try {
      producer.send(record).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("cannot write to " + record.topic(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while writing to " + record.topic(), e);
    }
  }

  /** Whether the broker has a topic. */
  boolean knows(String topic) {
    try {
      return !producer.partitionsFor(topic).isEmpty();
    } catch (KafkaException e) {
      return false;
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
  }
}
