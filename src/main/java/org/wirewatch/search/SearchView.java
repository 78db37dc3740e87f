package org.wirewatch.search;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirewatch.model.Alert;
import org.wirewatch.model.TopicNames;

/**
 * Follows the topics of items, flags and alerts into an index of its own, and searches it.
 *
 * <p>Started once, closed once; thread-safe. One view for one folder; any number on one Kafka, for
 * each reads everything.
 */
public final class SearchView implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SearchView.class);
  private static final Duration WAIT = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration COMMITS = Duration.ofSeconds(10);
  private static final Duration DROPS = Duration.ofHours(1);
  private static final Duration CLOSING = Duration.ofSeconds(3);
  private static final String OFFSET = "offset:";
  private static final String TOPIC = "topic:";

  private final Path folder;
  private final Map<String, Object> kafkaClient;
  private final TopicNames names;
  private final InstantSource clock;
  private final Counter indexed;
  private final Thread thread = Thread.ofPlatform().daemon().name("search").unstarted(this::run);
  private volatile boolean closed;
  private volatile boolean complete;
  private volatile @Nullable SearchIndex index;
  private volatile @Nullable String problem;
  private boolean dirty;

  /**
   * A view that keeps its index in a folder of its own.
   *
   * @param kafkaClient how to reach the brokers
   * @param clock tells what is older than its topic's retention
   * @param meters where writes are counted as {@code wirewatch.search.indexed}
   */
  public SearchView(
      Path folder,
      Map<String, Object> kafkaClient,
      TopicNames names,
      InstantSource clock,
      MeterRegistry meters) {
    this.folder = folder;
    this.kafkaClient = Map.copyOf(kafkaClient);
    this.names = names;
    this.clock = clock;
    this.indexed = meters.counter("wirewatch.search.indexed");
  }

  /** Begins to follow; returns at once. */
  public void start() {
    thread.start();
  }

  /** What keeps it from following and what to do; null while nothing does. */
  public @Nullable String problem() {
    return problem;
  }

  /**
   * Searches what was read so far.
   *
   * @throws SearchUnavailable if the index is not open yet, or cannot be read
   */
  public SearchResult search(SearchQuery query) throws SearchUnavailable {
    SearchIndex.Found found = asked(open -> open.search(query));
    return new SearchResult(
        found.total(), complete, found.top().stream().map(SearchHit::of).toList());
  }

  /**
   * The newest revision of each alert that a search finds; items are left out.
   *
   * @throws SearchUnavailable if the index is not open yet, or cannot be read
   */
  public FoundAlerts alerts(SearchQuery query) throws SearchUnavailable {
    SearchIndex.Found found = asked(open -> open.search(query.ofAlerts()));
    return new FoundAlerts(
        found.total(),
        complete,
        found.top().stream().flatMap(i -> Optional.ofNullable(i.alert()).stream()).toList());
  }

  /**
   * The newest revision of an alert; empty where none of that id was read.
   *
   * @throws SearchUnavailable if the index is not open yet, or cannot be read
   */
  public Optional<Alert> alert(String id) throws SearchUnavailable {
    return asked(open -> Optional.ofNullable(open.find(Indexed.key(Indexed.Kind.ALERT, id))))
        .flatMap(i -> Optional.ofNullable(i.alert()));
  }

  /** Something asked of the index. */
  private interface Question<T> {
    T ask(SearchIndex index) throws IOException;
  }

  private <T> T asked(Question<T> question) throws SearchUnavailable {
    SearchIndex open = index;
    if (open == null) {
      String why = problem;
      throw new SearchUnavailable(why == null ? "the index is being opened" : why);
    }
    try {
      return question.ask(open);
    } catch (IOException | AlreadyClosedException e) {
      throw new SearchUnavailable("the index cannot be read: " + e.getMessage());
    }
  }

  private void run() {
    while (!closed) {
      try (SearchIndex open = SearchIndex.open(folder)) {
        index = open;
        feed(open);
      } catch (IOException | AlreadyClosedException e) {
        complain("the search index in " + folder + " cannot be written: " + e.getMessage());
      } catch (InterruptedException e) {
        return;
      } finally {
        index = null;
      }
    }
  }

  /** Until closed, or the index fails. */
  private void feed(SearchIndex open) throws IOException, InterruptedException {
    while (!closed) {
      try {
        follow(open);
      } catch (WakeupException | org.apache.kafka.common.errors.InterruptException e) {
        return;
      } catch (KafkaException e) {
        complain("the search index is not fed: " + e.getMessage());
        Thread.sleep(PAUSE);
      }
    }
  }

  private void complain(String what) {
    if (problem == null) {
      LOG.atWarn().log("{}; trying again", what);
    }
    problem = what;
  }

  private void follow(SearchIndex open) throws IOException, InterruptedException {
    Map<String, TopicFacts> facts =
        TopicFacts.ask(kafkaClient, List.of(names.items(), names.flags(), names.alerts()));
    Map<String, String> progress = progress(open, facts);
    try (Consumer<String, byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          facts.values().stream().flatMap(f -> f.partitions().stream()).toList();
      consumer.assign(partitions);
      for (TopicPartition partition : partitions) {
        String offset = progress.get(OFFSET + partition);
        if (offset == null) {
          consumer.seekToBeginning(List.of(partition));
        } else {
          consumer.seek(partition, Long.parseLong(offset));
        }
      }
      follow(open, consumer, facts);
    }
  }

  /** How far the index was fed, from these very topics; nowhere if it was fed from others. */
  private static Map<String, String> progress(SearchIndex open, Map<String, TopicFacts> facts)
      throws IOException {
    Map<String, String> progress = open.progress();
    Map<String, String> now = topics(facts);
    Map<String, String> before = new HashMap<>(progress);
    before.keySet().removeIf(k -> !k.startsWith(TOPIC));
    boolean others = !before.isEmpty() && !before.equals(now);
    if (others) {
      LOG.atInfo().log("the search index is of other topics and is built anew");
      open.clear();
      open.refresh();
      return Map.of();
    }
    return progress;
  }

  private static Map<String, String> topics(Map<String, TopicFacts> facts) {
    Map<String, String> ids = new HashMap<>();
    facts.forEach((topic, of) -> ids.put(TOPIC + topic, of.id()));
    return ids;
  }

  private void follow(
      SearchIndex open, Consumer<String, byte[]> consumer, Map<String, TopicFacts> facts)
      throws IOException {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    long committed = System.nanoTime();
    long dropped = committed - DROPS.toNanos();
    while (!closed) {
      take(open, consumer.poll(WAIT));
      problem = null;
      complete = complete || isBeyond(consumer, ends);
      if (complete && System.nanoTime() - dropped > DROPS.toNanos()) {
        drop(open, facts);
        dropped = System.nanoTime();
      }
      if (dirty && System.nanoTime() - committed > COMMITS.toNanos()) {
        commit(open, consumer, facts);
        committed = System.nanoTime();
      }
    }
    // Not where something was thrown: positions may be ahead of what was written then.
    if (dirty) {
      commit(open, consumer, facts);
    }
  }

  private void take(SearchIndex open, ConsumerRecords<String, byte[]> records) throws IOException {
    if (records.isEmpty()) {
      return;
    }
    Batch batch = new Batch(open, names);
    for (ConsumerRecord<String, byte[]> record : records) {
      batch.add(record);
    }
    indexed.increment(batch.write());
    open.refresh();
    dirty = true;
  }

  private static boolean isBeyond(
      Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
  }

  private void drop(SearchIndex open, Map<String, TopicFacts> facts) throws IOException {
    for (Indexed.Kind kind : Indexed.Kind.values()) {
      String topic =
          switch (kind) {
            case ITEM -> names.items();
            case ALERT -> names.alerts();
          };
      TopicFacts of = facts.get(topic);
      if (of != null && of.retention().isPresent()) {
        open.drop(kind, clock.instant().minus(of.retention().get()));
        dirty = true;
      }
    }
    open.refresh();
  }

  private void commit(
      SearchIndex open, Consumer<String, byte[]> consumer, Map<String, TopicFacts> facts)
      throws IOException {
    Map<String, String> progress = topics(facts);
    List<TopicPartition> partitions = new ArrayList<>(consumer.assignment());
    partitions.forEach(p -> progress.put(OFFSET + p, Long.toString(consumer.position(p))));
    open.commit(progress);
    dirty = false;
  }

  private Consumer<String, byte[]> consumer() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("fetch.max.bytes", 8 << 20);
    settings.put("max.partition.fetch.bytes", 2 << 20);
    settings.putAll(kafkaClient);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "earliest");
    settings.remove("group.id");
    settings.remove("group.instance.id");
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** Keeps what was read so far. */
  @Override
  public void close() {
    closed = true;
    try {
      if (thread.isAlive() && !thread.join(CLOSING)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
