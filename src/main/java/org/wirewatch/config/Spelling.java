package org.wirewatch.config;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How values are written in a configuration file. Pure. */
final class Spelling {
  private Spelling() {}

  static Map<String, @Nullable Object> ordered(@Nullable Object... keysAndValues) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
    }
    return map;
  }

  static void put(Map<String, @Nullable Object> map, String key, @Nullable Object value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  static @Nullable List<String> words(Collection<?> values) {
    return values.isEmpty()
        ? null
        : values.stream()
            .sorted()
            .map(v -> v instanceof Enum<?> constant ? Scalars.spelled(constant) : v.toString())
            .toList();
  }

  /** As it would be written: the largest unit that divides it. */
  static String duration(Duration duration) {
    long ms = duration.toMillis();
    record Unit(String name, long ms) {}
    return List.of(
            new Unit("d", 86_400_000),
            new Unit("h", 3_600_000),
            new Unit("m", 60_000),
            new Unit("s", 1000))
        .stream()
        .filter(u -> ms > 0 && ms % u.ms() == 0)
        .map(u -> ms / u.ms() + u.name())
        .findFirst()
        .orElse(ms == 0 ? "0s" : ms + "ms");
  }
}
