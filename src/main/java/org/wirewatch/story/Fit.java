package org.wirewatch.story;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Status;
import org.wirewatch.story.Development.Because;
import org.wirewatch.text.Fingerprint;

/**
 * Whether a report tells a story. The rules, in order:
 *
 * <ol>
 *   <li>An event in another place is another event.
 *   <li>Nearly the same words within the window are a copy.
 *   <li>An event told as background joins only what is background too.
 *   <li>A state of a country within its window is the same with few words in common: there is only
 *       one at a time, unless others do it. Its end may be told later than anything else of it.
 *   <li>An incident within its window needs shared particulars; the more, the longer ago it was
 *       told.
 *   <li>A matter, which is no event, needs more of them.
 * </ol>
 *
 * Particulars are rare words and names, see {@link Similarity}; where no report of the story is in
 * the report's language, names and numbers alone.
 */
final class Fit {
  /** From this resemblance on, one text is the other's copy. */
  static final double VERBATIM = 0.6;

  /** From this resemblance of their first sentences on, one outlet writes what the other wrote. */
  static final double VERBATIM_LEAD = 0.5;

  private static final double MATTER = 0.4;
  private static final double INCIDENT = 0.3;
  private static final double STATE = 0.08;
  private static final double PROOF = 0.55;

  /** What is asked more at the end of a window than at once. */
  private static final double LATE = 0.2;

  /** Two or three names that no other story has. */
  private static final double NAMES_OF_MATTER = 5;

  /** A matter that many follow has 2⁴ reports an hour; each doubling beyond eases what is asked. */
  private static final double USUAL = 4;

  private static final double RELIEF = 0.02;
  private static final double MOST_RELIEF = 0.16;

  /** Unrelated reports in two languages share next to nothing. */
  private static final double COGNATES = 0.25;

  private static final double COGNATES_OF_MATTER = 0.33;

  /** One or two. */
  private static final double NAMES_OF_INCIDENT = 2.5;

  /** So many reports are compared one by one, besides the centre of all. */
  private static final int ONE_BY_ONE = 8;

  private final Sighting sighting;
  private final Fingerprint print;
  private final Similarity.Vector words;
  private final String language;
  private final Similarity similarity;
  private final Course course;

  Fit(Sighting sighting, Fingerprint print, Similarity similarity) {
    this.sighting = sighting;
    this.print = print;
    this.words = similarity.vector(Centre.of(print));
    this.language = sighting.report().primaryLanguage();
    this.similarity = similarity;
    this.course = Course.of(sighting.thing(), sighting.kind());
  }

  Optional<Match> of(Open open) {
    Story story = open.story();
    Report report = sighting.report();
    Duration gap = story.gap(report.told());
    if (apart(report.telling().places(), story.places()) || gap.compareTo(reach(story)) > 0) {
      return Optional.empty();
    }
    double copy = resemblance(open);
    if (copy >= VERBATIM) {
      return Optional.of(new Match(open, 1 + copy, Because.COPY, true));
    }
    if (isPast(report.telling().status()) != isPast(story.status())) {
      return Optional.empty();
    }
    return isForeign(open) ? byNames(open).or(() -> byCognates(open)) : byWords(open, gap);
  }

  /** Whether two stories that one report fits are one. */
  static boolean sameStory(Match a, Match b, Similarity similarity) {
    Story left = a.open().story();
    Story right = b.open().story();
    return !apart(left.places(), right.places())
        && similarity.of(similarity.vector(a.open()), b.open()) >= PROOF;
  }

  /** How long after its last telling the story takes the report in. */
  private Duration reach(Story story) {
    boolean ends = isOver(sighting.report().telling().status()) && !isOver(story.status());
    return ends ? course.quiet() : course.window();
  }

