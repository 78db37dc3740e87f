package org.wirewatch.topology;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.wirewatch.model.Item;

/**
 * The time of an item: when it was fetched, else published, never later than its record. A
 * publisher that dates its items into the future must not end everybody's stories.
 */
final class EventTime implements TimestampExtractor {
  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    Instant seen = record.value() instanceof Item item ? item.seen() : null;
    return seen == null ? record.timestamp() : Math.min(seen.toEpochMilli(), record.timestamp());
  }
}
