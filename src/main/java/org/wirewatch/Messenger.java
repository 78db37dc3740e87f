package org.wirewatch;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wirewatch.notify.Notifier;
import org.wirewatch.notify.NotifyConfig;

/**
 * The notifier of a running system, which another takes over from when the configuration has
 * changed. What the one leaves unsent is the other's. Thread-safe.
 */
final class Messenger implements AutoCloseable {
  private final Function<NotifyConfig, Notifier> make;
  private NotifyConfig config;
  private @Nullable Notifier current;
  private boolean isClosed;

  private Messenger(Function<NotifyConfig, Notifier> make, NotifyConfig config) {
    this.make = make;
    this.config = config;
  }

  /**
   * Begins to tell.
   *
   * @throws IllegalArgumentException if a receiver cannot be spoken to as configured
   */
  static Messenger start(Function<NotifyConfig, Notifier> make, NotifyConfig config) {
    Messenger messenger = new Messenger(make, config);
    messenger.takeOver(make.apply(config), config);
    return messenger;
  }

  /**
   * Prepares what tells by another configuration; nothing has changed yet.
   *
   * @return to be run to have it take over; empty where it would tell just the same
   * @throws IllegalArgumentException if a receiver cannot be spoken to as configured
   */
  synchronized Optional<Runnable> prepare(NotifyConfig wanted) {
    if (wanted.equals(config)) {
      return Optional.empty();
    }
    Notifier next = make.apply(wanted);
    return Optional.of(() -> takeOver(next, wanted));
  }

  private synchronized void takeOver(Notifier next, NotifyConfig wanted) {
    if (isClosed) {
      next.close();
      return;
    }
    Notifier old = current;
    next.start();
    current = next;
    config = wanted;
    if (old != null) {
      old.close();
    }
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    Notifier last = current;
    if (last != null) {
      last.close();
    }
  }
}
