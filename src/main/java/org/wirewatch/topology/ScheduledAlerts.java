package org.wirewatch.topology;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirewatch.story.AlertState;
import org.wirewatch.story.AlertStore;
import org.wirewatch.story.Subscriber;

/** A store of alert states that keeps on the agenda when each is to tell of waiting reports. */
record ScheduledAlerts(AlertStore store, Agenda<AlertState> waiting) implements AlertStore {
  void schedule(AlertState state) {
    waiting.set(state.id(), state, state.due());
  }

  @Override
  public @Nullable AlertState state(String thing, String story, Subscriber subscriber) {
    return store.state(thing, story, subscriber);
  }

  @Override
  public List<AlertState> states(String thing, String story) {
    return store.states(thing, story);
  }

  @Override
  public void save(AlertState state) {
    store.save(state);
    schedule(state);
  }

  @Override
  public void drop(AlertState state) {
    store.drop(state);
    waiting.set(state.id(), state, null);
  }
}
