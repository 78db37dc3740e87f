package org.wirewatch.serve;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Alert;
import org.wirewatch.model.CountryName;
import org.wirewatch.model.Status;

/**
 * An alert as one row of the list; empty texts are left out by the template. Immutable.
 *
 * @param places in English
 * @param reports how many, and of how many independent origins
 * @param sources the outlets, the first few of them
 * @param instant RFC 3339
 * @param time for people, UTC
 */
record AlertRow(
    String id,
    String severity,
    boolean resolved,
    String headline,
    String name,
    String status,
    String places,
    String reports,
    String sources,
    String instant,
    String time) {
  private static final int MOST_SOURCES = 3;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  static AlertRow of(Alert alert) {
    return new AlertRow(
        alert.id(),
        spelled(alert.severity()),
        alert.state() == Alert.State.RESOLVED,
        alert.headline(),
        alert.name(),
        status(alert.status()),
        alert.places().stream().map(CountryName::of).collect(Collectors.joining(", ")),
        reports(alert.story()),
        sources(alert.story()),
        alert.times().revised().toString(),
        time(alert.times().revised()));
  }

  static String time(Instant instant) {
    return MINUTE.format(instant) + " UTC";
  }

  /** An enum's constant as people read it. */
  static String spelled(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String status(@Nullable Status status) {
    return status == null ? "" : spelled(status);
  }

  private static String reports(Alert.Story story) {
    return counted(story.items(), "report")
        + (story.originals() > 1 ? ", " + story.originals() + " independent origins" : "");
  }

  private static String sources(Alert.Story story) {
    return story.reports().stream()
            .map(Alert.Report::source)
            .filter(s -> !s.isBlank())
            .distinct()
            .limit(MOST_SOURCES)
            .collect(Collectors.joining(", "))
        + (story.sources() > MOST_SOURCES ? " …" : "");
  }

  private static String counted(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }
}
