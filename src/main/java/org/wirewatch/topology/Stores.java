package org.wirewatch.topology;

import static org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore;
import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;
import static org.apache.kafka.streams.state.Stores.persistentKeyValueStore;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.wirewatch.json.JsonSerde;
import org.wirewatch.story.AlertState;
import org.wirewatch.story.Story;
import org.wirewatch.story.StoryStore.Filed;
import org.wirewatch.topology.TopologySettings.StoreKind;

/**
 * The state stores, by name, with what bounds each. Names are in changelog topics: another name is
 * another store.
 */
final class Stores {
  /** Item id → digest of its text and the day it was seen last; gone after 15 days unseen. */
  static final String SEEN = "seen";

  /** Thing, story → story; gone when the story is over. */
  static final String STORIES = "stories";

  /** Thing, story, number → report; capped for each story, gone with it. */
  static final String REPORTS = "reports";

  /** Thing, story, watchlist, entry → what was told last; gone with the story. */
  static final String ALERT_STATES = "alert-states";

  /** Watchlist id → definition, as many as people define; global. */
  static final String WATCHLISTS = "watchlists";

  private final StoreKind kind;

  Stores(StoreKind kind) {
    this.kind = kind;
  }

  StoreBuilder<KeyValueStore<String, Seen>> seen() {
    return store(SEEN, JsonSerde.of(Seen.class));
  }

  StoreBuilder<KeyValueStore<String, Story>> stories() {
    return store(STORIES, JsonSerde.of(Story.class));
  }

  StoreBuilder<KeyValueStore<String, Filed>> reports() {
    return store(REPORTS, JsonSerde.of(Filed.class));
  }

  StoreBuilder<KeyValueStore<String, AlertState>> alertStates() {
    return store(ALERT_STATES, JsonSerde.of(AlertState.class));
  }

  /** Always in memory: definitions are few, and every instance holds them all. */
  static StoreBuilder<KeyValueStore<String, byte[]>> watchlists() {
    return keyValueStoreBuilder(
            inMemoryKeyValueStore(WATCHLISTS), Serdes.String(), Serdes.ByteArray())
        .withLoggingDisabled();
  }

  private <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> value) {
    return switch (kind) {
      case PERSISTENT ->
          keyValueStoreBuilder(persistentKeyValueStore(name), Serdes.String(), value);
      case IN_MEMORY -> keyValueStoreBuilder(inMemoryKeyValueStore(name), Serdes.String(), value);
      case EPHEMERAL -> ObjectStore.builder(name);
    };
  }
}
