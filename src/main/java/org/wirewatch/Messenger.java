package org.wirewatch;

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
   * @throws IllegalArgumentException if a receiver cannot be spoken to as configured
   */
  synchronized Prepared prepare(NotifyConfig wanted) {
    return new Prepared(wanted.equals(config) ? null : make.apply(wanted), wanted);
  }

  /** What tells by another configuration, once it takes over. Confined to one thread. */
  final class Prepared implements AutoCloseable {
    private final NotifyConfig wanted;
    private @Nullable Notifier next;

    /**
     * @param next null where the present one tells just the same
     */
    private Prepared(@Nullable Notifier next, NotifyConfig wanted) {
      this.next = next;
      this.wanted = wanted;
    }

    void takeOver() {
      Notifier ready = next;
      next = null;
      if (ready != null) {
        Messenger.this.takeOver(ready, wanted);
      }
    }

    /** Gives up what has not taken over. */
    @Override
    public void close() {
      Notifier unused = next;
      if (unused != null) {
        unused.close();
      }
    }
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
