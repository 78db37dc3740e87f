package org.wirewatch.poll;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Lets only so many requests at a time go to one host, and spaces them. Thread-safe; made for
 * virtual threads, which wait in it.
 *
 * <p>The host's turn is taken before the place among all requests, so that many feeds of one slow
 * host keep nobody else waiting. A host is forgotten when nobody is in it and its spacing is over.
 */
final class HostGate {
  /** Above this many hosts the rested ones are looked for; below it they cost nothing worth it. */
  private static final int FORGET_FROM = 50_000;

  private final int perHost;
  private final long spacingNanos;
  private final Semaphore all;
  private final ConcurrentHashMap<String, Host> hosts = new ConcurrentHashMap<>();

  HostGate(int concurrency, int perHost, Duration spacing) {
    this.perHost = perHost;
    this.spacingNanos = spacing.toNanos();
    this.all = new Semaphore(concurrency, true);
  }

  /** Waits for a turn; closing it gives it back. */
  Turn enter(String hostName) throws InterruptedException {
    return enter(hostName, Duration.ZERO);
  }

  /** The same with a spacing after it that the host asks for, where the usual one is not longer. */
  Turn enter(String hostName, Duration spacing) throws InterruptedException {
    Host host =
        hosts.compute(
            hostName,
            (name, known) -> {
              Host found = known == null ? new Host(perHost) : known;
              found.users++;
              return found;
            });
    Turn turn = new Turn(hostName, host, Math.max(spacingNanos, spacing.toNanos()));
    try {
      turn.take();
    } catch (InterruptedException e) {
      turn.close();
      throw e;
    }
    return turn;
  }

  /** How many hosts are remembered. */
  int hosts() {
    return hosts.size();
  }

  /** One request's turn at its host. */
  final class Turn implements AutoCloseable {
    private final String name;
    private final Host host;
    private final long spacing;
    private boolean inHost;
    private boolean inAll;

    private Turn(String name, Host host, long spacing) {
      this.name = name;
      this.host = host;
      this.spacing = spacing;
    }

    private void take() throws InterruptedException {
      host.places.acquire();
      inHost = true;
      long wait = host.reserve(spacing) - System.nanoTime();
      if (wait > 0) {
        Thread.sleep(Duration.ofNanos(wait));
      }
      all.acquire();
      inAll = true;
    }

    @Override
    public void close() {
      if (inAll) {
        all.release();
      }
      if (inHost) {
        host.places.release();
      }
      hosts.compute(name, (n, known) -> --host.users == 0 && host.isRested() ? null : host);
      if (hosts.size() > FORGET_FROM) {
        forgetRested();
      }
    }
  }

  private void forgetRested() {
    hosts.forEach((name, host) ->
        hosts.computeIfPresent(name, (n, h) -> h.users == 0 && h.isRested() ? null : h));
  }

  private static final class Host {
    private final Semaphore places;
    private int users;
    private long nextStart = System.nanoTime();

    Host(int places) {
      this.places = new Semaphore(places, true);
    }

    /** The moment at which the caller may start, on the clock of {@link System#nanoTime}. */
    synchronized long reserve(long spacing) {
      long start = Math.max(nextStart, System.nanoTime());
      nextStart = start + spacing;
      return start;
    }

    synchronized boolean isRested() {
      return nextStart - System.nanoTime() <= 0;
    }
  }
}
