package org.wirewatch.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Change;
import org.wirewatch.model.Item;

/**
 * From an item's sending to its alert's arrival at a reader of committed records, at a steady rate,
 * with all packs, exactly once through both hops of the whole topology; and beside it how long one
 * hop takes that does nothing.
 */
final class LatencyBench implements Bench {
  private static final int RATE = 100;

  /** A topology with all packs is compiled for about a minute; a system on duty runs for weeks. */
  private static final int WARM_UP = 90 * RATE;

  private static final int ITEMS = WARM_UP + 50 * RATE;

  /** Reports of one story: about one begins each second and is corroborated some times. */
  private static final int TOLD_BY = 100;

  /** No alert comes so long after its item, or it never does. */
  private static final Duration AFTER = Duration.ofSeconds(5);

  private static final double MOST_P50 = 40;
  private static final double MOST_P99 = 100;

  @Override
  public String name() {
    return "latency";
  }

  @Override
  public boolean isLong() {
    return true;
  }

  @Override
  public List<BenchRow> run() throws Exception {
    double[] bare =
        measure(
            RunningTopology::startPassThrough,
            running -> running.topics().items().value().deserializer(),
            running -> running.topics().flags().name(),
            (item, sent) -> sentAt(sent.get(item.id())));
    double[] millis =
        measure(
            running -> running.startWatching(MadeUpNews.WATCHLISTS),
            running -> running.topics().alerts().value().deserializer(),
            running -> running.topics().alerts().name(),
            LatencyBench::sentOf);
    return List.of(
        BenchRow.within(MOST_P50, name() + "-p50", at(millis, 0.5), "ms"),
        BenchRow.within(MOST_P99, name() + "-p99", at(millis, 0.99), "ms"),
        BenchRow.of(name() + "-one-bare-hop-p50", at(bare, 0.5), "ms"),
        BenchRow.of(name() + "-one-bare-hop-p99", at(bare, 0.99), "ms"));
  }

  private interface Start {
    void of(RunningTopology running) throws Exception;
  }

  /** When what made a value was sent; empty where that does not count. */
  private interface SentOf<V> {
    OptionalLong of(V value, Map<String, Long> sent);
  }

  private static <V> double[] measure(
      Start start,
      Function<RunningTopology, Deserializer<V>> values,
      Function<RunningTopology, String> topic,
      SentOf<V> sentOf)
      throws Exception {
    Path folder = Files.createTempDirectory("wirewatch-latency");
    try (RunningTopology running = RunningTopology.prepared(folder)) {
      start.of(running);
      return measure(running, values.apply(running), topic.apply(running), sentOf);
    } finally {
      BenchFolder.delete(folder);
    }
  }

  private static <V> double[] measure(
      RunningTopology running, Deserializer<V> values, String topic, SentOf<V> sentOf) {
    Map<String, Long> sent = new ConcurrentHashMap<>();
    Thread sender = Thread.ofPlatform().daemon().start(() -> send(running, sent));
    List<Double> millis = new ArrayList<>();
    long heard = System.nanoTime();
    Map<String, Object> config = new HashMap<>(running.client());
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.GROUP_ID_CONFIG, "latency");
    try (KafkaConsumer<String, V> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), values)) {
      consumer.subscribe(List.of(topic));
      while (sender.isAlive() || System.nanoTime() - heard < AFTER.toNanos()) {
        for (var record : consumer.poll(Duration.ofMillis(100))) {
          OptionalLong start = sentOf.of(record.value(), sent);
          if (start.isPresent()) {
            heard = System.nanoTime();
            millis.add((heard - start.getAsLong()) / 1e6);
          }
        }
      }
    }
    return millis.stream().sorted().mapToDouble(m -> m).toArray();
  }

  private static OptionalLong sentAt(@Nullable Long sent) {
    return sent == null ? OptionalLong.empty() : OptionalLong.of(sent);
  }

  /**
   * When the item that made an alert's revision was sent: of its items the one sent last, which
   * need not be the last of the story where two stories became one. Empty for what was to wait.
   */
  private static OptionalLong sentOf(Alert alert, Map<String, Long> sent) {
    boolean atOnce = alert.change() == Change.NEW || alert.change() == Change.CORROBORATED;
    boolean ferry = alert.entry().equals(MadeUpNews.FERRIES);
    return atOnce && ferry
        ? alert.flags().stream().filter(sent::containsKey).mapToLong(sent::get).max()
        : OptionalLong.empty();
  }

  private static void send(RunningTopology running, Map<String, Long> sent) {
    List<Item> items = new MadeUpNews(3, TOLD_BY).items(ITEMS);
    long start = System.nanoTime();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      long due = start + i * 1_000_000_000L / RATE;
      LockSupport.parkNanos(due - System.nanoTime());
      if (i >= WARM_UP) {
        sent.put(item.id(), System.nanoTime());
      }
      running.send(item);
    }
  }

  /** A percentile. */
  static double at(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
  }
}
