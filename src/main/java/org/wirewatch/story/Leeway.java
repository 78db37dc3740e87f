package org.wirewatch.story;

import java.time.Duration;
import org.wirewatch.model.Status;

/**
 * What speaks for a story besides the words that a report has in common with it, as the resemblance
 * that need not be there: names that many of its reports have, crediting one of its outlets, ending
 * what only it tells to be open, and a burst of reports.
 */
final class Leeway {
  /** By each unit of rarity of the names that many of the story's reports have. */
  private static final double BY_NAMES = 0.035;

  private static final double MOST_BY_NAMES = 0.15;
  private static final double CREDIT = 0.1;
  private static final double REVERSAL = 0.15;

  /** The same in names, where only names can be compared. */
  private static final double IN_NAMES = 0.65;

  private static final double MOST_IN_NAMES = 2;
  private static final double CREDIT_IN_NAMES = 2;

  /** A matter that many follow has 2⁴ reports an hour; each doubling beyond eases what is asked. */
  private static final double USUAL = 4;

  private static final double RELIEF = 0.02;
  private static final double MOST_RELIEF = 0.16;

  private final Report report;
  private final Similarity.Vector words;
  private final Similarity similarity;
  private final Shelf shelf;

  Leeway(Report report, Similarity.Vector words, Similarity similarity, Shelf shelf) {
    this.report = report;
    this.words = words;
    this.similarity = similarity;
    this.shelf = shelf;
  }

  /** In resemblance. */
  double of(Open open) {
    return Math.min(MOST_BY_NAMES, BY_NAMES * similarity.coreNames(words, open))
        + besideNames(open);
  }

  /** The same where two matters may have the same people in them. */
  double besideNames(Open open) {
    double credit = credits(open.story()) ? CREDIT : 0;
    double reversal = ends(open.story()) && isAlone(open.story()) ? REVERSAL : 0;
    return credit + reversal + relief(open.story());
  }

  /** In the rarity of names. */
  double inNames(Open open) {
    double names = Math.min(MOST_IN_NAMES, IN_NAMES * similarity.coreNames(words, open));
    return names + (credits(open.story()) ? CREDIT_IN_NAMES : 0);
  }

  /** No other event that goes on has one of its places: what happens there is more of it. */
  boolean isAlone(Story story) {
    return shelf.newest(Candidates.NEWEST).stream()
        .map(Open::story)
        .filter(other -> Fit.share(other.places(), story.places()))
        .filter(other -> !StatusLife.isOver(other.status()) && other.status() != Status.PAST)
        .allMatch(other -> other.id().equals(story.id()));
  }

  /** The report tells the end of what the story tells to be open. */
  boolean ends(Story story) {
    return StatusLife.isOver(report.telling().status()) && !StatusLife.isOver(story.status());
  }

  /** The report is mainly another outlet's, and the story has one of that outlet's. */
  private boolean credits(Story story) {
    return report.republisher() && story.origins().containsKey(report.voice());
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
}
