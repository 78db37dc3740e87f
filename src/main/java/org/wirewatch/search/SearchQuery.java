package org.wirewatch.search;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Status;

/**
 * What is searched for: everything that is set must hold, and of a list any member. Immutable.
 *
 * @param text words of which each must be there, {@code "phrases"}, {@code -not}, {@code a|b},
 *     {@code begin*}; blank for everything
 * @param kinds {@code item}, {@code alert}; empty for both
 * @param entries ids of entries; one that ends in {@code *} stands for all that begin so
 * @param countries ISO 3166-1 alpha-2
 * @param from inclusive; null for no bound
 * @param to exclusive; null for no bound
 * @param newestFirst whether by time rather than by how well the text fits
 * @param limit at most so many, 1 to {@value #MOST}
 */
public record SearchQuery(
    String text,
    Set<String> kinds,
    Set<String> entries,
    Set<String> watchlists,
    Set<String> countries,
    Set<Severity> severities,
    Set<Status> statuses,
    @Nullable Instant from,
    @Nullable Instant to,
    boolean newestFirst,
    int limit) {
  /** The most that are found at once. */
  public static final int MOST = 1000;

  private static final int USUAL = 50;
  private static final List<String> SORTS = List.of("time", "relevance");
  private static final Pattern AGO = Pattern.compile("(\\d{1,6})([mhd])");
  private static final Set<String> KNOWN =
      Set.of(
          "q",
          "kind",
          "entry",
          "watchlist",
          "country",
          "severity",
          "status",
          "since",
          "until",
          "sort",
          "limit");

  public SearchQuery {
    kinds = Set.copyOf(kinds);
    entries = Set.copyOf(entries);
    watchlists = Set.copyOf(watchlists);
    countries = Set.copyOf(countries);
    severities = Set.copyOf(severities);
    statuses = Set.copyOf(statuses);
  }

  /**
   * Reads the parameters of an address: {@code q}, {@code kind}, {@code entry}, {@code watchlist},
   * {@code country}, {@code severity}, {@code status}, {@code since}, {@code until}, {@code sort},
   * {@code limit}; lists with commas or repeated.
   *
   * @throws IllegalArgumentException if one is unknown or has no such value; the message says what
   *     it takes
   */
  public static SearchQuery of(Map<String, List<String>> parameters, Instant now) {
    parameters.keySet().stream()
        .filter(p -> !KNOWN.contains(p))
        .findFirst()
        .ifPresent(p -> {
          throw new IllegalArgumentException(
              "no parameter '"
                  + p
                  + "'; there are "
                  + String.join(", ", KNOWN.stream().sorted().toList()));
        });
    Parameters given = new Parameters(parameters, now);
    String text = given.one("q");
    boolean byTime = given.each("sort", Function.identity(), SORTS).contains("time");
    return new SearchQuery(
        text,
        given.each("kind", Function.identity(), List.of("item", "alert")),
        Set.copyOf(given.list("entry")),
        Set.copyOf(given.list("watchlist")),
        given.list("country").stream()
            .map(c -> c.toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet()),
        given.each("severity", SearchQuery::spelled, List.of(Severity.values())),
        given.each("status", SearchQuery::spelled, List.of(Status.values())),
        given.time("since"),
        given.time("until"),
        byTime || text.isBlank(),
        given.limit());
  }

  /** The same among alerts only. */
  SearchQuery ofAlerts() {
    return new SearchQuery(
        text,
        Set.of("alert"),
        entries,
        watchlists,
        countries,
        severities,
        statuses,
        from,
        to,
        newestFirst,
        limit);
  }

  static String spelled(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The parameters of one address. */
  private record Parameters(Map<String, List<String>> given, Instant now) {
    String one(String name) {
      List<String> values = given.getOrDefault(name, List.of());
      return values.isEmpty() ? "" : values.getFirst().strip();
    }

    List<String> list(String name) {
      return given.getOrDefault(name, List.of()).stream()
          .flatMap(v -> Arrays.stream(v.split(",", -1)))
          .map(String::strip)
          .filter(v -> !v.isEmpty())
          .toList();
    }

    <T> Set<T> each(String name, Function<T, String> spelling, List<T> all) {
      Map<String, T> known = all.stream().collect(Collectors.toMap(spelling, Function.identity()));
      return list(name).stream()
          .map(v -> {
            T value = known.get(v.toLowerCase(Locale.ROOT));
            if (value == null) {
              throw fault(
                  name, v, "takes " + String.join(", ", all.stream().map(spelling).toList()));
            }
            return value;
          })
          .collect(Collectors.toSet());
    }

    int limit() {
      String value = one("limit");
      if (value.isEmpty()) {
        return USUAL;
      }
      if (!value.matches("\\d{1,4}")
          || Integer.parseInt(value) < 1
          || Integer.parseInt(value) > MOST) {
        throw fault("limit", value, "takes a whole number from 1 to " + MOST);
      }
      return Integer.parseInt(value);
    }

    @Nullable Instant time(String name) {
      String value = one(name);
      if (value.isEmpty()) {
        return null;
      }
      Matcher ago = AGO.matcher(value);
      if (ago.matches()) {
        return now.minus(ago(Long.parseLong(ago.group(1)), ago.group(2)));
      }
      try {
        return value.length() == 10
            ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
            : Instant.parse(value);
      } catch (DateTimeException e) {
        throw fault(name, value, "takes 90m, 12h, 7d, 2026-11-22 or 2026-11-22T10:00:00Z");
      }
    }

    private static Duration ago(long n, String unit) {
      return switch (unit) {
        case "m" -> Duration.ofMinutes(n);
        case "h" -> Duration.ofHours(n);
        default -> Duration.ofDays(n);
      };
    }

    private static IllegalArgumentException fault(String name, String value, String takes) {
      return new IllegalArgumentException("'" + name + "' is '" + value + "'; it " + takes);
    }
  }
}
