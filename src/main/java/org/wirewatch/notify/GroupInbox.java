package org.wirewatch.notify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A member of a consumer group, for brokers without share groups. A partition's offset is committed
 * up to its first unsettled letter; new letters are fetched when the last batch is settled.
 */
final class GroupInbox implements Inbox {
  private final String receiver;
  private final String topic;
  private final KafkaConsumer<String, byte[]> consumer;

  /** Per partition the unsettled offsets, and the offset after the last one fetched. */
  private final Map<Integer, Pending> pending = new HashMap<>();

  private static final class Pending {
    private final TreeMap<Long, Letter> unsettled = new TreeMap<>();
    private long next;

    private long committable() {
      return unsettled.isEmpty() ? next : unsettled.firstKey();
    }
  }

  GroupInbox(String receiver, Map<String, Object> client, String group, String topic) {
    this.receiver = receiver;
    this.topic = topic;
    Map<String, Object> config = new HashMap<>(client);
    config.put("group.id", group);
    config.put("enable.auto.commit", false);
    config.put("auto.offset.reset", "earliest");
    config.put("isolation.level", "read_committed");
    config.put("max.poll.records", 50);
    this.consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    consumer.subscribe(List.of(topic), new ForgetRevoked());
  }

  @Override
  public List<Letter> poll(Duration wait) {
    boolean isWaiting = pending.values().stream().anyMatch(p -> !p.unsettled.isEmpty());
    if (isWaiting) {
      consumer.pause(consumer.assignment());
    } else {
      consumer.resume(consumer.paused());
    }
    List<Letter> fresh = new ArrayList<>();
    try {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(wait)) {
        Letter letter = new Letter(record);
        Pending of = pending.computeIfAbsent(letter.place().partition(), _ -> new Pending());
        of.next = letter.place().offset() + 1;
        if (letter.isFor(receiver)) {
          of.unsettled.put(letter.place().offset(), letter);
          fresh.add(letter);
        }
      }
    } catch (WakeupException e) {
      return fresh;
    }
    if (!isWaiting && fresh.isEmpty()) {
      commit();
    }
    return fresh;
  }

  @Override
  public Standing standing(Letter letter) {
    Pending of = pending.get(letter.place().partition());
    return of != null && of.unsettled.containsKey(letter.place().offset())
        ? Standing.READY
        : Standing.LOST;
  }

  @Override
  public void settle(Letter letter) {
    Pending of = pending.get(letter.place().partition());
    if (of != null && of.unsettled.remove(letter.place().offset()) != null) {
      commit();
    }
  }

  private void commit() {
    Map<TopicPartition, OffsetAndMetadata> offsets = committable();
    if (!offsets.isEmpty()) {
      consumer.commitAsync(offsets, null);
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> committable() {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    pending.forEach((partition, of) ->
        offsets.put(new TopicPartition(topic, partition), new OffsetAndMetadata(of.committable())));
    return offsets;
  }

  @Override
  public Duration renewEvery() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void wakeup() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    Map<TopicPartition, OffsetAndMetadata> offsets = committable();
    try {
      if (!offsets.isEmpty()) {
        consumer.commitSync(offsets, Duration.ofSeconds(2));
      }
    } finally {
      consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
    }
  }

  /** Letters of a partition that went to another member are that member's now. */
  private final class ForgetRevoked implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      partitions.forEach(p -> pending.remove(p.partition()));
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      partitions.forEach(p -> pending.remove(p.partition()));
    }
  }
}
