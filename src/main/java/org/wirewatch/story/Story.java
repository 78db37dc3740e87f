package org.wirewatch.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Kind;
import org.wirewatch.model.Status;

/**
 * One story of one watched thing, without its reports.
 *
 * @param id for life: from the thing and the first item
 * @param firstSeen {@link Report#at} of the report that opened it
 * @param lastSeen the latest {@link Report#at}
 * @param earliest the earliest time at which it was told
 * @param latest the latest time at which it was told
 * @param items how many reports joined, those no longer kept too
 * @param next the number of the next report
 * @param lead the item whose headline stands for the story
 * @param status how the event stands; null for other kinds
 * @param statusSince the time of telling of the report that made the status
 * @param places where the event is, by all reports; sorted
 * @param actors who does it, by all reports; sorted
 * @param origins how many reports each independent voice has, see {@link Origins}
 * @param centre the encoded {@link Centre} of its reports
 */
public record Story(
    String id,
    String thing,
    Kind kind,
    Instant firstSeen,
    Instant lastSeen,
    Instant earliest,
    Instant latest,
    int items,
    long next,
    String lead,
    @Nullable Status status,
    Instant statusSince,
    List<String> places,
    List<String> actors,
    Map<String, Integer> origins,
    String centre) {

  public Story {
    places = List.copyOf(places);
    actors = List.copyOf(actors);
    origins = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(origins));
  }

  /** When it closes if nothing more is told. */
  Instant closes() {
    return lastSeen.plus(Course.of(thing, kind).quiet());
  }

  /** How long before or after the story's tellings {@code time} is; zero within them. */
  Duration gap(Instant time) {
    if (time.isBefore(earliest)) {
      return Duration.between(time, earliest);
    }
    return time.isAfter(latest) ? Duration.between(latest, time) : Duration.ZERO;
  }
}
