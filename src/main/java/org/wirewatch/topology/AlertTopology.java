package org.wirewatch.topology;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Item;
import org.wirewatch.story.Sighting;

/**
 * The way of an item to an alert and to those who are told:
 *
 * <pre>
 * items ──► dedupe ──► flag ──┬──► flags
 *                       ▲     │ one sighting a thing watched, re-keyed by thing
 *            watchlists ┘     ▼
 *                         correlate ──► raise ──┬──► alerts
 *                         (stories)    (alerts) └──► assign ──► tell ──► notifications
 *                                                     (one errand a receiver) ▲  (groups, timers,
 *                                                 silences (to every task) ───┘   quiet hours)
 * </pre>
 */
public final class AlertTopology {
  /** What the topic between the two halves of the topology is called after. */
  static final String SIGHTINGS = "sightings";

  /**
   * A thread that waits for records commits nothing meanwhile, so what it has just written would
   * stay unseen for as long as that, by default 100 ms.
   */
  private static final int POLL_MS = 10;

  private final TopologySettings settings;
  private final Topics topics;
  private final Stores stores;
  private final Watching watching;

  private AlertTopology(TopologySettings settings) {
    this.settings = settings;
    this.topics = settings.topics();
    this.stores = new Stores(settings.stores());
    this.watching = new Watching(settings.compile());
  }

  /** The topology, every node, store and repartition of it named. */
  public static Topology build(TopologySettings settings) {
    StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(naming()));
    new AlertTopology(settings).draw(builder);
    return builder.build();
  }

  /**
   * How the topology is run: exactly once, committed every 20 ms, what cannot be read set aside.
   *
   * @param client where and how to reach the brokers; wins over what is set here
   */
  public static Map<String, Object> streamsConfig(Topics topics, Map<String, Object> client) {
    Map<String, Object> config = new HashMap<>();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, topics.names().prefix());
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 20);
    config.put(StreamsConfig.POLL_MS_CONFIG, POLL_MS);
    config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    config.put(
        StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, topics.deadLetters().name());
    config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
    config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
    config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 0);
    config.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        topics.alerts().maxBytes());
    config.put(
        StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
        topics.alerts().maxBytes());
    config.putAll(client);
    return config;
  }

  private void draw(StreamsBuilder builder) {
    builder.addStateStore(stores.seen());
    builder.addStateStore(stores.stories());
    builder.addStateStore(stores.reports());
    builder.addStateStore(stores.retired());
    builder.addStateStore(stores.alertStates());
    builder.addStateStore(stores.floods());
    watch(builder);
    KStream<String, Judged> judged = flag(dedupe(items(builder)));
    publishFlags(judged);
    KStream<String, Alert> alerts = raise(correlate(byThing(judged)));
    publishAlerts(alerts);
    RouteSettings route = settings.route();
    if (route != null) {
      new RoutingBranch(topics, stores, route).draw(builder, alerts);
    }
  }

  private void watch(StreamsBuilder builder) {
    Topic<String, byte[]> topic = topics.watchlists();
    builder.addGlobalStore(
        Stores.watchlists(),
        topic.name(),
        topic.consumed("watchlists"),
        () -> new WatchlistsProcessor(watching));
  }

  private KStream<String, Item> items(StreamsBuilder builder) {
    Topic<String, Item> topic = topics.items();
    return builder.stream(
        topic.name(), topic.consumed("items").withTimestampExtractor(new EventTime()));
  }

  private KStream<String, Item> dedupe(KStream<String, Item> items) {
    return items.process(DedupeProcessor::new, Named.as("dedupe"), Stores.SEEN);
  }

  private KStream<String, Judged> flag(KStream<String, Item> items) {
    return items.process(() -> new FlagProcessor(watching, settings.freshness()), Named.as("flag"));
  }

  private void publishFlags(KStream<String, Judged> judged) {
    judged
        .mapValues(Judged::flagged, Named.as("flagged-item"))
        .process(() -> new CloudEvents<>("flagged", (item, _) -> item), Named.as("flag-event"))
        .to(topics.flags().name(), topics.flags().produced("flags"));
  }

  private KStream<String, Sighting> byThing(KStream<String, Judged> judged) {
    return judged
        .flatMapValues(Judged::sightings, Named.as("sightings"))
        .selectKey((_, sighting) -> sighting.thing(), Named.as("thing"))
        .repartition(
            Repartitioned.<String, Sighting>as(SIGHTINGS)
                .withKeySerde(Serdes.String())
                .withValueSerde(topics.wire().of(Sighting.class)));
  }

  private KStream<String, Happened> correlate(KStream<String, Sighting> sightings) {
    return sightings.process(
        () -> new CorrelateProcessor(settings.limits()),
        Named.as("correlate"),
        Stores.STORIES,
        Stores.REPORTS,
        Stores.RETIRED);
  }

  private KStream<String, Alert> raise(KStream<String, Happened> happened) {
    return happened.process(
        () -> new RaiseProcessor(settings.limits(), settings.meters()),
        Named.as("raise"),
        Stores.ALERT_STATES,
        Stores.FLOODS);
  }

  private void publishAlerts(KStream<String, Alert> alerts) {
    alerts
        .process(
            () -> new CloudEvents<>("alert", (id, alert) -> id + ":" + alert.revision()),
            Named.as("alert-event"))
        .to(topics.alerts().name(), topics.alerts().produced("alerts"));
  }

  /** Refuses an unnamed store or repartition while the topology is built. */
  private static StreamsConfig naming() {
    return new StreamsConfig(
        Map.of(
            StreamsConfig.APPLICATION_ID_CONFIG,
            "named",
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
            "unused:0",
            StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
            true));
  }
}
