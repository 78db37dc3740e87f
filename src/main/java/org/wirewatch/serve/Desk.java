package org.wirewatch.serve;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinBindException;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The HTTP server of a system, bound to one address: it hosts what others hand in as endpoints.
 * Started once, closed once; thread-safe.
 */
public final class Desk implements AutoCloseable {
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final int THREADS = 8;
  private static final long MAX_BODIES_BYTES = 64 << 20;

  private final Javalin server;
  private final String host;

  private Desk(Javalin server, String host) {
    this.server = server;
    this.host = host;
  }

  /**
   * Starts to serve.
   *
   * @param meters where requests are timed, by endpoint and status
   * @throws IOException if the port is in use or the host is none of this machine's
   */
  public static Desk start(DeskConfig config, List<Endpoint> endpoints, MeterRegistry meters)
      throws IOException {
    Gate gate = new Gate(config);
    Room room = new Room(MAX_BODIES_BYTES);
    Javalin server =
        Javalin.create(c -> {
          modest(c);
          endpoints.forEach(e ->
              c.routes.addHttpHandler(
                  HandlerType.findOrCreate(e.method().name()),
                  e.path(),
                  new Exchange(e, gate, room, meters)));
          Exchange.faults(c.routes);
        });
    try {
      server.start(config.host(), config.port());
      return new Desk(server, config.host());
    } catch (JavalinBindException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Few threads, virtual ones for requests, and little patience with those who dawdle. */
  private static void modest(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 2);
    threads.setName("desk");
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    config.jetty.threadPool = threads;
    config.jetty.modifyHttpConfiguration(Desk::terse);
    config.jetty.modifyServer(s -> s.setStopTimeout(0));
    config.jetty.modifyServer(s -> s.setErrorHandler(new Refusals()));
  }

  private static void terse(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setIdleTimeout(IDLE.toMillis());
  }

  /** {@code http://host:port}, without a slash at the end. */
  public String address() {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port();
  }

  @Override
  public void close() {
    server.stop();
  }
}
