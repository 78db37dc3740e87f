package org.wirewatch.topology;

import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.wirewatch.story.AlertState;
import org.wirewatch.story.AlertStore;
import org.wirewatch.story.Subscriber;

/**
 * The states of alerts in a Kafka Streams store, with when each is to tell of waiting reports on an
 * agenda. Confined to one stream thread.
 */
final class StoredAlerts implements AlertStore {
  private final KeyValueStore<String, AlertState> alerts;
  private final Agenda<AlertState> waiting;

  /** The store of the task that {@code context} is of; what it holds is put on the agenda. */
  StoredAlerts(ProcessorContext<?, ?> context, Agenda<AlertState> waiting) {
    this.alerts = context.getStateStore(Stores.ALERT_STATES);
    this.waiting = waiting;
    Keys.values(alerts.all()).forEach(this::schedule);
  }

  @Override
  public @Nullable AlertState state(String thing, String story, Subscriber subscriber) {
    return alerts.get(key(thing, story, subscriber));
  }

  @Override
  public List<AlertState> states(String thing, String story) {
    return Keys.under(alerts, thing, story);
  }

  @Override
  public void save(AlertState state) {
    alerts.put(key(state.thing(), state.story(), state.subscriber()), state);
    schedule(state);
  }

  @Override
  public void drop(AlertState state) {
    alerts.delete(key(state.thing(), state.story(), state.subscriber()));
    waiting.set(state.id(), state, null);
  }

  private void schedule(AlertState state) {
    waiting.set(state.id(), state, state.due());
  }

  private static String key(String thing, String story, Subscriber subscriber) {
    return Keys.of(thing, story, subscriber.watchlist(), subscriber.entry());
  }
}
