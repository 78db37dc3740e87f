/**
 * The way of an item to an alert as one Kafka Streams topology, the topics it runs through, and the
 * replay of recorded items through the same. Knows nothing of who fetched an item or who will be
 * told.
 *
 * <pre>{@code
 * Topics topics = new Topics(TopicNames.DEFAULT, TopicsConfig.DEFAULT);
 * topics.create(admin);
 * Topology topology = AlertTopology.build(settings);
 * new KafkaStreams(topology, AlertTopology.streamsConfig(settings, client));
 * }</pre>
 *
 * <p>{@link org.wirewatch.topology.AlertTopology} is the drawing. Each of its boxes is a processor
 * that reads a store, asks the pure packages, writes the store and forwards; no rule lives here.
 * All time is event time: when the item reached us. Processors are confined to their stream thread;
 * only the compiled watchlists are shared, as one immutable reference.
 */
@NullMarked
package org.wirewatch.topology;

import org.jspecify.annotations.NullMarked;
