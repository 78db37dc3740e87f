package org.wirewatch.notify;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
  private final InstantSource clock;
  private final Tail deliveries;
  private final Tail silences;
  private final Map<String, Action> actions = new HashMap<>();

  KeptConversations(
      String receiver, Map<String, Object> client, TopicNames topics, InstantSource clock) {
    this.receiver = receiver;
    this.clock = clock;
    this.deliveries = new Tail(client, topics.deliveries(), this::sent);
    this.silences = new Tail(client, topics.silences(), this::done);
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

  private void done(ConsumerRecord<String, byte[]> record) {
    try {
      if (record.value() == null) {
        actions.remove(record.key());
      } else {
        actions.put(record.key(), Json.mapper().readValue(record.value(), Action.class));
      }
    } catch (JacksonException e) {
      return; // the topology sets such a record aside and says so
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
  synchronized List<Action> actions(Alert alert) {
    silences.catchUp();
    List<Action> about = new ArrayList<>();
    for (Action action : actions.values()) {
      boolean isAbout =
          switch (action) {
            case Action.OfAlert of -> of.alert().equals(alert.id());
            case Action.Silence silence -> silence.mutes(alert, clock.instant());
          };
      if (isAbout) {
        about.add(action);
      }
    }
    about.sort(Comparator.comparing(Action::at));
    return about;
  }

  @Override
  void close() {
    deliveries.close();
    silences.close();
  }
}
