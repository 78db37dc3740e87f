package org.wirewatch.pack;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The built-in kinds of event and the words for them. A language's words are read when first asked
 * for. Immutable to its users, thread-safe.
 */
public final class Events {
  /** The languages that there are words in, BCP 47. */
  public static final Set<String> LANGUAGES =
      Set.of(
          "en", "es", "fr", "de", "pt", "it", "nl", "pl", "tr", "ru", "uk", "ar", "fa", "he", "zh",
          "ja", "ko", "hi", "id");

  /** Languages that are near enough to another to be read with its words. */
  private static final Map<String, String> READ_AS =
      Map.of("pcm", "en", "sco", "en", "ms", "id", "gl", "pt", "yue", "zh", "be", "ru");

  private final Map<String, EventKind> kinds = new LinkedHashMap<>();
  private final Map<String, Integer> wordClasses = new HashMap<>();
  private final BitSet things = new BitSet();
  private final Map<String, EventLexicon> lexicons = new ConcurrentHashMap<>();

  Events(List<EventKind> kinds, Map<String, Integer> wordClasses) {
    kinds.forEach(kind -> this.kinds.put(kind.slug(), kind));
    this.wordClasses.putAll(wordClasses);
    kinds.stream()
        .flatMap(kind -> kind.live().stream())
        .filter(EventRule::isPlain)
        .forEach(rule -> things.set(rule.anchor()));
    kinds.stream()
        .flatMap(kind -> Stream.concat(kind.live().stream(), kind.ended().stream()))
        .forEach(rule -> rule.tied().forEach(things::clear));
  }

  /**
   * Whether the words of a class say all by themselves what an event is told of: airspace, a truce.
   * They are done to nothing else, and what is part of a longer one is none: the shooting in "وقف
   * إطلاق النار" (ceasefire), the port in נמל התעופה (airport).
   */
  public boolean isThing(int wordClass) {
    return things.get(wordClass);
  }

  /** All kinds, in the order of the data file. */
  public Collection<EventKind> kinds() {
    return List.copyOf(kinds.values());
  }

  public Optional<EventKind> kind(String slug) {
    return Optional.ofNullable(kinds.get(slug));
  }

  /** How many word classes there are, cues included. */
  public int wordClassCount() {
    return wordClasses.size();
  }

  /** The number of a word class by its name in the data files; empty if no rule speaks of it. */
  public Optional<Integer> wordClass(String name) {
    return Optional.ofNullable(wordClasses.get(name));
  }

  /** The words of a language; empty where the pack has none. */
  public Optional<EventLexicon> lexicon(@Nullable String language) {
    String known = language == null ? "" : READ_AS.getOrDefault(language, language);
    return LANGUAGES.contains(known)
        ? Optional.of(
            lexicons.computeIfAbsent(known, name -> EventsFile.lexicon(name, wordClasses, things)))
        : Optional.empty();
  }
}
