package org.wirewatch.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.wirewatch.model.Kind;

/**
 * The course that stories of one sort take: whether there can be two at once in a country, when
 * they are over, how long they take reports in. Read from {@code courses.tsv}.
 *
 * @param quiet without a report for so long, a story is over
 * @param window after the last telling, how long a report may join that is not nearly the same text
 */
record Course(Nature nature, Duration quiet, Duration window) {
  /** What makes two reports tell the same. */
  enum Nature {
    /** A condition of a whole country, one at a time: the same event, place and days suffice. */
    STATE,
    /** Happens at a spot and may happen again: particulars have to agree. */
    INCIDENT,
    /** No event: what is told about a country, a person or a query. */
    TOPIC
  }

  private static final Course EVENT =
      new Course(Nature.INCIDENT, Duration.ofHours(72), Duration.ofHours(24));
  private static final Course MATTER =
      new Course(Nature.TOPIC, Duration.ofHours(48), Duration.ofHours(36));
  private static final Map<String, Course> EVENTS = load();

  static Course of(String thing, Kind kind) {
    return kind == Kind.EVENT ? EVENTS.getOrDefault(thing, EVENT) : MATTER;
  }

  private static Map<String, Course> load() {
    try (InputStream in = Course.class.getResourceAsStream("courses.tsv")) {
      if (in == null) {
        throw new IllegalStateException("courses.tsv is not on the class path");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .collect(Collectors.toUnmodifiableMap(row -> "event:" + row[0], Course::parse));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Course parse(String[] row) {
    Nature nature = row[1].equals("state") ? Nature.STATE : Nature.INCIDENT;
    return new Course(
        nature, Duration.ofHours(Long.parseLong(row[2])), Duration.ofHours(Long.parseLong(row[3])));
  }
}
