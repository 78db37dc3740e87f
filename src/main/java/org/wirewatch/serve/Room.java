package org.wirewatch.serve;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What all bodies that are being read and answered may hold together: whoever sends many large ones
 * at once gets no more of the heap than that. Thread-safe.
 */
final class Room {
  private final AtomicLong free;

  /** Room for so many bytes. */
  Room(long bytes) {
    this.free = new AtomicLong(bytes);
  }

  /** One body's share, as yet nothing. */
  Share share() {
    return new Share();
  }

  /** What one body holds, until it is closed. Confined to one thread. */
  final class Share implements AutoCloseable {
    private long taken;

    /** Takes more, if there is room. */
    boolean take(int bytes) {
      if (free.addAndGet(-bytes) < 0) {
        free.addAndGet(bytes);
        return false;
      }
      taken += bytes;
      return true;
    }

    @Override
    public void close() {
      free.addAndGet(taken);
      taken = 0;
    }
  }
}
