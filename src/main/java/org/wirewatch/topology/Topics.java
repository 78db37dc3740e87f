package org.wirewatch.topology;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;
import org.wirewatch.json.JsonSerde;
import org.wirewatch.model.Action;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Delivery;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.model.FlaggedItem;
import org.wirewatch.model.Item;
import org.wirewatch.model.Notification;
import org.wirewatch.model.TopicNames;

/**
 * All topics of a system, with what is in them. Immutable. Definitions that other packages own, and
 * records that nobody could read, are bytes here.
 */
public final class Topics {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int USUAL_BYTES = 1_048_588;

  /** An alert lists up to a thousand reports. */
  private static final int ALERT_BYTES = 8 * USUAL_BYTES;

  private final TopicNames names;
  private final TopicsConfig config;
  private final Wire wire;

  public Topics(TopicNames names, TopicsConfig config) {
    this(names, config, Wire.JSON);
  }

  /** As {@link #Topics(TopicNames, TopicsConfig)}, but for how what the topology makes looks. */
  Topics(TopicNames names, TopicsConfig config, Wire wire) {
    this.names = names;
    this.config = config;
    this.wire = wire;
  }

  Wire wire() {
    return wire;
  }

  public TopicNames names() {
    return names;
  }

  public Topic<String, Item> items() {
    return kept(names.items(), wire.of(Item.class), 14, USUAL_BYTES);
  }

  public Topic<String, FlaggedItem> flags() {
    return kept(names.flags(), wire.of(FlaggedItem.class), 14, USUAL_BYTES);
  }

  public Topic<String, Alert> alerts() {
    return kept(names.alerts(), wire.of(Alert.class), 90, ALERT_BYTES);
  }

  public Topic<String, Notification> notifications() {
    return kept(names.notifications(), wire.of(Notification.class), 7, ALERT_BYTES);
  }

  public Topic<String, Delivery> deliveries() {
    return kept(names.deliveries(), JsonSerde.of(Delivery.class), 30, USUAL_BYTES);
  }

  /** Bytes: one definition that cannot be read must not stop those who read the rest. */
  public Topic<String, byte[]> watchlists() {
    return compacted(names.watchlists(), Serdes.ByteArray(), 1);
  }

  public Topic<String, FeedDefinition> feeds() {
    return compacted(names.feeds(), JsonSerde.of(FeedDefinition.class), config.partitions());
  }

  /** What people do about alerts. */
  public Topic<String, Action> silences() {
    return compacted(names.silences(), JsonSerde.of(Action.class), 1);
  }

  public Topic<String, byte[]> feedState() {
    return compacted(names.feedState(), Serdes.ByteArray(), config.partitions());
  }

  public Topic<byte[], byte[]> deadLetters() {
    return topic(
        names.deadLetters(),
        Serdes.ByteArray(),
        Serdes.ByteArray(),
        1,
        DAY.multipliedBy(30),
        ALERT_BYTES);
  }

  /** Every topic. */
  public List<Topic<?, ?>> all() {
    return List.of(
        items(),
        flags(),
        alerts(),
        notifications(),
        deliveries(),
        watchlists(),
        feeds(),
        silences(),
        feedState(),
        deadLetters());
  }

  /**
   * Creates the topics that are missing; those that are there are left as they are.
   *
   * @return the names of those created, in order
   * @throws KafkaException if the broker refuses one, or cannot be asked
   */
  public List<String> create(Admin admin) {
    Set<String> there = await(admin.listTopics().names());
    List<NewTopic> missing =
        all().stream().filter(t -> !there.contains(t.name())).map(this::definition).toList();
    admin.createTopics(missing).values().values().forEach(Topics::awaitCreated);
    return missing.stream().map(NewTopic::name).toList();
  }

  private NewTopic definition(Topic<?, ?> topic) {
    TopicsConfig.Variation other = variation(topic.name());
    Short replication = other == null ? null : other.replication();
    Map<String, String> settings = new TreeMap<>();
    settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(topic.maxBytes()));
    Duration retention = topic.retention();
    if (retention == null) {
      settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    } else {
      settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
      settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
    }
    return new NewTopic(
            topic.name(),
            topic.partitions(),
            replication == null ? config.replication() : replication)
        .configs(settings);
  }

  private <V> Topic<String, V> kept(String name, Serde<V> value, int days, int maxBytes) {
    return topic(
        name, Serdes.String(), value, config.partitions(), DAY.multipliedBy(days), maxBytes);
  }

  private <V> Topic<String, V> compacted(String name, Serde<V> value, int partitions) {
    return topic(name, Serdes.String(), value, partitions, null, USUAL_BYTES);
  }

  private <K, V> Topic<K, V> topic(
      String name,
      Serde<K> key,
      Serde<V> value,
      int partitions,
      @Nullable Duration retention,
      int maxBytes) {
    TopicsConfig.Variation other = variation(name);
    Integer otherPartitions = other == null ? null : other.partitions();
    Duration otherRetention = other == null || retention == null ? null : other.retention();
    return new Topic<>(
        name,
        key,
        value,
        otherPartitions == null ? partitions : otherPartitions,
        otherRetention == null ? retention : otherRetention,
        maxBytes);
  }

  private TopicsConfig.@Nullable Variation variation(String name) {
    return config.topics().get(name.substring(names.prefix().length() + 1));
  }

  /** Two instances that start together both find a topic missing; the second is told so. */
  private static void awaitCreated(org.apache.kafka.common.KafkaFuture<Void> created) {
    try {
      await(created);
    } catch (TopicExistsException e) {
      // It is there, which is all that was wanted.
    }
  }

  private static <T> T await(org.apache.kafka.common.KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException k ? k : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while topics were created", e);
    }
  }
}
