package org.wirewatch.notify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * up to its first unsettled letter, and which later ones are settled stands in the commit's
 * metadata, so that a letter that waits holds up no other and a restart repeats none.
 */
final class GroupInbox implements Inbox {
  private final String receiver;
  private final String topic;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<Integer, Progress> partitions = new HashMap<>();

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
    if (partitions.values().stream().noneMatch(Progress::isFull)) {
      consumer.resume(consumer.paused());
    } else {
      consumer.pause(consumer.assignment());
    }
    List<Letter> fresh = new ArrayList<>();
    boolean isMoved = false;
    try {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(wait)) {
        Letter letter = new Letter(record);
        isMoved = true;
        if (progress(letter).begin(letter.place().offset(), letter.isFor(receiver))) {
          fresh.add(letter);
        }
      }
    } catch (WakeupException e) {
      return fresh;
    }
    if (isMoved && fresh.isEmpty()) {
      commit();
    }
    return fresh;
  }

  private Progress progress(Letter letter) {
    return partitions.computeIfAbsent(letter.place().partition(), _ -> Progress.NOTHING.get());
  }

  /** New letters come all the same. */
  @Override
  public boolean isInTheWay() {
    return false;
  }

  @Override
  public Standing standing(Letter letter) {
    Progress of = partitions.get(letter.place().partition());
    return of != null && of.isUnsettled(letter.place().offset()) ? Standing.READY : Standing.LOST;
  }

  @Override
  public void settle(Letter letter) {
    Progress of = partitions.get(letter.place().partition());
    if (of != null && of.settle(letter.place().offset())) {
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
    partitions.forEach((partition, of) ->
        of.committable().ifPresent(c -> offsets.put(new TopicPartition(topic, partition), c)));
    return offsets;
  }

  @Override
  public Duration renewEvery() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void nudge() {
    consumer.wakeup();
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
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
      revoked.forEach(p -> partitions.remove(p.partition()));
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
      Set<TopicPartition> all = new HashSet<>(assigned);
      consumer
          .committed(all)
          .forEach((p, committed) ->
              partitions.put(
                  p.partition(),
                  committed == null ? Progress.NOTHING.get() : Progress.of(committed)));
    }
  }
}
