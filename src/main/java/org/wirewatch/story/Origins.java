package org.wirewatch.story;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Attribution;
import org.wirewatch.model.Source;

/**
 * Counts the independent voices behind a story. A voice is a publishing house or, for a report that
 * is mainly another outlet's, the first original that it names. Copies join two voices: a report
 * that repeats an earlier one nearly word for word has the earlier one's voice, whatever its credit
 * says. So a thousand copies of an agency's report are one, also where only some of them credit it.
 *
 * <p>Two voices once joined stay joined for the story: to count too few is the safe error.
 */
final class Origins {
  private final Map<String, String> parents;

  Origins(Map<String, String> parents) {
    this.parents = new TreeMap<>(parents);
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

  /**
   * Adds a report's voice.
   *
   * @param voice before anything is known of copies
   * @param copyOf the voice of the report that it repeats nearly word for word; null where none
   * @return the voice that it counts as
   */
  String add(String voice, @Nullable String copyOf) {
    parents.putIfAbsent(voice, voice);
    if (copyOf != null) {
      parents.putIfAbsent(copyOf, copyOf);
      String root = root(copyOf);
      parents.put(root(voice), root);
    }
    return root(voice);
  }

  String root(String voice) {
    String at = voice;
    String up = parents.getOrDefault(at, at);
    while (!up.equals(at)) {
      at = up;
      up = parents.getOrDefault(at, at);
    }
    return at;
  }

  int count() {
    return (int) parents.entrySet().stream().filter(e -> e.getKey().equals(e.getValue())).count();
  }

  Map<String, String> parents() {
    return parents;
  }

  private static String host(String url) {
    int from = url.indexOf("://");
    String rest = from < 0 ? url : url.substring(from + 3);
    int to = rest.indexOf('/');
    String host = (to < 0 ? rest : rest.substring(0, to)).toLowerCase(Locale.ROOT);
    return host.startsWith("www.") ? host.substring(4) : host;
  }
}
