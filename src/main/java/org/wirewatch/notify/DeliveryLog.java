package org.wirewatch.notify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.wirewatch.json.Json;
import org.wirewatch.model.Delivery;
import org.wirewatch.model.TopicNames;
import tools.jackson.core.JacksonException;

/**
 * What became of notifications, read from Kafka, and the way to repeat one. Reads what is there
 * when asked. Confined to one thread.
 */
public final class DeliveryLog implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Ledger ledger;
  private final TopicNames topics;

  /**
   * @param kafkaClient what every Kafka client is given, {@code bootstrap.servers} above all
   */
  public DeliveryLog(Map<String, Object> kafkaClient, TopicNames topics) {
    Map<String, Object> config = new HashMap<>(kafkaClient);
    config.put("isolation.level", "read_committed");
    config.put("enable.auto.commit", false);
    this.consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    this.ledger = new Ledger(kafkaClient, topics);
    this.topics = topics;
  }

  /**
   * The last outcome of every notification that something was tried with since then, the oldest
   * first. What could not even be read is among them as rejected, named by its place in the topic.
   *
   * @throws org.apache.kafka.common.KafkaException if Kafka does not answer
   */
  public List<Delivery> outcomes(Instant since) {
    Map<String, Delivery> last = new LinkedHashMap<>();
    scan(
        topics.deliveries(),
        since,
        record -> {
          try {
            Delivery delivery = Json.mapper().readValue(record.value(), Delivery.class);
            last.merge(
                delivery.notification(), delivery, (a, b) -> b.at().isBefore(a.at()) ? a : b);
          } catch (JacksonException e) {
            return; // not ours
          }
        });
    List<Delivery> all = new ArrayList<>(last.values());
    scan(
        topics.deadLetters(),
        since,
        record -> {
          if (header(record, "wirewatch-topic").equals(topics.notifications())
              && header(record, "wirewatch-notification").isEmpty()) {
            all.add(unreadable(record));
          }
        });
    all.sort(Comparator.comparing(Delivery::at));
    return all;
  }

  private static Delivery unreadable(ConsumerRecord<String, byte[]> record) {
    return new Delivery(
        "unreadable:"
            + header(record, "wirewatch-partition")
            + "-"
            + header(record, "wirewatch-offset"),
        String.valueOf(record.key()),
        "",
        "",
        1,
        1,
        Delivery.Outcome.REJECTED,
        header(record, "wirewatch-detail"),
        null,
        Instant.ofEpochMilli(record.timestamp()));
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  /**
   * Puts notifications into the topic again, as they were, with the same outbox key; their time to
   * live begins anew.
   *
   * @return the ids of those that were found and are in the topic now
   * @throws org.apache.kafka.common.KafkaException if Kafka does not take them
   */
  public Set<String> redeliver(Collection<String> ids, InstantSource clock) {
    Map<String, Letter> found = new LinkedHashMap<>();
    scan(
        topics.notifications(),
        Instant.EPOCH,
        record -> {
          String id = id(record);
          if (ids.contains(id)) {
            found.put(id, new Letter(record));
          }
        });
    Instant now = clock.instant();
    found.values().forEach(letter -> ledger.write(letter.again(now)));
    return Set.copyOf(found.keySet());
  }

  private static String id(ConsumerRecord<String, byte[]> record) {
    try {
      return Json.mapper().readTree(record.value()).path("id").asString("");
    } catch (JacksonException e) {
      return "";
    }
  }

  /** Everything in a topic since then, each partition in its order, up to what is its end now. */
  private void scan(String topic, Instant since, Consumer<ConsumerRecord<String, byte[]>> each) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic, PATIENCE).stream()
            .map(p -> new TopicPartition(topic, p.partition()))
            .toList();
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
    consumer.seekToEnd(partitions);
    Map<TopicPartition, Long> times =
        partitions.stream().collect(Collectors.toMap(p -> p, _ -> since.toEpochMilli()));
    for (Map.Entry<TopicPartition, OffsetAndTimestamp> first :
        consumer.offsetsForTimes(times, PATIENCE).entrySet()) {
      if (first.getValue() != null) {
        consumer.seek(first.getKey(), first.getValue().offset());
      }
    }
    while (partitions.stream()
        .anyMatch(p -> consumer.position(p, PATIENCE) < ends.getOrDefault(p, 0L))) {
      consumer.poll(Duration.ofMillis(200)).forEach(each);
    }
  }

  @Override
  public void close() {
    consumer.close();
    ledger.close();
  }
}
