package org.wirewatch.topology;

import static org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore;
import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;
import static org.apache.kafka.streams.state.Stores.persistentKeyValueStore;

import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.wirewatch.json.JsonSerde;
import org.wirewatch.model.Action;
import org.wirewatch.model.Alert;
import org.wirewatch.route.HoldState;
import org.wirewatch.route.RouteState;
import org.wirewatch.route.Said;
import org.wirewatch.route.Trail;
import org.wirewatch.story.AlertState;
import org.wirewatch.story.FloodState;
import org.wirewatch.story.Story;
import org.wirewatch.story.StoryStore.Filed;
import org.wirewatch.story.StoryStore.Retired;
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

  /** Thing, item → what is left of a report whose story is over; gone after 15 days. */
  static final String RETIRED = "retired";

  /** Thing, watchlist, entry → how many alerts it raised; gone two hours after the last. */
  static final String FLOODS = "floods";

  /** Alert id → where it was routed; gone when the alert is resolved. */
  static final String TRAILS = "trails";

  /** Route → its last messages; as many as routes, and what they left until it is told. */
  static final String ROUTES = "routes";

  /** Route, alert → what was told of it and when it is to be told; bounded by {@code Groups}. */
  static final String ROUTED = "routed";

  /** Receiver → what its quiet hours hold; bounded by {@code Holds}. */
  static final String HOLDS = "holds";

  /** Alert id → what people said of it; gone after 30 days. */
  static final String SAID = "said";

  /** Silence id → silence; gone 30 days after its end. */
  static final String SILENCES = "silences";

  /** Alert id → an alert that may inhibit others; gone when it is resolved. */
  static final String STANDING = "standing";

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

  StoreBuilder<KeyValueStore<String, Retired>> retired() {
    return store(RETIRED, JsonSerde.of(Retired.class));
  }

  StoreBuilder<KeyValueStore<String, FloodState>> floods() {
    return store(FLOODS, JsonSerde.of(FloodState.class));
  }

  StoreBuilder<KeyValueStore<String, Trail>> trails() {
    return store(TRAILS, JsonSerde.of(Trail.class));
  }

  /**
   * The stores of those who tell. In memory with a changelog: all of it is small and looked through
   * at every record.
   */
  List<StoreBuilder<?>> telling() {
    return List.of(
        kept(ROUTES, JsonSerde.of(RouteState.class)),
        kept(ROUTED, JsonSerde.of(RouteState.Member.class)),
        kept(HOLDS, JsonSerde.of(HoldState.class)),
        kept(SAID, JsonSerde.of(Said.class)),
        kept(SILENCES, JsonSerde.of(Action.Silence.class)),
        kept(STANDING, JsonSerde.of(Alert.class)));
  }

  private <V> StoreBuilder<KeyValueStore<String, V>> kept(String name, Serde<V> value) {
    StoreBuilder<KeyValueStore<String, V>> builder =
        keyValueStoreBuilder(inMemoryKeyValueStore(name), Serdes.String(), value);
    return kind == StoreKind.EPHEMERAL ? builder.withLoggingDisabled() : builder;
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
