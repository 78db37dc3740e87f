package org.wirewatch.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wirewatch.feed.FeedInfo.Polling;

/**
 * Where a feed stands: the value of {@code wirewatch.feed-state}, key {@code feed}. Immutable.
 *
 * @param feed the address of the subscription
 * @param movedTo where the feed has moved for good and is polled now; null where it has not
 * @param nextPoll when it is due
 * @param interval the time between two polls as it has adapted
 * @param polling what the publisher last asked of those who poll
 * @param seen the items that it has shown
 * @param hub the hub that pushes it to us, or is asked to; null where there is none
 */
public record FeedState(
    String feed,
    @Nullable String movedTo,
    Instant nextPoll,
    Duration interval,
    Validators validators,
    Polling polling,
    Health health,
    Habit habit,
    SeenItems seen,
    @Nullable HubSubscription hub) {

  /** A feed that was never polled and is due at once. */
  static FeedState unpolled(String feed, Duration interval, Instant now) {
    return new FeedState(
        feed,
        null,
        now,
        interval,
        Validators.NONE,
        Polling.NONE,
        Health.UNPOLLED,
        Habit.NONE,
        SeenItems.NONE,
        null);
  }

  /** When there is something to do for it: to poll it, or to ask its hub. */
  Instant dueAt() {
    return hub == null || nextPoll.isBefore(hub.nextRequest()) ? nextPoll : hub.nextRequest();
  }

  /** Whether a hub has promised to tell what is new. */
  boolean isPushed(Instant now) {
    return hub != null && hub.isActive(now);
  }

  /** The address to ask. */
  String address() {
    return movedTo == null ? feed : movedTo;
  }

  FeedState due(Instant at) {
    return new FeedState(
        feed, movedTo, at, interval, validators, polling, health, habit, seen, hub);
  }

  FeedState withHealth(Health newHealth) {
    return new FeedState(
        feed, movedTo, nextPoll, interval, validators, polling, newHealth, habit, seen, hub);
  }

  FeedState withMovedTo(@Nullable String newAddress) {
    return new FeedState(
        feed, newAddress, nextPoll, interval, validators, polling, health, habit, seen, hub);
  }

  FeedState withInterval(Duration newInterval) {
    return new FeedState(
        feed, movedTo, nextPoll, newInterval, validators, polling, health, habit, seen, hub);
  }

  FeedState withDocument(Validators newValidators, Polling newPolling) {
    return new FeedState(
        feed, movedTo, nextPoll, interval, newValidators, newPolling, health, habit, seen, hub);
  }

  FeedState withHub(@Nullable HubSubscription newHub) {
    return new FeedState(
        feed, movedTo, nextPoll, interval, validators, polling, health, habit, seen, newHub);
  }

  FeedState withItems(Habit newHabit, SeenItems newSeen) {
    return new FeedState(
        feed, movedTo, nextPoll, interval, validators, polling, health, newHabit, newSeen, hub);
  }

  /**
   * Whether this must outlive a crash now. What an unchanged answer changes is only when to ask
   * again, and asking a little early after a crash does no harm: it is written once an hour.
   */
  boolean isWorthWriting(FeedState written) {
    Instant polled = health.polled();
    Instant before = written.health().polled();
    boolean old =
        polled != null && (before == null || polled.isAfter(before.plus(Duration.ofHours(1))));
    return old
        || health.outcome() != written.health().outcome()
        || health.failures() != written.health().failures()
        || !validators.equals(written.validators())
        || !address().equals(written.address())
        || !Objects.equals(hub, written.hub())
        || !seen.equals(written.seen());
  }
}