  private Optional<Match> byWords(Open open, Duration gap) {
    double alike = alike(open);
    double late = Math.min(1, (double) gap.toSeconds() / course.window().toSeconds());
    double asked =
        switch (course.nature()) {
          case TOPIC -> MATTER + LATE * late;
          case INCIDENT -> INCIDENT + LATE * late;
          case STATE -> isThere(open.story()) ? STATE : INCIDENT;
        };
    double needed = asked - relief(open.story());
    return alike < needed
        ? Optional.empty()
        : Optional.of(new Match(open, alike, because(), alike >= PROOF));
  }

  /**
   * How much less is asked where a story bursts: when hundreds tell of one thing within the hour,
   * the next report is likely to, whichever side of it that one shows.
   */
  private static double relief(Story story) {
    double hours =
        Math.max(1, Duration.between(story.earliest(), story.latest()).toSeconds() / 3600.0);
    double doublings = Math.log(1 + story.items() / hours) / Math.log(2);
    return Math.clamp((doublings - USUAL) * RELIEF, 0, MOST_RELIEF);
  }

  private Optional<Match> byNames(Open open) {
    double shared =
        open.prints().stream()
            .limit(Shelf.REPRESENTATIVES)
            .mapToDouble(p -> similarity.sharedNames(p, print))
            .max()
            .orElse(0);
    double needed =
        switch (course.nature()) {
          case TOPIC -> NAMES_OF_MATTER;
          case INCIDENT -> NAMES_OF_INCIDENT;
          case STATE -> isThere(open.story()) ? 0 : NAMES_OF_INCIDENT;
        };
    return shared < needed
        ? Optional.empty()
        : Optional.of(new Match(open, shared / 20, because(), false));
  }

  /** By the words that languages share: names in one script, foreign words, numbers. */
  private Optional<Match> byCognates(Open open) {
    double alike = 0;
    for (int i = 0; i < open.prints().size() && i < ONE_BY_ONE; i++) {
      Centre one = Centre.of(open.prints().get(i));
      alike = Math.max(alike, similarity.of(words, one));
    }
    double needed = course.nature() == Course.Nature.TOPIC ? COGNATES_OF_MATTER : COGNATES;
    return alike < needed
        ? Optional.empty()
        : Optional.of(new Match(open, alike, because(), false));
  }

  /**
   * By the centre; where the story is told in several languages, which lie side by side in it, also
   * by its first reports in this one.
   */
  private double alike(Open open) {
    double best = similarity.of(words, open);
    if (open.languages().size() == 1) {
      return best;
    }
    int compared = 0;
    for (int i = 0; i < open.prints().size() && compared < ONE_BY_ONE; i++) {
      if (open.reports().get(i).report().primaryLanguage().equals(language)) {
        Centre one = Centre.of(open.prints().get(i));
        best = Math.max(best, similarity.of(words, one));
        compared++;
      }
    }
    return best;
  }

  private Because because() {
    return course.nature() == Course.Nature.TOPIC ? Because.SAME_MATTER : Because.SAME_EVENT;
  }

  /** How much the report resembles the report that it is a copy of; 0 where there is none. */
  private double resemblance(Open open) {
    double best = 0;
    for (int i = 0; i < Math.min(Shelf.REPRESENTATIVES, open.prints().size()); i++) {
      best = Math.max(best, open.prints().get(i).resemblanceFrom(print, VERBATIM));
    }
    return best;
  }

  /** No report of the story is in the report's language, so words cannot tell. */
  private boolean isForeign(Open open) {
    return !open.languages().contains(language);
  }

  /** In the same place, and not done by others. */
  private boolean isThere(Story story) {
    Report.Telling telling = sighting.report().telling();
    return !Collections.disjoint(telling.places(), story.places())
        && !apart(telling.actors(), story.actors());
  }

  private static boolean isPast(@Nullable Status status) {
    return status == Status.PAST;
  }

  private static boolean isOver(@Nullable Status status) {
    return status == Status.ENDED || status == Status.DENIED;
  }

  private static boolean apart(List<String> a, List<String> b) {
    return !a.isEmpty() && !b.isEmpty() && Collections.disjoint(a, b);
  }
}
