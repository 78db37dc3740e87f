package org.wirewatch.notify;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Keeps the letters of one conversation in their order where several threads send them.
 * Thread-safe.
 *
 * <p>Two processes may still overtake one another; receivers that mind compare revisions.
 */
final class Turns {
  private final Map<String, TreeSet<Letter.Place>> waiting = new HashMap<>();

  synchronized void join(String thread, Letter.Place place) {
    waiting.computeIfAbsent(thread, _ -> new TreeSet<>()).add(place);
  }

  /** Whether no earlier letter of the conversation is still to be sent. */
  synchronized boolean isNext(String thread, Letter.Place place) {
    TreeSet<Letter.Place> queue = waiting.get(thread);
    return queue == null || queue.isEmpty() || queue.first().compareTo(place) >= 0;
  }

  synchronized void leave(String thread, Letter.Place place) {
    TreeSet<Letter.Place> queue = waiting.get(thread);
    if (queue != null && queue.remove(place) && queue.isEmpty()) {
      waiting.remove(thread);
    }
  }
}
