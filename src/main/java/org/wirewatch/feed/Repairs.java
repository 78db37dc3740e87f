package org.wirewatch.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was mended while reading one document, each kind once. Confined to one thread. */
final class Repairs {
  private static final int MOST = 20;

  private final Map<String, Integer> counts = new LinkedHashMap<>();

  void add(String repair) {
    if (counts.size() < MOST || counts.containsKey(repair)) {
      counts.merge(repair, 1, Integer::sum);
    }
  }

  List<String> list() {
    return counts.entrySet().stream()
        .map(e -> e.getValue() == 1 ? e.getKey() : e.getKey() + " (" + e.getValue() + " times)")
        .toList();
  }
}
