package org.wirewatch.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One revision of an alert: one story under one watchlist entry. The value of {@code
 * wirewatch.alerts}, key {@code id}.
 *
 * @param revision counts from 1
 * @param status of an event; null for other kinds
 * @param why in plain words, what made the severity
 * @param flags ids of the flagged items behind it
 * @param mergedInto the alert that goes on where two stories proved to be one; else null
 */
public record Alert(
    String id,
    int revision,
    State state,
    Change change,
    String watchlist,
    String entry,
    Kind kind,
    String name,
    @Nullable Status status,
    List<String> places,
    Severity severity,
    String headline,
    String summary,
    Story story,
    List<Quote> evidence,
    List<String> why,
    Times times,
    List<String> flags,
    @Nullable String mergedInto) {

  public Alert {
    places = List.copyOf(places);
    evidence = List.copyOf(evidence);
    why = List.copyOf(why);
    flags = List.copyOf(flags);
  }

  /** Whether the alert still stands. */
  public enum State {
    OPEN,
    RESOLVED
  }

  /**
   * The story behind the alert.
   *
   * @param items how many reports joined it
   * @param sources how many different outlets reported
   * @param originals how many independent origins: an agency and its copies are one
   * @param reports the reports, oldest first
   */
  public record Story(
      String id,
      Instant firstSeen,
      Instant lastSeen,
      int items,
      int sources,
      int originals,
      List<Report> reports) {
    public Story {
      reports = List.copyOf(reports);
    }
  }

  /**
   * One report of the story.
   *
   * @param tier of its source, 1 to 3, see {@link Source}
   * @param language BCP 47; null where unknown
   */
  public record Report(
      String item,
      String title,
      @Nullable String url,
      String source,
      List<String> originals,
      @Nullable Instant published,
      int tier,
      @Nullable String language) {
    public Report {
      originals = List.copyOf(originals);
    }
  }

  /**
   * A sentence that carries the alert.
   *
   * @param highlights pairs of UTF-16 offsets into {@code quote}, start inclusive, end exclusive
   */
  public record Quote(String item, String quote, List<List<Integer>> highlights) {
    public Quote {
      highlights = List.copyOf(highlights);
    }
  }

  /**
   * The way of the news through time.
   *
   * @param published by the first report's publisher; null where it did not say
   * @param fetched when the first report was read; null where it was handed in without
   * @param raised when the first revision was made, event time
   * @param revised when this revision was made, event time
   */
  public record Times(
      @Nullable Instant published, @Nullable Instant fetched, Instant raised, Instant revised) {}
}
