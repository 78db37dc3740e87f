package org.wirewatch.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets a record aside that cannot be read or that breaks a processor: as it came, to the
 * dead-letter topic, with the reason and where it came from in headers (KIP-1034). What follows it
 * goes on.
 */
public final class DeadLetters
    implements DeserializationExceptionHandler, ProcessingExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

  private @Nullable String topic;

  @Override
  public void configure(Map<String, ?> config) {
    Object name = config.get(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG);
    topic = name == null ? null : name.toString();
  }

  @Override
  public DeserializationExceptionHandler.Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception error) {
    return DeserializationExceptionHandler.Response.resume(
        letters(context, record.key(), record.value(), error));
  }

  @Override
  public ProcessingExceptionHandler.Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception error) {
    return ProcessingExceptionHandler.Response.resume(
        letters(context, context.sourceRawKey(), context.sourceRawValue(), error));
  }

  private List<ProducerRecord<byte[], byte[]>> letters(
      ErrorHandlerContext context,
      byte @Nullable [] key,
      byte @Nullable [] value,
      Exception error) {
    String reason = reason(error);
    LOG.warn(
        "set aside {}-{}@{} at {}: {}",
        context.topic(),
        context.partition(),
        context.offset(),
        context.processorNodeId(),
        reason);
    if (topic == null) {
      return List.of();
    }
    ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(topic, null, key, value);
    letter
        .headers()
        .add("reason", reason.getBytes(UTF_8))
        .add("stage", String.valueOf(context.processorNodeId()).getBytes(UTF_8))
        .add("topic", String.valueOf(context.topic()).getBytes(UTF_8))
        .add("partition", Integer.toString(context.partition()).getBytes(UTF_8))
        .add("offset", Long.toString(context.offset()).getBytes(UTF_8));
    return List.of(letter);
  }

  private static String reason(Exception error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null ? root.getClass().getSimpleName() : message;
  }
}
