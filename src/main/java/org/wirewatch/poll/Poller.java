package org.wirewatch.poll;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirewatch.feed.FeedParser;
import org.wirewatch.json.JsonSerde;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.model.TopicNames;
import org.wirewatch.poll.Health.Outcome;
import org.wirewatch.text.LanguageDetector;

/**
 * Polls the feeds of {@code wirewatch.feeds} and writes what is new to {@code wirewatch.items}.
 *
 * <p>Started once, closed once; thread-safe. Any number of instances on one Kafka share the feeds
 * among them. The topics must exist, and {@code wirewatch.feed-state} must have at least as many
 * partitions as {@code wirewatch.feeds}.
 */
public final class Poller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
  private static final Duration WAIT = Duration.ofMillis(200);
  private static final Duration FOLDER_LOOKS = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final PollConfig config;
  private final Map<String, Object> kafkaClient;
  private final TopicNames names;
  private final InstantSource clock;
  private final FeedParser parser;
  private final Fetcher fetcher;
  private final FeedPoll feedPoll;
  private final PollMeters meters;
  private final Complaints complaints = new Complaints();
  private final Map<Integer, PartitionWorker> workers = new ConcurrentHashMap<>();
  private final Map<TopicPartition, Long> listEnds = new HashMap<>();
  private final Deserializer<FeedDefinition> definitions =
      JsonSerde.of(FeedDefinition.class).deserializer();
  private final Thread thread = Thread.ofPlatform().name("poll-feeds").unstarted(this::run);
  private final Thread folderThread =
      Thread.ofPlatform().name("poll-folder").unstarted(this::watchFolder);
  private volatile boolean closed;
  private volatile @Nullable String problem;

  /**
   * @param kafkaClient how to reach the brokers: {@code bootstrap.servers} and whatever else every
   *     client needs
   * @param clock tells when feeds are due and when they were fetched
   * @param registry where it is measured as {@code wirewatch.poll.*}
   */
  public Poller(
      PollConfig config,
      Map<String, Object> kafkaClient,
      TopicNames names,
      InstantSource clock,
      MeterRegistry registry) {
    this.meters = new PollMeters(registry);
    this.meters.watch(this::states, clock);
    this.config = config;
    this.kafkaClient = Map.copyOf(kafkaClient);
    this.names = names;
    this.clock = clock;
    this.parser = new FeedParser(config.limits(), LanguageDetector::detect);
    this.fetcher = new Fetcher(config, clock);
    this.feedPoll =
        new FeedPoll(
            fetcher,
            new FeedProgress(parser, config),
            new FullText(fetcher, clock),
            new Hubs(fetcher, config.callbacks()),
            clock,
            meters);
  }

  /** Begins to poll; returns at once. */
  public void start() {
    thread.start();
    if (config.watchFolder() != null) {
      folderThread.start();
    }
  }

  /** How it does, from memory. */
  public PollCheck check() {
    Map<Outcome, Integer> feeds = new EnumMap<>(Outcome.class);
    states().forEach(state -> feeds.merge(state.health().outcome(), 1, Integer::sum));
    return new PollCheck(feeds, meters.polls(), meters.items(), problemNow());
  }

  /** Answers the hubs that push feeds of this instance. */
  public HubCallbacks hubCallbacks() {
    return new HubCallbacks(this::byToken, this::visit);
  }

  private HubCallbacks.Known byToken(String token) {
    for (FeedState state : states()) {
      HubSubscription hub = state.hub();
      if (hub != null && hub.token().equals(token)) {
        return new HubCallbacks.Known.Subscribed(state.feed(), hub);
      }
    }
    return workers.isEmpty() || problemNow() != null
        ? new HubCallbacks.Known.NotYet()
        : new HubCallbacks.Known.Nobody();
  }

  private boolean visit(String feed, Visit visit) {
    return workers.values().stream().anyMatch(worker -> worker.visit(feed, visit));
  }

  /** The states of the feeds that this instance polls. */
  public List<FeedState> states() {
    return workers.values().stream().flatMap(worker -> worker.states().stream()).toList();
  }

  private @Nullable String problemNow() {
    String own = problem;
    return own != null
        ? own
        : workers.values().stream()
            .map(PartitionWorker::problem)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  private void run() {
    while (!closed) {
      try (Consumer<String, byte[]> consumer = consumer()) {
        follow(consumer);
      } catch (KafkaException e) {
        problem = "cannot read the list of feeds: " + e.getMessage();
        LOG.atWarn().log("{}; trying again", problem);
        pause();
      } finally {
        listEnds.clear();
        release(List.copyOf(workers.keySet()));
      }
    }
  }

  private void follow(Consumer<String, byte[]> consumer) {
    consumer.subscribe(List.of(names.feeds()), new Ownership(consumer));
    while (!closed) {
      consumer.poll(WAIT).forEach(this::apply);
      tellRead(consumer);
      problem = null;
    }
  }

  /** Tells the workers whose part of the list was read as far as it went when they began. */
  private void tellRead(Consumer<String, byte[]> consumer) {
    listEnds
        .entrySet()
        .removeIf(end -> {
          if (consumer.position(end.getKey()) < end.getValue()) {
            return false;
          }
          PartitionWorker worker = workers.get(end.getKey().partition());
          if (worker != null) {
            worker.listRead();
          }
          return true;
        });
  }

  private void apply(ConsumerRecord<String, byte[]> record) {
    PartitionWorker worker = workers.get(record.partition());
    if (worker == null) {
      return;
    }
    if (record.value() == null) {
      worker.unsubscribe(record.key());
      return;
    }
    try {
      worker.subscribe(definitions.deserialize(record.topic(), record.value()));
    } catch (SerializationException e) {
      LOG.atWarn()
          .addKeyValue("feed", record.key())
          .log("the subscription is not readable and left as it was: {}", e.getMessage());
    }
  }

  private void release(Collection<Integer> partitions) {
    partitions.forEach(partition -> {
      PartitionWorker worker = workers.remove(partition);
      if (worker != null) {
        worker.close();
      }
    });
  }

  private Consumer<String, byte[]> consumer() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("session.timeout.ms", 10_000);
    settings.put("heartbeat.interval.ms", 1_000);
    settings.put("metadata.max.age.ms", 10_000);
    settings.putAll(kafkaClient);
    settings.put("group.id", names.prefix() + "-poll");
    settings.put(
        "partition.assignment.strategy", List.of(CooperativeStickyAssignor.class.getName()));
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "earliest");
    if (config.instance() != null) {
      settings.put("group.instance.id", config.instance());
    }
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private void watchFolder() {
    Path folder = config.watchFolder();
    if (folder == null) {
      return;
    }
    WatchedFolder watched =
        new WatchedFolder(folder, config.maxBytes(), new ItemFile(parser), names, clock);
    try (Producer<String, byte[]> producer =
        new KafkaProducer<>(kafkaClient, new StringSerializer(), new ByteArraySerializer())) {
      watched.watch(producer, FOLDER_LOOKS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pause() {
    try {
      Thread.sleep(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      closed = true;
      Thread.currentThread().interrupt();
    }
  }

  /** Stops within seconds; what was not committed is polled again by whoever comes next. */
  @Override
  public void close() {
    closed = true;
    folderThread.interrupt();
    try {
      if (thread.isAlive() && !thread.join(PATIENCE)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    fetcher.close();
  }

  /** Partitions come and go. */
  private final class Ownership implements ConsumerRebalanceListener {
    private final Consumer<String, byte[]> consumer;

    Ownership(Consumer<String, byte[]> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
      // The list is read as a whole by each new owner; positions are never committed.
      consumer.seekToBeginning(assigned);
      listEnds.putAll(consumer.endOffsets(assigned, PATIENCE));
      assigned.forEach(p ->
          workers.computeIfAbsent(
              p.partition(),
              number ->
                  new PartitionWorker(
                      kafkaClient, names, number, feedPoll, meters, complaints, clock)));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
      listEnds.keySet().removeAll(revoked);
      release(revoked.stream().map(TopicPartition::partition).toList());
    }
  }
}
