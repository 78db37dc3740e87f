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
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Change;
import org.wirewatch.model.Item;

/**
 * From an item's sending to its alert's arrival at a reader of committed records, at a steady rate,
 * with all packs, exactly once through both hops of the whole topology.
 */
final class LatencyBench implements Bench {
  private static final int RATE = 100;
  private static final int WARM_UP = 20 * RATE;
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
    Path folder = Files.createTempDirectory("wirewatch-latency");
    try (RunningTopology running = RunningTopology.prepared(folder)) {
      running.startWatching(MadeUpNews.WATCHLISTS);
      double[] millis = measure(running);
      return List.of(
          BenchRow.within(MOST_P50, name() + "-p50", at(millis, 0.5), "ms"),
          BenchRow.within(MOST_P99, name() + "-p99", at(millis, 0.99), "ms"));
    } finally {
      BenchFolder.delete(folder);
    }
  }

  private static double[] measure(RunningTopology running) throws InterruptedException {
    Map<String, Long> sent = new ConcurrentHashMap<>();
    Thread sender = Thread.ofPlatform().daemon().start(() -> send(running, sent));
    List<Double> millis = new ArrayList<>();
    long heard = System.nanoTime();
    Map<String, Object> config = new HashMap<>(running.client());
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.GROUP_ID_CONFIG, "latency");
    try (KafkaConsumer<String, Alert> consumer =
        new KafkaConsumer<>(
            config, new StringDeserializer(), running.topics().alerts().value().deserializer())) {
      consumer.subscribe(List.of(running.topics().alerts().name()));
      while (sender.isAlive() || System.nanoTime() - heard < AFTER.toNanos()) {
        for (var record : consumer.poll(Duration.ofMillis(100))) {
          OptionalLong start = sentOf(record.value(), sent);
          if (start.isPresent()) {
            heard = System.nanoTime();
            millis.add((heard - start.getAsLong()) / 1e6);
          }
        }
      }
    }
    return millis.stream().sorted().mapToDouble(m -> m).toArray();
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
