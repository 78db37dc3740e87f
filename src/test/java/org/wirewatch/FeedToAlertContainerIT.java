package org.wirewatch;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** The whole way, on Kafka's official image; skipped where no Docker engine answers. */
class FeedToAlertContainerIT extends FeedToAlertContract {
  private static KafkaContainer kafka;

  @BeforeAll
  static void startBroker() {
    boolean docker = DockerClientFactory.instance().isDockerAvailable();
    if (!docker) {
      System.out.println("SKIPPED FeedToAlertContainerIT: no Docker engine answers here");
    }
    Assumptions.assumeTrue(docker, "no Docker engine answers here");
    DockerImageName image =
        DockerImageName.parse(System.getProperty("wirewatch.kafka.image", "apache/kafka:4.3.1"))
            .asCompatibleSubstituteFor("apache/kafka");
    // The state of share groups asks for three replicas by default; here is one broker.
    kafka =
        new KafkaContainer(image)
            .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1")
            .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1");
    kafka.start();
  }

  @AfterAll
  static void stopBroker() {
    if (kafka != null) {
      kafka.stop();
    }
  }

  @Override
  String bootstrapServers() {
    return kafka.getBootstrapServers();
  }
}
