package org.wirewatch.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One mapping of a file, read key by key: every key that is asked for is known, every other is
 * refused at the end.
 *
 * <p>A value of the wrong shape is reported where it stands, and the default is used so that
 * reading goes on and all problems are found at once. Confined to one thread.
 */
final class Section {
  private final Position at;
  private final String path;
  private final TreeMap<String, Yaml.Pair> pairs = new TreeMap<>();
  private final TreeSet<String> known = new TreeSet<>();
  private final List<Problem> problems;
  private final Function<Yaml.Scalar, String> expand;

  /**
   * @param path the keys that lead here, for messages; empty at the top
   * @param problems where what is wrong is added
   * @param expand what a scalar's text stands for: variables and files filled in
   */
  Section(Yaml yaml, String path, List<Problem> problems, Function<Yaml.Scalar, String> expand) {
    this.at = yaml.at();
    this.path = path;
    this.problems = problems;
    this.expand = expand;
    switch (yaml) {
      case Yaml.Mapping mapping -> mapping.pairs().forEach(p -> pairs.put(p.key(), p));
      case Yaml.Scalar scalar when scalar.isNull() -> {}
      case Yaml.Scalar _, Yaml.Sequence _ ->
          problems.add(
              Problem.error(
                  at,
                  (path.isEmpty() ? "the file" : "'" + path + "'")
                      + " takes keys and values, not "
                      + yaml.describe()));
    }
  }

  Position at() {
    return at;
  }

  /** Where the value of a key stands, or the section where it has none. */
  Position at(String key) {
    Yaml.Pair pair = pairs.get(key);
    return pair == null ? at : pair.value().at();
  }

  boolean has(String key) {
    return value(key).isPresent();
  }

  /** The value of a key; none where the key is missing or says nothing. */
  Optional<Yaml> value(String key) {
    known.add(key);
    return Optional.ofNullable(pairs.get(key))
        .map(Yaml.Pair::value)
        .filter(v -> !(v instanceof Yaml.Scalar s && s.isNull()));
  }

  /** Whether the key stands there at all, with a value or without ({@code console:}). */
  boolean mentions(String key) {
    known.add(key);
    return pairs.containsKey(key);
  }

  /** Those values of a list that are mappings, where single words may stand among them. */
  List<Section> mappings(String key) {
    return values(key).stream()
        .filter(v -> !(v instanceof Yaml.Scalar))
        .map(v -> new Section(v, pathOf(key), problems, expand))
        .toList();
  }

  /** Whether a key has a value, be it an empty list. */
  boolean says(String key) {
    return value(key).isPresent();
  }

  /** The single words of a list where mappings may stand among them. */
  List<String> words(String key) {
    return values(key).stream()
        .filter(Yaml.Scalar.class::isInstance)
        .map(v -> expand.apply((Yaml.Scalar) v))
        .toList();
  }

  Section section(String key) {
    return new Section(
        value(key).orElse(new Yaml.Mapping(at, List.of())), pathOf(key), problems, expand);
  }

  /** The sections of a list of mappings. */
  List<Section> sections(String key) {
    return values(key).stream().map(v -> new Section(v, pathOf(key), problems, expand)).toList();
  }

  /** The values of a list; a single value counts as a list of one. */
  List<Yaml> values(String key) {
    return value(key)
        .map(v ->
            switch (v) {
              case Yaml.Sequence sequence -> sequence.items();
              case Yaml.Scalar _, Yaml.Mapping _ -> List.of(v);
            })
        .orElse(List.of());
  }

  Optional<String> text(String key) {
    return scalar(key).map(expand);
  }

  String text(String key, String fallback) {
    return text(key).orElse(fallback);
  }

