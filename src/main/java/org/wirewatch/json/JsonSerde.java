package org.wirewatch.json;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * Writes and reads values of one type as JSON in UTF-8. A null value, Kafka's tombstone, stays
 * null. Thread-safe.
 *
 * <p>Bytes that are no such value raise {@link SerializationException}, which the topology answers
 * with the dead-letter topic.
 */
public final class JsonSerde<T> implements Serde<T> {
  private final Class<T> type;
  private final ObjectWriter writer;
  private final ObjectReader reader;

  private JsonSerde(Class<T> type) {
    this.type = type;
    this.writer = Json.mapper().writerFor(type);
    this.reader = Json.mapper().readerFor(type);
  }

  public static <T> JsonSerde<T> of(Class<T> type) {
    return new JsonSerde<>(type);
  }

  @Override
  public Serializer<T> serializer() {
    return (topic, value) -> write(value);
  }

  @Override
  public Deserializer<T> deserializer() {
    return (topic, bytes) -> read(bytes);
  }

  @SuppressWarnings(
      "NullAway") // null is Kafka's tombstone, on both sides of an interface that knows no
  // annotations
  private byte[] write(@Nullable T value) {
    return value == null ? null : writer.writeValueAsBytes(value);
  }

  @SuppressWarnings("NullAway") // as above
  private T read(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    try {
      return reader.readValue(bytes);
    } catch (JacksonException | NullPointerException | IllegalArgumentException e) {
      throw new SerializationException(
          "not a JSON " + type.getSimpleName() + ": " + e.getMessage(), e);
    }
  }
}
