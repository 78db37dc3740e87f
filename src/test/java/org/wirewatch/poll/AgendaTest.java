package org.wirewatch.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirewatch.model.FeedDefinition;

class AgendaTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final FeedDefinition FEED =
      Feeds.definition("https://news.example/a", Duration.ofMinutes(5));
  private static final FeedDefinition SLOWER = Feeds.definition(FEED.url(), Duration.ofMinutes(9));

  private final Agenda agenda = new Agenda();

  @Test
  void aNewFeedIsDueAtOnceAndOnlyOnce() {
    agenda.subscribe(FEED, NOW);

    assertThat(agenda.takeDue(NOW)).extracting(Agenda.Task::feed).containsExactly(FEED);
    assertThat(agenda.takeDue(LATER)).isEmpty();
  }

  @Test
  void aFeedIsDueAgainWhenItsNewStateSays() {
    Agenda.Task task = taken();
    agenda.done(task, task.state().due(LATER), true, NOW);

    assertThat(agenda.takeDue(LATER.minusMillis(1))).isEmpty();
    assertThat(agenda.takeDue(LATER)).hasSize(1);
  }

  @Test
  void aStoredStateIsGoneOnFrom() {
    agenda.subscribe(FEED, NOW);
    agenda.load(Map.of(FEED.url(), FeedState.unpolled(FEED.url(), FEED.interval(), LATER)), NOW);

    assertThat(agenda.takeDue(NOW)).isEmpty();
    assertThat(agenda.takeDue(LATER)).hasSize(1);
  }

  @Test
  void theSameSubscriptionAgainChangesNothing() {
    Agenda.Task task = taken();
    agenda.done(task, task.state().due(LATER), true, NOW);

    agenda.subscribe(Feeds.definition(FEED.url(), FEED.interval()), NOW);

    assertThat(agenda.takeDue(NOW)).isEmpty();
  }

  @Test
  void aChangedSubscriptionIsTriedAtOnce() {
    Agenda.Task task = taken();
    agenda.done(task, task.state().due(LATER), true, NOW);

    agenda.subscribe(SLOWER, NOW);

    assertThat(agenda.takeDue(NOW)).extracting(Agenda.Task::feed).containsExactly(SLOWER);
  }

  @Test
  void aSubscriptionChangedWhileItIsPolledKeepsThePollsStateAndIsTriedAfterIt() {
    Agenda.Task task = taken();

    agenda.subscribe(SLOWER, NOW);

    assertThat(agenda.takeDue(NOW)).isEmpty();
    assertThat(agenda.isCurrent(task)).isTrue();
    agenda.done(task, task.state().withMovedTo("https://b.example/a").due(LATER), true, NOW);
    List<Agenda.Task> next = agenda.takeDue(NOW);
    assertThat(next).extracting(Agenda.Task::feed).containsExactly(SLOWER);
    assertThat(next.getFirst().state().movedTo()).isEqualTo("https://b.example/a");
  }

  @Test
  void whatComesOfADroppedFeedDoesNotCount() {
    Agenda.Task task = taken();

    assertThat(agenda.unsubscribe(FEED.url())).isTrue();

    assertThat(agenda.isCurrent(task)).isFalse();
    agenda.subscribe(FEED, NOW);
    assertThat(agenda.isCurrent(task)).isFalse();
  }

  @Test
  void whatWasTakenBeforeALoadDoesNotCount() {
    Agenda.Task task = taken();

    agenda.load(Map.of(), NOW);

    assertThat(agenda.isCurrent(task)).isFalse();
    assertThat(agenda.takeDue(NOW)).hasSize(1);
  }

  @Test
  void unwrittenStatesAreRememberedAsSuch() {
    Agenda.Task task = taken();
    FeedState unwritten = task.state().due(NOW).withMovedTo("https://b.example/a");
    agenda.done(task, unwritten, false, NOW);

    Agenda.Task next = agenda.takeDue(NOW).getFirst();

    assertThat(next.state()).isEqualTo(unwritten);
    assertThat(next.written()).isEqualTo(task.state());
  }

  @Test
  void aVisitDoesNotWaitForTheTimeOfThePoll() {
    Agenda.Task task = taken();
    agenda.done(task, task.state().due(LATER), true, NOW);

    assertThat(agenda.visit(FEED.url(), new Visit.Denied("no"))).isTrue();

    assertThat(agenda.takeDue(NOW))
        .extracting(Agenda.Task::visit)
        .containsExactly(new Visit.Denied("no"));
  }

  @Test
  void visitsOfAFeedComeOneAfterTheOther() {
    Agenda.Task poll = taken();
    agenda.visit(FEED.url(), new Visit.Denied("one"));
    agenda.visit(FEED.url(), new Visit.Denied("two"));

    assertThat(agenda.takeDue(NOW)).isEmpty();
    agenda.done(poll, poll.state().due(LATER), true, NOW);
    List<Agenda.Task> first = agenda.takeDue(NOW);
    assertThat(agenda.takeDue(NOW)).isEmpty();
    agenda.done(first.getFirst(), first.getFirst().state(), true, NOW);
    List<Agenda.Task> second = agenda.takeDue(NOW);

    assertThat(first).extracting(Agenda.Task::visit).containsExactly(new Visit.Denied("one"));
    assertThat(second).extracting(Agenda.Task::visit).containsExactly(new Visit.Denied("two"));
  }

  @Test
  void aFeedThatIsNotHereIsNotVisited() {
    assertThat(agenda.visit(FEED.url(), new Visit.Denied("no"))).isFalse();
  }

  @Test
  void morePushesThanCanWaitAreTurnedAway() {
    agenda.subscribe(FEED, NOW);
    int taken = 0;
    while (taken < 1000 && agenda.visit(FEED.url(), new Visit.Denied("no"))) {
      taken++;
    }

    assertThat(taken).isBetween(1, 100);
  }

  @Test
  void statesOfFeedsThatAreOnNoListAnyMoreAreOrphans() {
    FeedState gone = FeedState.unpolled("https://news.example/gone", Duration.ofMinutes(5), LATER);
    agenda.load(Map.of(gone.feed(), gone), NOW);
    agenda.subscribe(FEED, NOW);

    assertThat(agenda.takeOrphans()).isEmpty();
    agenda.listRead();
    assertThat(agenda.takeOrphans()).containsExactly(gone.feed());
    assertThat(agenda.takeOrphans()).isEmpty();
  }

  private Agenda.Task taken() {
    agenda.subscribe(FEED, NOW);
    return agenda.takeDue(NOW).getFirst();
  }
}
