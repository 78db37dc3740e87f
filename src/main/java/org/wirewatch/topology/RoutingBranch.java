package org.wirewatch.topology;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.StoreBuilder;
import org.wirewatch.model.Action;
import org.wirewatch.model.Alert;

/**
 * The way of an alert to those who are told:
 *
 * <pre>
 * alerts ──► assign ──► one errand a receiver, keyed by it ──┐
 *                       alerts that inhibit, to every task ──┼──► tell ──► notifications
 * silences ───────────► what people do, to every task ───────┘
 * </pre>
 *
 * One receiver is one task's, so that its groups, timers and quiet hours are local.
 */
final class RoutingBranch {
  /** The name of the repartition of errands. */
  static final String ERRANDS = "errands";

  private final Topics topics;
  private final Stores stores;
  private final RouteSettings route;

  RoutingBranch(Topics topics, Stores stores, RouteSettings route) {
    this.topics = topics;
    this.stores = stores;
    this.route = route;
  }

  void draw(StreamsBuilder builder, KStream<String, Alert> alerts) {
    builder.addStateStore(stores.trails());
    stores.telling().forEach(builder::addStateStore);
    tell(assign(alerts).merge(said(builder), Named.as("route")));
  }

  private KStream<String, Errand> assign(KStream<String, Alert> alerts) {
    return alerts
        .process(() -> new AssignProcessor(route), Named.as("assign"), Stores.TRAILS)
        .repartition(
            Repartitioned.<String, Errand>as(ERRANDS)
                .withKeySerde(Serdes.String())
                .withValueSerde(topics.wire().of(Errand.class))
                .withNumberOfPartitions(topics.notifications().partitions())
                .withStreamPartitioner((_, _, errand, partitions) ->
                    errand.to() == null ? everyOne(partitions) : Optional.empty()));
  }

  /** What people do, for every one who tells. */
  private KStream<String, Errand> said(StreamsBuilder builder) {
    Topic<String, Action> topic = topics.silences();
    return builder.stream(topic.name(), topic.consumed("silences"))
        .repartition(
            Repartitioned.<String, Action>as("actions")
                .withKeySerde(topic.key())
                .withValueSerde(topic.value())
                .withNumberOfPartitions(topics.notifications().partitions())
                .withStreamPartitioner((_, _, _, partitions) -> everyOne(partitions)))
        .mapValues(Errand::said, Named.as("action"));
  }

  private static Optional<Set<Integer>> everyOne(int partitions) {
    return Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()));
  }

  private void tell(KStream<String, Errand> errands) {
    errands
        .process(
            () -> new TellProcessor(route),
            Named.as("tell"),
            stores.telling().stream().map(StoreBuilder::name).toArray(String[]::new))
        .process(
            () -> new CloudEvents<>("notification", (_, n) -> n.id()),
            Named.as("notification-event"))
        .to(topics.notifications().name(), topics.notifications().produced("notifications"));
  }
}
