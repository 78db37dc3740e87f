package org.wirewatch.notify;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.internals.Topic;

/**
 * Whether a Kafka can share a topic among senders record by record (KIP-932), which decides how
 * notifications are read: where it cannot, a consumer group does the same with less concurrency.
 *
 * <p>Besides the features, which Kafka 4.2 has ready for production, the broker must be able to
 * keep the groups' state: on a single broker with Kafka's default of three replicas that topic is
 * never made, and share consumers would wait for it forever without a word.
 *
 * @param works whether share groups are used
 * @param says why, for people
 */
public record Sharing(boolean works, String says) {
  /** The feature level of Kafka 4.2 (IBP_4_2_IV1), the first to renew locks. */
  private static final short METADATA_4_2 = 29;

  private static final String REPLICAS = "share.coordinator.state.topic.replication.factor";
  private static final String IN_SYNC = "share.coordinator.state.topic.min.isr";
  private static final Sharing FINE =
      new Sharing(true, "share groups: every message is taken by whichever sender is free");

  /**
   * Asks the broker.
   *
   * @throws KafkaException if it does not answer
   */
  public static Sharing of(Admin admin) {
    try {
      return ask(admin);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthorizationException
          || e.getCause() instanceof InvalidRequestException) {
        return FINE; // may not look; the group itself will say if it may not be used
      }
      throw new KafkaException("cannot ask the broker for share groups", e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static Sharing ask(Admin admin) throws ExecutionException, InterruptedException {
    Map<String, FinalizedVersionRange> features =
        admin.describeFeatures().featureMetadata().get().finalizedFeatures();
    if (level(features, "share.version") < 1
        || level(features, "metadata.version") < METADATA_4_2) {
      return without("the broker is older than Kafka 4.2 or has share groups switched off");
    }
    Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
    return topics.contains(Topic.SHARE_GROUP_STATE_TOPIC_NAME) ? kept(admin) : keepable(admin);
  }

  /** The topic of the groups' state is there; it takes writes if enough replicas are. */
  private static Sharing kept(Admin admin) throws ExecutionException, InterruptedException {
    String topic = Topic.SHARE_GROUP_STATE_TOPIC_NAME;
    int replicas =
        admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
            .flatMap(d -> d.partitions().stream())
            .mapToInt(p -> p.replicas().size())
            .min()
            .orElse(0);
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    int inSync = number(config(admin, resource), "min.insync.replicas");
    return inSync <= replicas
        ? FINE
        : without(topic + " has " + replicas + " replicas and wants " + inSync);
  }

  /** The topic is made when the first group needs it; it can be if there are brokers enough. */
  private static Sharing keepable(Admin admin) throws ExecutionException, InterruptedException {
    var nodes = admin.describeCluster().nodes().get();
    String broker = nodes.iterator().next().idString();
    Config config = config(admin, new ConfigResource(ConfigResource.Type.BROKER, broker));
    int replicas = number(config, REPLICAS);
    if (replicas > nodes.size()) {
      return without(
          "the broker wants "
              + replicas
              + " replicas of their state and there "
              + (nodes.size() == 1 ? "is one broker" : "are " + nodes.size() + " brokers")
              + "; set "
              + REPLICAS
              + "="
              + nodes.size()
              + " on it");
    }
    int inSync = number(config, IN_SYNC);
    return inSync <= replicas
        ? FINE
        : without(IN_SYNC + " is " + inSync + ", more than the " + replicas + " of " + REPLICAS);
  }

  private static Config config(Admin admin, ConfigResource resource)
      throws ExecutionException, InterruptedException {
    return Objects.requireNonNull(
        admin.describeConfigs(List.of(resource)).all().get().get(resource));
  }

  /** Zero where the broker does not say. */
  private static int number(Config config, String name) {
    ConfigEntry entry = config.get(name);
    return entry == null || entry.value() == null ? 0 : Integer.parseInt(entry.value());
  }

  private static int level(Map<String, FinalizedVersionRange> features, String feature) {
    FinalizedVersionRange range = features.get(feature);
    return range == null ? 0 : range.maxVersionLevel();
  }

  private static Sharing without(String why) {
    return new Sharing(false, "no share groups, a consumer group instead: " + why);
  }
}
