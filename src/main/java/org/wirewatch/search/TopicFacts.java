package org.wirewatch.search;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * What the brokers say of a topic.
 *
 * @param id of this very topic: one made anew under the same name has another
 * @param retention how long records are kept; empty for ever
 */
record TopicFacts(String id, List<TopicPartition> partitions, Optional<Duration> retention) {

  /**
   * The facts of topics by name.
   *
   * @throws KafkaException if the brokers cannot be reached or a topic is not there
   */
  static Map<String, TopicFacts> ask(Map<String, Object> kafkaClient, List<String> topics)
      throws InterruptedException {
    try (Admin admin = Admin.create(kafkaClient)) {
      List<ConfigResource> resources =
          topics.stream().map(t -> new ConfigResource(ConfigResource.Type.TOPIC, t)).toList();
      Map<ConfigResource, Config> configs = admin.describeConfigs(resources).all().get();
      Map<String, TopicDescription> described = admin.describeTopics(topics).allTopicNames().get();
      Map<String, TopicFacts> facts = new HashMap<>();
      described.forEach((name, topic) -> {
        Config config = configs.get(new ConfigResource(ConfigResource.Type.TOPIC, name));
        facts.put(name, of(topic, config));
      });
      return facts;
    } catch (ExecutionException e) {
      throw new KafkaException(String.valueOf(e.getCause()), e.getCause());
    }
  }

  private static TopicFacts of(TopicDescription topic, @Nullable Config config) {
    ConfigEntry retention = config == null ? null : config.get(TopicConfig.RETENTION_MS_CONFIG);
    long ms = retention == null ? -1 : Long.parseLong(retention.value());
    return new TopicFacts(
        topic.topicId().toString(),
        topic.partitions().stream()
            .map(p -> new TopicPartition(topic.name(), p.partition()))
            .toList(),
        ms < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(ms)));
  }
}
