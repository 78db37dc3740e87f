package org.wirewatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams;

/**
 * What a system measures of itself: the JVM, Kafka Streams with its clients, and what each part
 * registers. Thread-safe.
 */
final class Meters implements AutoCloseable {
  /** Streams knows its tasks, and so its meters, some time after it was started only. */
  private static final int SETTLED_SECONDS = 10;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("meters").factory());

  Meters() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  MeterRegistry registry() {
    return registry;
  }

  /** Everything in the text format of Prometheus. */
  String text() {
    return registry.scrape();
  }

  /** Measures Kafka Streams, and the consumers and producers that it has, until it is closed. */
  AutoCloseable of(KafkaStreams streams) {
    KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams, List.of(), thread);
    var _ = thread.schedule(() -> metrics.bindTo(registry), SETTLED_SECONDS, TimeUnit.SECONDS);
    return metrics;
  }

  @Override
  public void close() {
    thread.shutdownNow();
    collections.close();
    registry.close();
  }
}
