package org.wirewatch.notify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.TopicIdPartition;
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

  private final String receiver;
  private final ShareConsumer<String, byte[]> consumer;
  private final Consumer<Letter> repost;

  /** What is ours and unsettled. */
  private final Map<Letter.Place, Claim> claims = new HashMap<>();

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
    if (!claims.isEmpty()) {
      claims.replaceAll((_, claim) -> renew(claim));
      consumer.commitAsync(); // at once, not with the next fetch, which may wait for news
    }
    List<Letter> fresh = new ArrayList<>();
    try {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(wait)) {
        Letter letter = new Letter(record);
        boolean isRenewed = claims.containsKey(letter.place());
        if (!isRenewed && (!letter.isFor(receiver) || isTiring(record, letter))) {
          consumer.acknowledge(record, AcknowledgeType.ACCEPT);
          continue;
        }
        claims.put(letter.place(), new Claim(record, true));
        if (!isRenewed) {
          fresh.add(letter);
        }
      }
    } catch (WakeupException e) {
      return fresh;
    }
    return fresh;
  }

  /** A renewal that the broker refuses: the lock ran out, and somebody else has the letter. */
  private void forgetLost(Map<TopicIdPartition, Set<Long>> offsets, @Nullable Exception refused) {
    if (refused != null) {
      offsets.forEach((partition, lost) ->
          lost.forEach(o -> claims.remove(new Letter.Place(partition.partition(), o))));
    }
  }

  private Claim renew(Claim claim) {
    if (claim.inHand()) {
      consumer.acknowledge(claim.record(), AcknowledgeType.RENEW);
    }
    return new Claim(claim.record(), false);
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
  public void wakeup() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close(Duration.ofSeconds(2));
  }
}
