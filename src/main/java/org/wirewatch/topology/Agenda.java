package org.wirewatch.topology;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is to be done when event time gets there: at most one time for each key. */
final class Agenda<T> {
  private record Due<T>(Instant when, String key, T what) {}

  private final Map<String, Due<T>> byKey = new HashMap<>();
  private final TreeSet<Due<T>> byTime =
      new TreeSet<>(
          Comparator.comparing((Due<T> d) -> d.when()).thenComparing((Due<T> d) -> d.key()));

  /** Replaces what was set for the key; null takes it off. */
  void set(String key, T what, @Nullable Instant when) {
    Due<T> before = byKey.remove(key);
    if (before != null) {
      byTime.remove(before);
    }
    if (when != null) {
      Due<T> due = new Due<>(when, key, what);
      byKey.put(key, due);
      byTime.add(due);
    }
  }

  /** When the first is due; null if there is none. */
  @Nullable Instant first() {
    return byTime.isEmpty() ? null : byTime.first().when();
  }

  /** Takes off the first that is due by {@code now}; null if none is. */
  @Nullable T poll(Instant now) {
    if (byTime.isEmpty() || byTime.first().when().isAfter(now)) {
      return null;
    }
    Due<T> due = byTime.removeFirst();
    byKey.remove(due.key());
    return due.what();
  }
}
