package org.wirewatch.notify;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.wirewatch.json.Json;
import org.wirewatch.model.Action;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Delivery;
import org.wirewatch.model.Notification;
import org.wirewatch.model.TopicNames;
import tools.jackson.core.JacksonException;

/**
 * Conversations as Kafka keeps them: what other processes sent, or this one before it was started
 * anew, is found in the deliveries, what people did in the silences. Thread-safe.
 */
final class KeptConversations extends Conversations {
  private final String receiver;
  private final Tail deliveries;
  private final Deeds deeds;

  KeptConversations(
      String receiver, Map<String, Object> client, TopicNames topics, InstantSource clock) {
    this.receiver = receiver;
    this.deliveries = new Tail(client, topics.deliveries(), this::sent);
    this.deeds = new Deeds(client, topics, clock);
  }

  private void sent(ConsumerRecord<String, byte[]> record) {
    try {
      Delivery delivery = Json.mapper().readValue(record.value(), Delivery.class);
      String reference = delivery.reference();
      if (delivery.receiver().equals(receiver) && reference != null) {
        Posted.parse(reference, delivery.revision())
            .ifPresent(posted -> remember(delivery.thread(), posted));
      }
    } catch (JacksonException e) {
      return; // an older form, without what is needed
    }
  }

  /** A first message needs no looking up, unless it is the repeat of one. */
  @Override
  Optional<Posted> find(Notification notification) {
    Optional<Posted> known = super.find(notification);
    if (known.isPresent()) {
      return known;
    }
    deliveries.catchUp();
    return super.find(notification);
  }

  @Override
  List<Action> actions(Alert alert) {
    return deeds.about(alert);
  }

  @Override
  void close() {
    deliveries.close();
    deeds.close();
  }
}
