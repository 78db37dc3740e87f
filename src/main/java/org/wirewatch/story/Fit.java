package org.wirewatch.story;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 *   <li>An event told as background joins what is background too, or what goes on if its
 *       particulars agree; what goes on never joins background.
 *   <li>A state that was ended and is told again of another day is another.
 *   <li>A state of a country within its window is the same with few words in common: there is only
 *       one at a time, unless others do it. Its end may be told later than anything else of it.
 *   <li>An incident within its window needs shared particulars; the more, the longer ago it was
 *       told, and yet more on another day where such things happen again and again; few where such
 *       things are seldom and only one is open there.
 *   <li>A matter, which is no event, needs more of them.
 * </ol>
 *
 * Particulars are rare words and names, see {@link Similarity}; where no report of the story is in
 * the report's language, names and numbers alone. {@link Leeway} is what else speaks for a story.
 */
final class Fit {
  /** From this resemblance on, one text is the other's copy. */
  static final double VERBATIM = 0.6;

  /** From this resemblance of their first sentences on, one outlet writes what the other wrote. */
  static final double VERBATIM_LEAD = 0.5;

  /** An incident that is told of for so long is seldom in one country, and told of in days. */
  private static final Duration LASTING = Duration.ofDays(1);

  /** One that is so seldom in a country is the one that is open there. */
  private static final Duration SELDOM = Duration.ofDays(2);

  /** What is told of as so after this time from its end, naming no day, is so again. */
  private static final Duration AGAIN = Duration.ofDays(1);

  /** Below it nothing else can help; a state of a country needs no more. */
  private static final double LEAST = 0.08;

  private static final double MATTER = 0.4;
  private static final double INCIDENT = 0.3;
  private static final double PROOF = 0.55;

  /** Where there is no other that it could be. */
  private static final double ONLY_ONE = 0.15;

  /** What is asked more at the end of a window than at once. */
  private static final double LATE = 0.2;

  /** In windows. */
  private static final double LATEST = 1.5;

  /** What is asked more where the report names another day than all reports of the story. */
  private static final double OTHER_DAY = 0.3;

  /** What is asked more of a state that others do, or that another country has with the same. */
  private static final double ELSEWHERE = 0.2;

  /** Unrelated reports in two languages share next to nothing. */
  private static final double COGNATES = 0.25;

  private static final double COGNATES_OF_MATTER = 0.33;

  /** Two or three names that no other story has. */
  private static final double NAMES_OF_MATTER = 5;

  /** One or two. */
  private static final double NAMES_OF_INCIDENT = 2.5;

  /** What has no name to know it by is what is open there, if told within this part of a window. */
  private static final int SOON = 4;

  /** So many reports are compared one by one, besides the centre of all. */
  private static final int ONE_BY_ONE = 8;

  private final Sighting sighting;
  private final Fingerprint print;
  private final Similarity.Vector words;
  private final String language;
  private final Set<LocalDate> days;
  private final Similarity similarity;
  private final Leeway leeway;
  private final Course course;

  Fit(Sighting sighting, Fingerprint print, Similarity similarity, Shelf shelf) {
    this.sighting = sighting;
    this.print = print;
    this.words = similarity.vector(Centre.of(print));
    this.language = sighting.report().primaryLanguage();
    this.days = Open.days(sighting.report(), print);
    this.similarity = similarity;
    this.leeway = new Leeway(sighting.report(), words, similarity, shelf);
    this.course = Course.of(sighting.thing(), sighting.kind());
  }

  Optional<Match> of(Open open) {
    Story story = open.story();
    Report report = sighting.report();
    Duration gap = story.gap(report.told());
    if (apart(report.telling().places(), story.places()) || isBeyond(open, gap)) {
      return Optional.empty();
    }
    double copy = resemblance(open);
    if (copy >= VERBATIM) {
      return Optional.of(new Match(open, 1 + copy, Because.COPY, true));
    }
    boolean told = isPast(report.telling().status());
    if ((isPast(story.status()) && !told) || isAnew(open)) {
      return Optional.empty();
    }
    return switch (course.nature()) {
      case TOPIC -> matter(open, gap);
      case INCIDENT -> incident(open, gap);
      case STATE ->
          isThere(story) && told == isPast(story.status()) ? state(open) : incident(open, gap);
    };
  }

  /** Opened, and closed again on another day: another closing. */
  private boolean isAnew(Open open) {
    Story story = open.story();
    Status status = sighting.report().telling().status();
    if (course.nature() != Course.Nature.STATE
        || story.status() != Status.ENDED
        || (status != Status.IN_EFFECT && status != Status.ANNOUNCED)) {
      return false;
    }
    return (days.isEmpty() || open.days().isEmpty())
        ? sighting.report().told().isAfter(story.statusSince().plus(AGAIN))
        : Collections.disjoint(days, open.days());
  }

  /** Whether two stories that one report fits are one. */
  static boolean sameStory(Match a, Match b, Similarity similarity) {
    Story left = a.open().story();
    Story right = b.open().story();
    return !apart(left.places(), right.places())
        && similarity.of(similarity.vector(a.open()), b.open()) >= PROOF;
  }

  static boolean share(List<String> a, List<String> b) {
    return !Collections.disjoint(a, b);
  }

  /** Told too long after its last telling for the story to take it in. */
  private boolean isBeyond(Open open, Duration gap) {
    if (gap.compareTo(course.window()) <= 0) {
      return false;
    }
    boolean goesOn =
        switch (course.nature()) {
          case TOPIC, STATE -> false;
          case INCIDENT ->
              !recurs()
                  || (!Collections.disjoint(days, open.days()) && leeway.isAlone(open.story()));
        };
    return gap.compareTo(course.quiet()) > 0 || !(goesOn || leeway.ends(open.story()));
  }

