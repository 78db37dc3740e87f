package org.wirewatch.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirewatch.model.FeedDefinition;

class DueFeedsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final FeedDefinition FEED =
      Feeds.definition("https://news.example/a", Duration.ofMinutes(5));
  private static final FeedDefinition SLOWER = Feeds.definition(FEED.url(), Duration.ofMinutes(9));

  private final DueFeeds due = new DueFeeds();

  @Test
  void aNewFeedIsDueAtOnceAndOnlyOnce() {
    due.subscribe(FEED, NOW);

    assertThat(due.takeDue(NOW)).extracting(DueFeeds.Task::feed).containsExactly(FEED);
    assertThat(due.takeDue(LATER)).isEmpty();
  }

  @Test
  void aFeedIsDueAgainWhenItsNewStateSays() {
    DueFeeds.Task task = taken();
    due.done(task, task.state().due(LATER), true, NOW);

    assertThat(due.takeDue(LATER.minusMillis(1))).isEmpty();
    assertThat(due.takeDue(LATER)).hasSize(1);
  }

  @Test
  void aStoredStateIsGoneOnFrom() {
    due.subscribe(FEED, NOW);
    due.load(Map.of(FEED.url(), FeedState.unpolled(FEED.url(), FEED.interval(), LATER)), NOW);

    assertThat(due.takeDue(NOW)).isEmpty();
    assertThat(due.takeDue(LATER)).hasSize(1);
  }

  @Test
  void theSameSubscriptionAgainChangesNothing() {
    DueFeeds.Task task = taken();
    due.done(task, task.state().due(LATER), true, NOW);

    due.subscribe(Feeds.definition(FEED.url(), FEED.interval()), NOW);

    assertThat(due.takeDue(NOW)).isEmpty();
  }

  @Test
  void aChangedSubscriptionIsTriedAtOnce() {
    DueFeeds.Task task = taken();
    due.done(task, task.state().due(LATER), true, NOW);

    due.subscribe(SLOWER, NOW);

    assertThat(due.takeDue(NOW)).extracting(DueFeeds.Task::feed).containsExactly(SLOWER);
  }

  @Test
  void aSubscriptionChangedWhileItIsPolledKeepsThePollsStateAndIsTriedAfterIt() {
    DueFeeds.Task task = taken();

    due.subscribe(SLOWER, NOW);

    assertThat(due.takeDue(NOW)).isEmpty();
    assertThat(due.isCurrent(task)).isTrue();
    due.done(task, task.state().withMovedTo("https://b.example/a").due(LATER), true, NOW);
    List<DueFeeds.Task> next = due.takeDue(NOW);
    assertThat(next).extracting(DueFeeds.Task::feed).containsExactly(SLOWER);
    assertThat(next.getFirst().state().movedTo()).isEqualTo("https://b.example/a");
  }

  @Test
  void whatComesOfADroppedFeedDoesNotCount() {
    DueFeeds.Task task = taken();

    assertThat(due.unsubscribe(FEED.url())).isTrue();

    assertThat(due.isCurrent(task)).isFalse();
    due.subscribe(FEED, NOW);
    assertThat(due.isCurrent(task)).isFalse();
  }

  @Test
  void whatWasTakenBeforeALoadDoesNotCount() {
    DueFeeds.Task task = taken();

    due.load(Map.of(), NOW);

    assertThat(due.isCurrent(task)).isFalse();
    assertThat(due.takeDue(NOW)).hasSize(1);
  }

  @Test
  void unwrittenStatesAreRememberedAsSuch() {
    DueFeeds.Task task = taken();
    FeedState unwritten = task.state().due(NOW).withMovedTo("https://b.example/a");
    due.done(task, unwritten, false, NOW);

    DueFeeds.Task next = due.takeDue(NOW).getFirst();

    assertThat(next.state()).isEqualTo(unwritten);
    assertThat(next.written()).isEqualTo(task.state());
  }

  @Test
  void aVisitDoesNotWaitForTheTimeOfThePoll() {
    DueFeeds.Task task = taken();
    due.done(task, task.state().due(LATER), true, NOW);

    assertThat(due.visit(FEED.url(), new Visit.Denied("no"))).isTrue();

    assertThat(due.takeDue(NOW))
        .extracting(DueFeeds.Task::visit)
        .containsExactly(new Visit.Denied("no"));
  }

  @Test
  void visitsOfAFeedComeOneAfterTheOther() {
    DueFeeds.Task poll = taken();
    due.visit(FEED.url(), new Visit.Denied("one"));
    due.visit(FEED.url(), new Visit.Denied("two"));

    assertThat(due.takeDue(NOW)).isEmpty();
    due.done(poll, poll.state().due(LATER), true, NOW);
    List<DueFeeds.Task> first = due.takeDue(NOW);
    assertThat(due.takeDue(NOW)).isEmpty();
    due.done(first.getFirst(), first.getFirst().state(), true, NOW);
    List<DueFeeds.Task> second = due.takeDue(NOW);

    assertThat(first).extracting(DueFeeds.Task::visit).containsExactly(new Visit.Denied("one"));
    assertThat(second).extracting(DueFeeds.Task::visit).containsExactly(new Visit.Denied("two"));
  }

  @Test
  void aFeedThatIsNotHereIsNotVisited() {
    assertThat(due.visit(FEED.url(), new Visit.Denied("no"))).isFalse();
  }

  @Test
  void morePushesThanCanWaitAreTurnedAway() {
    due.subscribe(FEED, NOW);
    int taken = 0;
    while (taken < 1000 && due.visit(FEED.url(), new Visit.Denied("no"))) {
      taken++;
    }

    assertThat(taken).isBetween(1, 100);
  }

  @Test
  void statesOfFeedsThatAreOnNoListAnyMoreAreOrphans() {
    FeedState gone = FeedState.unpolled("https://news.example/gone", Duration.ofMinutes(5), LATER);
    due.load(Map.of(gone.feed(), gone), NOW);
    due.subscribe(FEED, NOW);

    assertThat(due.takeOrphans()).isEmpty();
    due.listRead();
    assertThat(due.takeOrphans()).containsExactly(gone.feed());
    assertThat(due.takeOrphans()).isEmpty();
  }

  private DueFeeds.Task taken() {
    due.subscribe(FEED, NOW);
    return due.takeDue(NOW).getFirst();
  }
}
