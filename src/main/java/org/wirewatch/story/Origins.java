package org.wirewatch.story;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Attribution;
import org.wirewatch.model.Source;

/**
 * Counts the independent voices behind a story. A voice is a publishing house or, for a report that
 * is mainly another outlet's, the first original that it names; a report that repeats an earlier
 * one nearly word for word has the earlier one's voice. So a thousand copies of an agency's report
 * are one, also where only some of them credit it, and an outlet that copies one report and writes
 * another is counted for what it wrote.
 */
final class Origins {
  private final TreeMap<String, Integer> reports;

  /**
   * The voices of a story so far.
   *
   * @param reports how many reports each has
   */
  Origins(Map<String, Integer> reports) {
    this.reports = new TreeMap<>(reports);
  }

  /** The key of the house whose report an item is, its own or the original's. */
  static String voice(Attribution attribution, Source source, @Nullable String url) {
    if (attribution.voice() != null) {
      return key(attribution.voice());
    }
    return attribution.republisher() && !attribution.originals().isEmpty()
        ? key(attribution.originals().getFirst())
        : publisher(source, url);
  }

  /** The key of an outlet's house: its family, else the outlet, else the host it came from. */
  private static String publisher(Source source, @Nullable String url) {
    if (source.family() != null) {
      return key(source.family());
    }
    if (!source.name().isBlank()) {
      return key(source.name());
    }
    if (!source.id().equals(Source.UNKNOWN.id())) {
      return key(source.id());
    }
    return url == null ? Source.UNKNOWN.id() : host(url);
  }

  /** The key of an outlet by a name that somebody calls it. */
  static String key(String name) {
    String lower = name.toLowerCase(Locale.ROOT).strip();
    String bare = lower.startsWith("the ") ? lower.substring(4) : lower;
    return bare.replaceAll("[^\\p{L}\\p{N}]+", "-");
  }

  void add(String voice) {
    reports.merge(voice, 1, Integer::sum);
  }

  /** A report that was taken for {@code from}'s proved to be {@code to}'s. */
  void move(String from, String to) {
    reports.computeIfPresent(from, (_, count) -> count == 1 ? null : count - 1);
    add(to);
  }

  Map<String, Integer> reports() {
    return reports;
  }

  private static String host(String url) {
    int from = url.indexOf("://");
    String rest = from < 0 ? url : url.substring(from + 3);
    int to = rest.indexOf('/');
    String host = (to < 0 ? rest : rest.substring(0, to)).toLowerCase(Locale.ROOT);
    return host.startsWith("www.") ? host.substring(4) : host;
  }
}
