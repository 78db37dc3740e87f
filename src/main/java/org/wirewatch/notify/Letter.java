package org.wirewatch.notify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A notification as it lies in the topic; its key is the receiver's name.
 *
 * <p>Headers tell of its life so far: when somebody asked for it again, and, where it was put back
 * to the end of the queue to let others pass, how often it was tried, when the next attempt is due
 * and where it lay at first.
 */
record Letter(ConsumerRecord<String, byte[]> record) {
  private static final String REDELIVERED = "wirewatch-redelivered";
  private static final String ATTEMPTS = "wirewatch-attempts";
  private static final String DUE = "wirewatch-due";
  private static final String ORIGIN = "wirewatch-origin";

  boolean isFor(String receiver) {
    return receiver.equals(record.key());
  }

  /** The JSON as it came, which goes to the dead letters unchanged. */
  byte[] value() {
    return record.value();
  }

  /**
   * When it began to age: when the notification was decided, or when somebody asked for it again.
   */
  Instant since(Instant created) {
    Instant asked = header(REDELIVERED, Instant::parse, created);
    return asked.isAfter(created) ? asked : created;
  }

  /** How often it was tried before it came here. */
  int attempts() {
    return header(ATTEMPTS, Integer::parseInt, 0);
  }

  Instant due() {
    return header(DUE, Instant::parse, Instant.EPOCH);
  }

  /** Where it lay before it was put back for the first time. */
  Place origin() {
    return header(ORIGIN, Place::parse, place());
  }

  boolean wasPutBack() {
    return record.headers().lastHeader(ORIGIN) != null;
  }

  /** Where it lies: unique within the topic. */
  Place place() {
    return new Place(record.partition(), record.offset());
  }

  /** Headers of others, or ones that were written by hand, are as good as none. */
  private <T> T header(String name, Function<String, T> parse, T otherwise) {
    Header header = record.headers().lastHeader(name);
    if (header == null) {
      return otherwise;
    }
    try {
      return parse.apply(new String(header.value(), StandardCharsets.UTF_8));
    } catch (RuntimeException e) {
      return otherwise;
    }
  }

  /** The same at the end of its queue. */
  ProducerRecord<String, byte[]> putBack(int attempts, Instant due) {
    ProducerRecord<String, byte[]> copy = copy();
    replace(copy, ATTEMPTS, String.valueOf(attempts));
    replace(copy, DUE, due.toString());
    replace(copy, ORIGIN, origin().toString());
    return copy;
  }

  /** The same as if it had never been tried, since somebody asked for it at {@code now}. */
  ProducerRecord<String, byte[]> again(Instant now) {
    ProducerRecord<String, byte[]> copy =
        new ProducerRecord<>(record.topic(), record.key(), record.value());
    replace(copy, REDELIVERED, now.toString());
    return copy;
  }

  /** The same once more, where the broker counts its deliveries from the beginning. */
  ProducerRecord<String, byte[]> copy() {
    return new ProducerRecord<>(
        record.topic(), null, record.key(), record.value(), record.headers());
  }

  private static void replace(ProducerRecord<?, ?> record, String name, String value) {
    record.headers().remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Where a record lies; in the order in which they came. */
  record Place(int partition, long offset) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return partition == other.partition
          ? Long.compare(offset, other.offset)
          : Integer.compare(partition, other.partition);
    }

    static Place parse(String text) {
      String[] parts = text.split("-", 2);
      return new Place(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
    }

    /** {@code partition-offset}. */
    @Override
    public String toString() {
      return partition + "-" + offset;
    }
  }
}
