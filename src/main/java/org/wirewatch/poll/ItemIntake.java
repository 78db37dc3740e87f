package org.wirewatch.poll;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.wirewatch.feed.Items;
import org.wirewatch.json.Json;
import org.wirewatch.json.JsonItems;
import org.wirewatch.model.Item;
import org.wirewatch.model.TopicNames;
import org.wirewatch.text.LanguageDetector;
import tools.jackson.databind.JsonNode;

/**
 * Takes items that others push and writes them to {@code wirewatch.items}: each is judged by
 * itself, and the sender is told of each what became of it.
 *
 * <p>What is told as taken is in the topic. An item sent twice has the same id both times, so that
 * sending everything again is always safe. Connects to Kafka when first used. Thread-safe.
 */
public final class ItemIntake implements AutoCloseable {
  private static final Duration CLOSING = Duration.ofSeconds(2);
  private static final int MAX_ID = 200;

  private final Map<String, Object> kafkaClient;
  private final TopicNames names;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private @Nullable Producer<String, byte[]> producer;

  /**
   * The intake of a system.
   *
   * @param kafkaClient how to reach the brokers
   * @param clock tells when items were received
   * @param meters where items are counted as {@code wirewatch.poll.pushed}, by what came of them
   */
  public ItemIntake(
      Map<String, Object> kafkaClient,
      TopicNames names,
      InstantSource clock,
      MeterRegistry meters) {
    this.kafkaClient = Map.copyOf(kafkaClient);
    this.names = names;
    this.clock = clock;
    this.meters = meters;
  }

  /** What came of what was sent. */
  public sealed interface Outcome {
    /** Every item was judged. */
    record Judged(List<Taken> taken, List<Failed> failed) implements Outcome {
      public Judged {
        taken = List.copyOf(taken);
        failed = List.copyOf(failed);
      }
    }

    /** Items could not be written, perhaps some of them only; all are to be sent again. */
    record Unavailable(String reason) implements Outcome {}
  }

  /**
   * An item that is in the topic.
   *
   * @param index among what was sent, from zero
   */
  public record Taken(int index, String id) {}

  /**
   * Something that was not taken.
   *
   * @param index among what was sent, from zero
   * @param line from one; none where items are not told apart by lines
   */
  public record Failed(int index, OptionalInt line, String error) {}

  /**
   * Takes one item, an array of items, or one item a line, in JSON. Waits until they are written,
   * for 10 seconds at most.
   */
  public Outcome take(byte[] body) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      return refused("the body is not in UTF-8");
    }
    List<JsonItems.Part> parts =
        JsonItems.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
    return parts.isEmpty()
        ? refused(
            "the body is empty; send one item, an array of items, or one item a line, as JSON")
        : take(parts);
  }

  private static Outcome refused(String error) {
    return new Outcome.Judged(List.of(), List.of(new Failed(0, OptionalInt.empty(), error)));
  }

  private Outcome take(List<JsonItems.Part> parts) {
    Producer<String, byte[]> to = producer();
    try {
      Batch batch = new Batch(to);
      parts.forEach(batch::add);
      Outcome.Judged judged = batch.settle();
      count("taken", judged.taken().size());
      count("failed", judged.failed().size());
      return judged;
    } catch (KafkaException e) {
      count("unavailable", parts.size());
      return unavailable(e, to);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Unavailable("this Wirewatch is stopping");
    }
  }

  private void count(String outcome, int items) {
    meters.counter("wirewatch.poll.pushed", "outcome", outcome).increment(items);
  }

  private record Sent(JsonItems.Part part, String id, Future<RecordMetadata> written) {}

  /** What is sent together; confined to one thread. */
  private final class Batch {
    private final Producer<String, byte[]> to;
    private final List<Sent> sent = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();
    private final List<Failed> failed = new ArrayList<>();

    Batch(Producer<String, byte[]> to) {
      this.to = to;
    }

    void add(JsonItems.Part part) {
      switch (part) {
        case JsonItems.Part.Broken broken -> fail(part, broken.reason());
        case JsonItems.Part.Value value -> {
          try {
            Item item = item(value.json());
            PackedItem packed = PackedItem.of(item, clock.millis());
            sent.add(new Sent(part, item.id(), to.send(packed.record(names))));
          } catch (Json.ItemFault | Unusable e) {
            fail(part, String.valueOf(e.getMessage()));
          }
        }
      }
    }

    private void fail(JsonItems.Part part, String error) {
      failed.add(new Failed(part.index(), part.line(), error));
    }

    /** Waits for what was sent. */
    Outcome.Judged settle() throws InterruptedException {
      for (Sent one : sent) {
        try {
          one.written().get();
          taken.add(new Taken(one.part().index(), one.id()));
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof RecordTooLargeException)) {
            throw new KafkaException("items were not written", e.getCause());
          }
          fail(one.part(), "the item is too large for Kafka; shorten what is not its body");
        }
      }
      failed.sort(Comparator.comparingInt(Failed::index));
      return new Outcome.Judged(taken, failed);
    }
  }

  /** A producer that failed may be of no more use; the next request makes another. */
  private synchronized Outcome unavailable(KafkaException e, Producer<String, byte[]> failed) {
    if (failed.equals(producer)) {
      producer = null;
    }
    failed.close(Duration.ZERO);
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return new Outcome.Unavailable(String.valueOf(cause.getMessage()));
  }

  private Item item(JsonNode json) throws Unusable {
    Item read = Json.readItem(json);
    if (read.isBlank()) {
      throw new Unusable("it has neither title, summary, body nor url");
    }
    String url = read.url();
    if (url != null && !url.isBlank() && WebAddress.parse(url) == null) {
      throw new Unusable("'url' is no http or https address");
    }
    if (read.id().length() > MAX_ID) {
      throw new Unusable("'id' has more than " + MAX_ID + " characters");
    }
    return Items.received(Items.complete(read, LanguageDetector::detect), clock.instant());
  }

  private synchronized Producer<String, byte[]> producer() {
    Producer<String, byte[]> open = producer;
    if (open == null) {
      Map<String, Object> settings = new HashMap<>();
      settings.put("compression.type", "gzip");
      settings.put("max.block.ms", 5_000);
      settings.put("request.timeout.ms", 5_000);
      settings.put("delivery.timeout.ms", 10_000);
      settings.putAll(kafkaClient);
      settings.put("enable.idempotence", true);
      settings.put("acks", "all");
      open = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
      producer = open;
    }
    return open;
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close(CLOSING);
    }
  }

  /** Well-formed, but not to be taken; the message says why. */
  private static final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    Unusable(String message) {
      super(message);
    }
  }
}
