package org.wirewatch.notify;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A notification as it lies in the topic; its key is the receiver's name. */
record Letter(ConsumerRecord<String, byte[]> record) {

  boolean isFor(String receiver) {
    return receiver.equals(record.key());
  }

  /** The JSON as it came, which goes to the dead letters unchanged. */
  byte[] value() {
    return record.value();
  }

  /** Where it lies: unique within the topic. */
  Place place() {
    return new Place(record.partition(), record.offset());
  }

  /** Where a record lies; in the order in which they came. */
  record Place(int partition, long offset) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return partition == other.partition
          ? Long.compare(offset, other.offset)
          : Integer.compare(partition, other.partition);
    }
  }
}
