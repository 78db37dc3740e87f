package org.wirewatch.poll;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hub's promise to push one feed (WebSub, W3C Recommendation of 2018, section 5), or our asking
 * for it. Immutable.
 *
 * @param hub the address that is asked
 * @param topic the feed's own name for itself, which the hub knows it by
 * @param callback the address that the hub pushes to; nobody else can guess its last segment
 * @param secret what the hub signs its pushes with
 * @param nextRequest when to ask, or to ask again
 * @param until when the promise ends; null where there is none
 * @param refusals how often in a row asking was in vain
 * @param problem why it was; null where it was not
 */
public record HubSubscription(
    String hub,
    String topic,
    String callback,
    String secret,
    Instant nextRequest,
    @Nullable Instant until,
    int refusals,
    @Nullable String problem) {

  private static final Duration CONFIRMATION = Duration.ofMinutes(10);
  private static final Duration BACK_OFF = Duration.ofHours(1);
  private static final Duration MAX_BACK_OFF = Duration.ofDays(1);
  private static final Duration SHORTEST_LEASE = Duration.ofMinutes(1);
  private static final Duration LONGEST_LEASE = Duration.ofDays(30);

  /** Nothing is asked yet, and it is time to. */
  static HubSubscription wanted(
      String hub, String topic, String callback, String secret, Instant now) {
    return new HubSubscription(hub, topic, callback, secret, now, null, 0, null);
  }

  /** Whether it is about this topic at this hub, pushed to an address under {@code callbacks}. */
  boolean isOf(String aHub, String aTopic, String callbacks) {
    return hub.equals(aHub) && topic.equals(aTopic) && callback.startsWith(callbacks);
  }

  /** The part of the callback that only the hub and we know. */
  String token() {
    return callback.substring(callback.lastIndexOf('/') + 1);
  }

  /** Whether the hub pushes at that moment. */
  public boolean isActive(Instant now) {
    return until != null && now.isBefore(until);
  }

  /** The hub took the request and will ask back; if it does not, we ask again, later each time. */
  HubSubscription asked(Instant now) {
    return again(now.plus(backOff(CONFIRMATION)), until, problem);
  }

  /** The hub pushes from now on; it is asked again when nine tenths of the time are over. */
  HubSubscription granted(Duration lease, Instant now) {
    Duration held = lease.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : lease;
    held = held.compareTo(SHORTEST_LEASE) < 0 ? SHORTEST_LEASE : held;
    Instant renewal = now.plus(held.multipliedBy(9).dividedBy(10));
    return new HubSubscription(hub, topic, callback, secret, renewal, now.plus(held), 0, null);
  }

  /** The hub said no, or said nothing; a promise that it gave before stands until it ends. */
  HubSubscription refused(String why, Instant now) {
    return again(now.plus(backOff(BACK_OFF)), until, why);
  }

  /** The hub ended it (WebSub 5.2). */
  HubSubscription denied(String why, Instant now) {
    return again(now.plus(MAX_BACK_OFF), null, why);
  }

  /** The wait after one more request in vain, a day at most. */
  private Duration backOff(Duration first) {
    return first.multipliedBy(Math.min(refusals + 1L, MAX_BACK_OFF.dividedBy(first)));
  }

  private HubSubscription again(Instant at, @Nullable Instant newUntil, @Nullable String why) {
    return new HubSubscription(hub, topic, callback, secret, at, newUntil, refusals + 1, why);
  }

  /** Without what must not be read by others. */
  @Override
  public String toString() {
    return "HubSubscription[hub=" + hub + ", topic=" + topic + ", until=" + until + "]";
  }
}
