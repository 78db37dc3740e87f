package org.wirewatch.topology;

import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.wirewatch.topology.TopologySettings.StoreKind;

/** The part of the topology that tells people, fed from the topic of alerts. */
public final class RoutingAlone {
  private RoutingAlone() {}

  public static Topology topology(Topics topics, RouteSettings route) {
    StreamsBuilder builder = new StreamsBuilder();
    new RoutingBranch(topics, new Stores(StoreKind.IN_MEMORY), route)
        .draw(builder, builder.stream(topics.alerts().name(), topics.alerts().consumed("alerts")));
    return builder.build();
  }
}
