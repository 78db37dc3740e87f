/**
 * The embedded Kafka: a real broker inside this process, for one machine and for demonstrations.
 * Knows nothing of news.
 *
 * <pre>{@code
 * try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
 *   properties.put("bootstrap.servers", broker.bootstrapServers());
 * }
 * }</pre>
 */
@NullMarked
package org.wirewatch.broker;

import org.jspecify.annotations.NullMarked;
