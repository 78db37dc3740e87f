package org.wirewatch.topology;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Records that never leave the thread are handed over as they are: what is written is a number, and
 * whoever reads it gets the object, once. For a replay, in which half of the time would go into
 * writing and reading the same JSON. Every record has to be read. Confined to one thread.
 */
final class HandOver implements Wire {
  private final Map<Long, Object> waiting = new HashMap<>();
  private long next;

  @Override
  public <T> Serde<T> of(Class<T> type) {
    return new Serde<>() {
      @Override
      public Serializer<T> serializer() {
        return (_, value) -> leave(value);
      }

      @Override
      public Deserializer<T> deserializer() {
        return (_, number) -> type.cast(take(number));
      }
    };
  }

  private byte[] leave(Object value) {
    waiting.put(++next, value);
    return ByteBuffer.allocate(Long.BYTES).putLong(next).array();
  }

  private Object take(byte[] number) {
    return requireNonNull(waiting.remove(ByteBuffer.wrap(number).getLong()), "read twice");
  }
}
