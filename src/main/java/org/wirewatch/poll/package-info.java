/**
 * When to fetch a feed, fetching it politely, and handing what is new to Kafka. Knows nothing of
 * watchlists, alerts or who reads the items.
 *
 * <pre>{@code
 * try (Poller poller = new Poller(config, kafkaClient, topicNames, clock, meterRegistry)) {
 *   poller.start();
 *   poller.check().problem();   // null while all is well
 * }
 * }</pre>
 *
 * <p>The rules, in the order in which they apply to a feed:
 *
 * <ol>
 *   <li>The compacted topic of feeds says what to poll; its partitions are divided among the
 *       running instances by a consumer group. Feeds and their states share the key (the feed's
 *       address) and the number of partitions, so that whoever owns a feed owns its state.
 *   <li>A new owner first fences the old one's producer, then reads the states, then polls.
 *   <li>{@link PollSchedule} says when, {@link Fetcher} fetches, {@code feed.FeedParser} reads,
 *       {@link SeenItems} says what is new.
 *   <li>The new items and the feed's new state are one transaction: a crash loses and repeats
 *       nothing.
 * </ol>
 *
 * <p>Every poll runs on a virtual thread of its own. The decisions are pure classes that take the
 * time as a value; all else here is input and output.
 */
@NullMarked
package org.wirewatch.poll;

import org.jspecify.annotations.NullMarked;
