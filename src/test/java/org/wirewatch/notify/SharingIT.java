package org.wirewatch.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirewatch.broker.EmbeddedBroker;
import org.wirewatch.json.Json;
import org.wirewatch.model.Change;
import org.wirewatch.model.Notification;
import org.wirewatch.model.Status;
import org.wirewatch.model.TopicNames;

/** One broker with Kafka's own default of three replicas for the state of share groups. */
@Timeout(60)
class SharingIT {
  private static final TopicNames TOPICS = TopicNames.DEFAULT;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    broker =
        EmbeddedBroker.start(
            folder,
            0,
            Map.of(
                "share.coordinator.state.topic.replication.factor", "3",
                "share.coordinator.state.topic.min.isr", "2"));
    try (Admin admin = Admin.create(client())) {
      admin
          .createTopics(
              Stream.of(TOPICS.notifications(), TOPICS.deliveries(), TOPICS.deadLetters())
                  .map(name -> new NewTopic(name, 1, (short) 1))
                  .toList())
          .all()
          .get();
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void aBrokerThatCannotKeepShareGroupsIsRecognised() {
    try (Admin admin = Admin.create(client())) {
      assertThat(Sharing.of(admin).works()).isFalse();
      assertThat(Sharing.of(admin).says())
          .contains("wants 3 replicas of their state and there is one broker");
    }
  }

  @Test
  void itIsToldThroughAConsumerGroupAndALetterThatFailsHoldsUpNoOther() {
    try (Endpoint hook = new Endpoint();
        Notifier first = notifier(hook);
        Notifier second = notifier(hook)) {
      hook.otherwise(r -> Endpoint.Answer.of(r.body().contains("a-bad") ? 500 : 200, ""));
      first.start();
      tell("a-bad");
      tell("a-1");
      await().until(() -> hook.requests().size() == 2);
      tell("a-2");
      await().until(() -> hook.requests().size() == 3);
      first.close();

      hook.otherwise(200, "");
      second.start();

      await().atMost(Duration.ofSeconds(20)).until(() -> hook.requests().size() == 4);
      assertThat(hook.requests())
          .extracting(r -> r.header("Idempotency-key"))
          .containsExactlyInAnyOrder("a-bad:1:hook", "a-1:1:hook", "a-2:1:hook", "a-bad:1:hook");
    }
  }

  private static Notifier notifier(Endpoint hook) {
    ReceiverConfig receiver =
        ReceiverConfig.of("hook", new Channel.Webhook(hook.uri("/"), null, true));
    return new Notifier(
        NotifyConfig.DEFAULT
            .withPauses(Duration.ofMinutes(1), Duration.ofMinutes(1))
            .withReceivers(List.of(receiver)),
        client(),
        TOPICS,
        InstantSource.system(),
        System.out,
        false);
  }

  private static void tell(String alert) {
    Notification notification =
        Alerts.to("hook", Alerts.airspace(alert, 1, Change.NEW, Status.ANNOUNCED), Instant.now());
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(client(), new StringSerializer(), new ByteArraySerializer())) {
      var _ =
          producer.send(
              new ProducerRecord<>(
                  TOPICS.notifications(), "hook", Json.mapper().writeValueAsBytes(notification)));
    }
  }

  private static Map<String, Object> client() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }
}
