package org.wirewatch.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.wirewatch.config.KnownNames;
import org.wirewatch.model.Change;
import org.wirewatch.model.Kind;
import org.wirewatch.model.Matchers;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Status;
import org.wirewatch.pack.Packs;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How conditions, times and spans of time are written on the command line. */
final class Written {
  private static final List<String> KEYS =
      List.of(
          "watchlist",
          "entry",
          "kind",
          "place",
          "severity",
          "status",
          "tier",
          "language",
          "change");

  private Written() {}

  /**
   * Conditions such as {@code place=VE,CO severity=low}.
   *
   * @throws CommandFault if one is none; the message says how to write it
   */
  static Matchers matchers(List<String> conditions) {
    Map<String, Set<String>> values = new HashMap<>();
    for (String condition : conditions) {
      int equals = condition.indexOf('=');
      String key = equals < 0 ? condition : condition.substring(0, equals);
      if (equals < 0 || !KEYS.contains(key) || condition.substring(equals + 1).isBlank()) {
        throw CommandFault.usage(
            "'"
                + condition
                + "' is no condition; write place=VE,CO with one of "
                + String.join(", ", KEYS));
      }
      Set<String> wanted = values.computeIfAbsent(key, _ -> new TreeSet<>());
      Arrays.stream(condition.substring(equals + 1).split(",", -1))
          .map(String::strip)
          .filter(v -> !v.isEmpty())
          .forEach(wanted::add);
    }
    values.getOrDefault("entry", Set.of()).forEach(Written::refuseUnknown);
    return new Matchers(
        values.getOrDefault("watchlist", Set.of()),
        values.getOrDefault("entry", Set.of()),
        constants("kind", values, Kind.class),
        values.getOrDefault("place", Set.of()).stream()
            .map(Written::place)
            .collect(Collectors.toSet()),
        constants("severity", values, Severity.class),
        constants("status", values, Status.class),
        values.getOrDefault("tier", Set.of()).stream()
            .map(Written::tier)
            .collect(Collectors.toSet()),
        values.getOrDefault("language", Set.of()),
        constants("change", values, Change.class));
  }

  private static void refuseUnknown(String entry) {
    new KnownNames(Packs.load())
        .unknownEntry(entry)
        .ifPresent(fault -> {
          throw CommandFault.usage(fault);
        });
  }

  private static String place(String text) {
    KnownNames vocabulary = new KnownNames(Packs.load());
    String code = text.toUpperCase(Locale.ROOT);
    if (vocabulary.country(code).isEmpty()) {
      throw CommandFault.usage(vocabulary.noCountry(text));
    }
    return code;
  }

  private static int tier(String text) {
    if (!text.matches("[123]")) {
      throw CommandFault.usage("tier is 1, 2 or 3, not " + text);
    }
    return Integer.parseInt(text);
  }

  private static <E extends Enum<E>> Set<E> constants(
      String key, Map<String, Set<String>> values, Class<E> type) {
    Set<E> constants = EnumSet.noneOf(type);
    for (String value : values.getOrDefault(key, Set.of())) {
      constants.add(
          EnumSet.allOf(type).stream()
              .filter(c -> word(c).equalsIgnoreCase(value))
              .findFirst()
              .orElseThrow(() ->
                  CommandFault.usage(
                      key
                          + " is one of "
                          + EnumSet.allOf(type).stream()
                              .map(Written::word)
                              .collect(Collectors.joining(", "))
                          + ", not "
                          + value)));
    }
    return constants;
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A moment with its offset, such as {@code 2026-11-23T06:00:00Z}. */
  static final class Moments implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException e) {
        throw new TypeConversionException("'" + text + "' is no time; write 2026-11-23T06:00:00Z");
      }
    }
  }

  /** A span of time such as {@code 90s}, {@code 2h30m} or {@code 1d}. */
  static final class Spans implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        boolean days = text.matches("[0-9]{1,5}d");
        Duration span =
            days
                ? Duration.ofDays(Long.parseLong(text.substring(0, text.length() - 1)))
                : Duration.parse("PT" + text);
        if (span.isPositive()) {
          return span;
        }
      } catch (DateTimeException e) {
        // said below
      }
      throw new TypeConversionException("'" + text + "' is no span of time; write 30m, 2h or 1d");
    }
  }
}
