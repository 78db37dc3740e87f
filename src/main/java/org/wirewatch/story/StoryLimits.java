package org.wirewatch.story;

import java.time.Duration;

/**
 * How much is kept, and how often a person hears of it.
 *
 * @param storiesPerThing open stories of one watched thing; beyond it the one quiet for longest is
 *     closed
 * @param reportsPerStory reports kept of one story; beyond it the oldest goes, but for the first
 *     {@code firstReports}. What went is still counted
 * @param firstReports reports that are kept for the life of a story
 * @param moreReports the shortest time between two revisions that only tell of more reports
 * @param alertsPerHour of one entry; one that raises more floods, see {@link Floods}
 */
public record StoryLimits(
    int storiesPerThing,
    int reportsPerStory,
    int firstReports,
    Duration moreReports,
    int alertsPerHour) {
  /** What a system without configuration keeps. */
  public static final StoryLimits DEFAULT =
      new StoryLimits(5_000, 1_000, 100, Duration.ofMinutes(1), 120);

  /** The same with another limit of alerts an hour. */
  public StoryLimits withAlertsPerHour(int most) {
    return new StoryLimits(storiesPerThing, reportsPerStory, firstReports, moreReports, most);
  }

  /** The same for who wants to see how much an entry raises. */
  public StoryLimits withoutThrottle() {
    return withAlertsPerHour(Integer.MAX_VALUE);
  }
}
