package org.wirewatch.notify;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.wirewatch.json.Json;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Notification;

/** Writes the alerts of a notification to another topic, each a CloudEvent in binary mode. */
final class KafkaSender implements Sender {
  private final String topic;
  private final Ledger ledger;

  KafkaSender(Channel.KafkaTopic channel, Ledger ledger) {
    this.topic = channel.topic();
    this.ledger = ledger;
  }

  @Override
  public Outcome send(Notification notification) {
    try {
      for (Alert alert : notification.alerts()) {
        ProducerRecord<String, byte[]> record =
            new ProducerRecord<>(topic, alert.id(), Json.mapper().writeValueAsBytes(alert));
        CloudEvent.headers(alert).forEach(record.headers()::add);
        ledger.write(record);
      }
      return Outcome.Sent.of("written to " + topic);
    } catch (KafkaException e) {
      return Outcome.Retry.of(Outcome.Reason.UNREACHABLE, topic + ": " + why(e));
    }
  }

  /** A topic that is not there is waited for by the client, since it may be about to be made. */
  private static String why(Throwable failure) {
    Throwable first = failure;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return first instanceof TimeoutException
        ? "it is not there, or Kafka does not answer; create it, or correct the topic's name"
        : Clean.line(String.valueOf(first.getMessage()));
  }

  @Override
  public Outcome check() {
    return ledger.knows(topic)
        ? Outcome.Sent.of("topic " + topic)
        : Outcome.Retry.of(Outcome.Reason.UNREACHABLE, "there is no topic " + topic);
  }
}
