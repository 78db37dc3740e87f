package org.wirewatch.poll;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.wirewatch.json.JsonSerde;
import org.wirewatch.model.Item;
import org.wirewatch.model.TopicNames;

/**
 * An item as it is written.
 *
 * @param timestamp of the record: when the item was fetched, in milliseconds since 1970
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record PackedItem(String id, long timestamp, byte[] json) {
  private static final Serializer<Item> SERIALIZER = JsonSerde.of(Item.class).serializer();

  /** Brokers refuse records above a megabyte unless told otherwise. */
  private static final int MAX_BYTES = 950_000;

  /** Of a body that is too long; what it takes in the worst script stays below the bound. */
  private static final int SAFE_CHARS = 150_000;

  /** The item's record; a body that is too long for one is cut. */
  static PackedItem of(Item item, long timestamp) {
    byte[] json = SERIALIZER.serialize("", item);
    if (json.length > MAX_BYTES) {
      String body = item.body();
      Item shorter = item.withBody(body.substring(0, Math.min(body.length(), SAFE_CHARS)));
      json = SERIALIZER.serialize("", shorter);
    }
    return new PackedItem(item.id(), timestamp, json);
  }

  ProducerRecord<String, byte[]> record(TopicNames names) {
    return new ProducerRecord<>(names.items(), null, timestamp, id, json);
  }
}
