package org.wirewatch.notify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * A member of the receiver's share group (KIP-932). The lock on a letter that has to wait is
 * renewed (KIP-1222), which the broker does not count as a delivery attempt.
 *
 * <p>The broker does count a crash in the middle of a letter, and throws the letter away after the
 * fifth by default. So on its last delivery but one a letter is posted anew instead, where it
 * counts from the beginning.
 */
final class ShareInbox implements Inbox {
  /** One less than the broker's default {@code share.delivery.count.limit}. */
  private static final int LAST_SAFE_DELIVERY = 4;

  private static final Duration COMMIT = Duration.ofSeconds(5);

  private final String receiver;
  private final Map<String, Object> client;
  private final String topic;
  private final Semaphore woken = new Semaphore(0);
  private final ShareConsumer<String, byte[]> consumer;
  private final Consumer<Letter> repost;

  /** What is ours and unsettled. */
  private final Map<Letter.Place, Claim> claims = new HashMap<>();

  /** Where the unfetched part of each partition begins. */
  private final Map<TopicPartition, Long> fetched = new HashMap<>();

  private long renewedNanos;
  private @Nullable Lookout lookout;

  /** A record of ours; not in hand while its renewal is under way, and not to be touched then. */
  private record Claim(ConsumerRecord<String, byte[]> record, boolean inHand) {}

  /**
   * @param repost puts a letter at the end of the topic again, and returns when it is there
   */
  ShareInbox(
      String receiver,
      Map<String, Object> client,
      String group,
      String topic,
      Consumer<Letter> repost) {
    this.receiver = receiver;
    this.client = client;
    this.topic = topic;
    this.repost = repost;
    Map<String, Object> config = new HashMap<>(client);
    config.put("group.id", group);
    config.put("share.acknowledgement.mode", "explicit");
    config.put("max.poll.records", 50);
    this.consumer =
        new KafkaShareConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    consumer.setAcknowledgementCommitCallback(this::forgetLost);
    consumer.subscribe(List.of(topic));
  }

  @Override
  public List<Letter> poll(Duration wait) {
    try {
      if (claims.isEmpty()) {
        return fetch(wait);
      }
      if (System.nanoTime() - renewedNanos > renewEvery().toNanos()) {
        renew();
      }
      rest(wait);
    } catch (WakeupException e) {
      return List.of(); // closing; what was fetched is given back with the rest
    }
    return List.of();
  }

  @Override
  public boolean isInTheWay() {
    Lookout behind = lookout;
    if (behind == null) {
      behind = new Lookout(receiver, client);
      lookout = behind;
    }
    return behind.sees(fetched);
  }

  private List<Letter> fetch(Duration wait) {
    List<Letter> fresh = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : consumer.poll(wait)) {
      Letter letter = new Letter(record);
      fetched.merge(new TopicPartition(topic, record.partition()), record.offset() + 1, Math::max);
      if (!letter.isFor(receiver) || isTiring(record, letter)) {
        consumer.acknowledge(record, AcknowledgeType.ACCEPT);
      } else {
        claims.put(letter.place(), new Claim(record, true));
        fresh.add(letter);
      }
    }
    renewedNanos = System.nanoTime();
    return fresh;
  }

  /**
   * Renews every lock and takes the records back. The renewals are committed before the poll: a
   * poll that has to wait for them would fetch as well, and letters that it cannot return would lie
   * locked in the client until their own locks run out.
   */
  private void renew() {
    claims.replaceAll((_, claim) -> {
      if (claim.inHand()) {
        consumer.acknowledge(claim.record(), AcknowledgeType.RENEW);
      }
      return new Claim(claim.record(), false);
    });
    consumer.commitSync(COMMIT);
    for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ZERO)) {
      claims.put(new Letter(record).place(), new Claim(record, true));
    }
    renewedNanos = System.nanoTime();
  }

  /** Nothing new may come while letters are claimed, so there is nothing to ask the broker for. */
  private void rest(Duration wait) {
    try {
      var _ = woken.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
      woken.drainPermits();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** A renewal that the broker refuses: the lock ran out, and somebody else has the letter. */
  private void forgetLost(Map<TopicIdPartition, Set<Long>> offsets, @Nullable Exception refused) {
    if (refused != null) {
      offsets.forEach((partition, lost) ->
          lost.forEach(o -> claims.remove(new Letter.Place(partition.partition(), o))));
    }
  }

  private boolean isTiring(ConsumerRecord<String, byte[]> record, Letter letter) {
    if (record.deliveryCount().orElse((short) 1) < LAST_SAFE_DELIVERY) {
      return false;
    }
    repost.accept(letter);
    return true;
  }

  @Override
  public Standing standing(Letter letter) {
    Claim claim = claims.get(letter.place());
    return claim == null ? Standing.LOST : claim.inHand() ? Standing.READY : Standing.RENEWING;
  }

  @Override
  public void settle(Letter letter) {
    Claim claim = claims.remove(letter.place());
    if (claim != null && claim.inHand()) {
      consumer.acknowledge(claim.record(), AcknowledgeType.ACCEPT);
      consumer.commitAsync();
    }
  }

  @Override
  public Duration renewEvery() {
    return Duration.ofMillis(consumer.acquisitionLockTimeoutMs().orElse(30_000) / 3);
  }

  @Override
  public void nudge() {
    woken.release();
  }

  @Override
  public void wakeup() {
    woken.release();
    consumer.wakeup();
  }

  @Override
  public void close() {
    try (Lookout _ = lookout) {
      consumer.close(Duration.ofSeconds(2));
    }
  }
}
