package org.wirewatch.notify;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps the letters of one conversation in their order, those that were put back to the end of the
 * queue included. Thread-safe.
 *
 * <p>Two processes may still overtake one another; receivers that mind compare revisions.
 */
final class Turns {
  /** Conversation → where its letters came from, and until when they are waited for. */
  private final Map<String, TreeMap<Letter.Place, Instant>> waiting = new HashMap<>();

  synchronized void join(String thread, Letter.Place origin) {
    expect(thread, origin, Instant.MAX);
  }

  /** The letter is out of hand, and may come back until then. */
  synchronized void expect(String thread, Letter.Place origin, Instant until) {
    waiting.computeIfAbsent(thread, _ -> new TreeMap<>()).put(origin, until);
  }

  /** Whether no earlier letter of the conversation is still to be sent. */
  synchronized boolean isNext(String thread, Letter.Place origin, Instant now) {
    TreeMap<Letter.Place, Instant> queue = waiting.get(thread);
    if (queue == null) {
      return true;
    }
    queue.values().removeIf(now::isAfter);
    return queue.isEmpty() || queue.firstKey().compareTo(origin) >= 0;
  }

  synchronized void leave(String thread, Letter.Place origin) {
    TreeMap<Letter.Place, Instant> queue = waiting.get(thread);
    if (queue != null) {
      queue.remove(origin);
      if (queue.isEmpty()) {
        waiting.remove(thread);
      }
    }
  }
}