  private Optional<Match> matter(Open open, Duration gap) {
    if (isForeign(open)) {
      return byNames(open, NAMES_OF_MATTER).or(() -> byCognates(open, COGNATES_OF_MATTER));
    }
    return byWords(open, MATTER + late(gap));
  }

  private Optional<Match> incident(Open open, Duration gap) {
    if (isForeign(open)) {
      return byNames(open, namesAsked(open, gap)).or(() -> byCognates(open, COGNATES));
    }
    Optional<Match> match =
        byWords(open, endsOnlyOne(open.story()) ? ONLY_ONE : INCIDENT + late(gap));
    return match.isEmpty() && isOnlyOne(open, gap) ? byNames(open, NAMES_OF_INCIDENT) : match;
  }

  private Optional<Match> state(Open open) {
    return isForeign(open)
        ? byNames(open, 0)
        : byWords(open, LEAST).or(() -> byNames(open, NAMES_OF_INCIDENT));
  }

  private double late(Duration gap) {
    return LATE * Math.min(LATEST, (double) gap.toSeconds() / course.window().toSeconds());
  }

  private Optional<Match> byWords(Open open, double asked) {
    double alike = alike(open) - against(open);
    return isEnough(alike, asked, open)
        ? Optional.of(new Match(open, alike, because(), alike >= PROOF))
        : Optional.empty();
  }

  private double against(Open open) {
    boolean isElsewhere = course.nature() == Course.Nature.STATE && !isThere(open.story());
    boolean isBackground =
        isPast(sighting.report().telling().status()) && !isPast(open.story().status());
    return isOfOtherDay(open) ? OTHER_DAY : isElsewhere || isBackground ? ELSEWHERE : 0;
  }

  private boolean isEnough(double alike, double asked, Open open) {
    return alike >= LEAST
        && (alike >= asked || (!isOfOtherDay(open) && alike >= asked - ease(open)));
  }

  /** Two matters that one language tells of may have the same people in them. */
  private double ease(Open open) {
    return course.nature() == Course.Nature.TOPIC && !isForeign(open)
        ? leeway.besideNames(open)
        : leeway.of(open);
  }

  private double namesAsked(Open open, Duration gap) {
    if (against(open) > 0) {
      return 2 * NAMES_OF_INCIDENT;
    }
    boolean isOne = isOnlyOne(open, gap) || (print.namesSize() == 0 && isSoonAndAlone(open, gap));
    return isOne ? 0 : NAMES_OF_INCIDENT;
  }

  /** Such as is seldom in a country, and the one that is open there. */
  private boolean isOnlyOne(Open open, Duration gap) {
    return course.window().compareTo(SELDOM) >= 0 && isSoonAndAlone(open, gap);
  }

  /** What is said to be over is what goes on there. */
  private boolean endsOnlyOne(Story story) {
    return leeway.ends(story) && isThere(story) && leeway.isAlone(story);
  }

  private boolean isSoonAndAlone(Open open, Duration gap) {
    return gap.compareTo(course.window().dividedBy(SOON)) <= 0
        && isThere(open.story())
        && leeway.isAlone(open.story());
  }

  private Optional<Match> byNames(Open open, double asked) {
    double shared =
        open.prints().stream()
            .limit(Shelf.REPRESENTATIVES)
            .mapToDouble(p -> similarity.sharedNames(p, print))
            .max()
            .orElse(0);
    boolean mayEase = isForeign(open) && !isOfOtherDay(open);
    return shared < asked && !(mayEase && shared >= asked - leeway.inNames(open))
        ? Optional.empty()
        : Optional.of(new Match(open, shared / 20, because(), false));
  }

  /** By the words that languages share: names in one script, foreign words, numbers. */
  private Optional<Match> byCognates(Open open, double asked) {
    double best = 0;
    for (int i = 0; i < open.prints().size() && i < ONE_BY_ONE; i++) {
      Centre one = Centre.of(open.prints().get(i));
      best = Math.max(best, similarity.of(words, one));
    }
    double alike = best - against(open);
    return isEnough(alike, asked, open)
        ? Optional.of(new Match(open, alike, because(), false))
        : Optional.empty();
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

  /**
   * In the same place, and not done by others. Two states may each close their border with a third:
   * of the places that both tell, one has none that the other lacks.
   */
  private boolean isThere(Story story) {
    Report.Telling telling = sighting.report().telling();
    return share(telling.places(), story.places())
        && (telling.places().containsAll(story.places())
            || story.places().containsAll(telling.places()))
        && !apart(telling.actors(), story.actors());
  }

  /** Such as may happen the next day again, in the same town. */
  private boolean recurs() {
    return course.nature() == Course.Nature.INCIDENT && course.window().compareTo(LASTING) < 0;
  }

  /**
   * An incident of Monday is not Tuesday's, however alike two drones on one town are told. Reports
   * that name both days, as those of what came of it do, say nothing of it.
   */
  private boolean isOfOtherDay(Open open) {
    return recurs()
        && !days.isEmpty()
        && !open.days().isEmpty()
        && Collections.disjoint(days, open.days());
  }

  private static boolean isPast(@Nullable Status status) {
    return status == Status.PAST;
  }

  private static boolean apart(List<String> a, List<String> b) {
    return !a.isEmpty() && !b.isEmpty() && !share(a, b);
  }
}
