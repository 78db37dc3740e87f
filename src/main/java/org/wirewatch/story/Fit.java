package org.wirewatch.story;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.wirewatch.model.Status;
import org.wirewatch.story.Development.Because;
import org.wirewatch.story.Shelf.Open;
import org.wirewatch.text.Fingerprint;

/**
 * Whether a report tells a story. The rules, in order:
 *
 * <ol>
 *   <li>An event in another place is another event.
 *   <li>An event told as background joins nothing but its own copies.
 *   <li>Nearly the same words within the window are a copy.
 *   <li>A state of a country within its window is the same with few words in common: there is only
 *       one at a time.
 *   <li>An incident within its window needs shared particulars: rare words, or names and numbers
 *       where the languages differ; the more the longer ago the story was told last.
 *   <li>A matter, which is no event, needs its rare words alone.
 * </ol>
 */
final class Fit {
  /** From this resemblance on, one text is the other's copy. */
  static final double VERBATIM = 0.6;

  private static final double MATTER = 0.3;
  private static final double INCIDENT = 0.25;
  private static final double STATE = 0.08;
  private static final double PROOF = 0.5;
  private static final int NAMES = 2;

  private final Similarity similarity;

  Fit(Similarity similarity) {
    this.similarity = similarity;
  }

  Optional<Match> of(Sighting sighting, Fingerprint print, Open open) {
    Report report = sighting.report();
    Story story = open.story();
    Habit habit = Habit.of(sighting.thing(), sighting.kind());
    Duration gap = story.gap(report.told());
    if (apart(report.telling().places(), story.places()) || gap.compareTo(habit.quiet()) > 0) {
      return Optional.empty();
    }
    double copy = resemblance(print, open);
    double alike = similarity.cosine(print, open.centre());
    if (copy >= VERBATIM && gap.compareTo(habit.window()) <= 0) {
      return Optional.of(new Match(open, 1 + copy, Because.COPY, true));
    }
    if (isPast(report.telling().status()) != isPast(story.status())) {
      return Optional.empty();
    }
    return switch (habit.nature()) {
      case TOPIC -> matter(open, alike, gap, habit);
      case STATE -> state(open, alike, gap, habit, report);
      case INCIDENT -> incident(open, alike, gap, habit, print);
    };
  }

  /** Whether two stories that one report fits are one. */
  static boolean sameStory(Match a, Match b, Similarity similarity) {
    Story left = a.open().story();
    Story right = b.open().story();
    return !apart(left.places(), right.places())
        && similarity.cosine(a.open().centre(), b.open().centre()) >= PROOF;
  }

  private static Optional<Match> matter(Open open, double alike, Duration gap, Habit habit) {
    boolean fits = alike >= MATTER + 0.2 * lateness(gap, habit);
    return fits
        ? Optional.of(new Match(open, alike, Because.SAME_MATTER, alike >= PROOF))
        : Optional.empty();
  }

  private static Optional<Match> state(
      Open open, double alike, Duration gap, Habit habit, Report report) {
    boolean placed = meet(report.telling().places(), open.story().places());
    double needed = placed ? STATE : INCIDENT;
    boolean foreign = placed && isForeign(report, open);
    if (gap.compareTo(habit.window()) > 0 || (!foreign && alike < needed)) {
      return Optional.empty();
    }
    return Optional.of(new Match(open, alike, Because.SAME_EVENT, alike >= PROOF));
  }

  private static Optional<Match> incident(
      Open open, double alike, Duration gap, Habit habit, Fingerprint print) {
    int names = open.prints().stream().mapToInt(p -> p.sharedNames(print)).max().orElse(0);
    boolean words = alike >= INCIDENT + 0.25 * lateness(gap, habit);
    if (gap.compareTo(habit.window()) > 0 || (!words && names < NAMES)) {
      return Optional.empty();
    }
    return Optional.of(new Match(open, alike + 0.05 * names, Because.SAME_EVENT, alike >= PROOF));
  }

  private static double resemblance(Fingerprint print, Open open) {
    return open.prints().stream()
        .limit(Shelf.REPRESENTATIVES)
        .mapToDouble(p -> p.resemblance(print))
        .max()
        .orElse(0);
  }

  /** No report of the story is in the report's language, so words cannot tell. */
  private static boolean isForeign(Report report, Open open) {
    String language = primary(report.language());
    return open.reports().stream()
        .map(f -> primary(f.report().language()))
        .noneMatch(language::equals);
  }

  private static String primary(@org.jspecify.annotations.Nullable String language) {
    if (language == null) {
      return "";
    }
    int dash = language.indexOf('-');
    return dash < 0 ? language : language.substring(0, dash);
  }

  /** 0 at once, 1 at the end of the window and after. */
  private static double lateness(Duration gap, Habit habit) {
    return Math.min(1, (double) gap.toSeconds() / habit.window().toSeconds());
  }

  private static boolean isPast(@org.jspecify.annotations.Nullable Status status) {
    return status == Status.PAST;
  }

  private static boolean apart(List<String> a, List<String> b) {
    return !a.isEmpty() && !b.isEmpty() && !meet(a, b);
  }

  private static boolean meet(Collection<String> a, Collection<String> b) {
    return !Collections.disjoint(a, b);
  }
}
