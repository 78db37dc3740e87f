package org.wirewatch.topology;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Puts the headers of a CloudEvent on what leaves: the binary content mode of the Kafka protocol
 * binding, version 1.0.2, section 3.2. The value stays plain JSON.
 *
 * @param <V> the value
 */
final class CloudEvents<V> extends ContextualProcessor<String, V, String, V> {
  private static final String SOURCE = "/wirewatch";

  private final String type;
  private final Identity<V> identity;

  /** The id of an event: with the source, the same for the same event and for no other. */
  interface Identity<V> {
    String of(String key, V value);
  }

  /**
   * @param type what happened, after {@code org.wirewatch.}
   */
  CloudEvents(String type, Identity<V> identity) {
    this.type = type;
    this.identity = identity;
  }

  @Override
  public void process(Record<String, V> record) {
    Headers headers = new RecordHeaders();
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_id", identity.of(record.key(), record.value()));
    put(headers, "ce_source", SOURCE);
    put(headers, "ce_type", "org.wirewatch." + type);
    put(headers, "ce_time", Instant.ofEpochMilli(record.timestamp()).toString());
    put(headers, "content-type", "application/json");
    context().forward(record.withHeaders(headers));
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
