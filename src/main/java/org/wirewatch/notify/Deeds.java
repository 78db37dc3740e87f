package org.wirewatch.notify;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.wirewatch.json.Json;
import org.wirewatch.model.Action;
import org.wirewatch.model.Alert;
import org.wirewatch.model.TopicNames;
import tools.jackson.core.JacksonException;

/** What people have done about alerts, as the silences topic tells it. Thread-safe. */
final class Deeds implements AutoCloseable {
  private final InstantSource clock;
  private final Tail silences;
  private final Map<String, Action> actions = new HashMap<>();

  Deeds(Map<String, Object> client, TopicNames topics, InstantSource clock) {
    this.clock = clock;
    this.silences = new Tail(client, topics.silences(), this::done);
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

  /**
   * What was done about an alert and is still so, the oldest first.
   *
   * @throws org.apache.kafka.common.KafkaException if Kafka does not answer
   */
  synchronized List<Action> about(Alert alert) {
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
  public void close() {
    silences.close();
  }
}