  /** A text that has to be there. */
  String required(String key, String example) {
    Optional<String> text = text(key);
    if (text.isEmpty() && !has(key)) {
      error(at, "'" + key + "' is missing" + in() + "; write " + key + ": " + example);
    }
    return text.orElse("");
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Yaml value : values(key)) {
      if (value instanceof Yaml.Scalar scalar) {
        texts.add(expand.apply(scalar));
      } else {
        error(value.at(), "'" + pathOf(key) + "' takes words, not " + value.describe());
      }
    }
    return texts;
  }

  boolean flag(String key, boolean fallback) {
    return parsed(
        key,
        fallback,
        "true or false",
        t ->
            switch (t) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  int number(String key, int fallback, int least, int most) {
    return parsed(
        key,
        fallback,
        "a whole number from " + least + " to " + most,
        t -> Scalars.number(t, least, most));
  }

  List<Integer> numbers(String key, int least, int most) {
    List<Integer> numbers = new ArrayList<>();
    for (Yaml value : values(key)) {
      Optional<Integer> number =
          value instanceof Yaml.Scalar s
              ? Scalars.number(expand.apply(s), least, most)
              : Optional.empty();
      number.ifPresentOrElse(
          numbers::add,
          () ->
              error(
                  value.at(),
                  "'"
                      + pathOf(key)
                      + "' takes whole numbers from "
                      + least
                      + " to "
                      + most
                      + ", not "
                      + value.describe()));
    }
    return numbers;
  }

  Duration duration(String key, Duration fallback) {
    return parsed(key, fallback, "a duration such as 30s, 5m, 6h or 1d", Durations::parse);
  }

  /** A size from one byte to {@code most}. */
  long size(String key, long fallback, long most) {
    return parsed(
        key,
        fallback,
        "a size such as 500KB or 20MB, at most " + (most >> 20) + "MB",
        t -> Scalars.size(t).filter(n -> n >= 1 && n <= most));
  }

  <E extends Enum<E>> E choice(String key, E fallback) {
    return parsed(
        key,
        fallback,
        "one of " + Scalars.names(fallback.getDeclaringClass()),
        t -> Scalars.constant(fallback.getDeclaringClass(), t));
  }

  <E extends Enum<E>> List<E> choices(String key, Class<E> type) {
    List<E> chosen = new ArrayList<>();
    for (Yaml value : values(key)) {
      Optional<E> constant =
          value instanceof Yaml.Scalar s
              ? Scalars.constant(type, expand.apply(s))
              : Optional.empty();
      constant.ifPresentOrElse(
          chosen::add,
          () ->
              error(
                  value.at(),
                  "'"
                      + pathOf(key)
                      + "' takes "
                      + Scalars.names(type)
                      + ", not "
                      + value.describe()));
    }
    return chosen;
  }

  /**
   * A value of which {@code parse} says whether it is one; else a problem that names what is
   * wanted.
   */
  <T> T parsed(String key, T fallback, String wanted, Function<String, Optional<T>> parse) {
    Optional<Yaml.Scalar> scalar = scalar(key);
    if (scalar.isEmpty()) {
      return fallback;
    }
    String text = expand.apply(scalar.get());
    Optional<T> value = parse.apply(text);
    if (value.isEmpty()) {
      error(scalar.get().at(), "'" + pathOf(key) + "' is '" + text + "'; it takes " + wanted);
    }
    return value.orElse(fallback);
  }

  void error(Position where, String message) {
    problems.add(Problem.error(where, message));
  }

  void warning(Position where, String message) {
    problems.add(Problem.warning(where, message));
  }

  /** Refuses every key that nobody asked for. To be called when everything was read. */
  void end() {
    pairs.values().stream()
        .filter(p -> !known.contains(p.key()))
        .forEach(p ->
            error(
                p.at(),
                "unknown key '"
                    + p.key()
                    + "'"
                    + in()
                    + Nearest.to(p.key(), known)
                        .map(n -> "; did you mean '" + n + "'?")
                        .orElse("; known here: " + String.join(", ", known))));
  }

  /** The keys in the order of the alphabet, for sections whose keys are the user's own. */
  List<Yaml.Pair> pairs() {
    known.addAll(pairs.keySet());
    return List.copyOf(pairs.values());
  }

  String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private String in() {
    return path.isEmpty() ? "" : " in '" + path + "'";
  }

  private Optional<Yaml.Scalar> scalar(String key) {
    Optional<Yaml> value = value(key);
    if (value.isPresent() && !(value.get() instanceof Yaml.Scalar)) {
      error(
          value.get().at(), "'" + pathOf(key) + "' takes one value, not " + value.get().describe());
    }
    return value.filter(Yaml.Scalar.class::isInstance).map(Yaml.Scalar.class::cast);
  }
}
