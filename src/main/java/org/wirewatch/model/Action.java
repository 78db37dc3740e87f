package org.wirewatch.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person does about alerts: the value of {@code wirewatch.silences}, key {@code id}. Written
 * by buttons, signed links and the command line, read by the topology. Saying the same again, late
 * or of an alert that nobody knows, changes nothing.
 *
 * <p>What is said of one alert has the alert and the verb for its id, so that of each sort the
 * newest counts. Immutable.
 */
public sealed interface Action {
  /** The key: what an action of the same id replaces. */
  String id();

  /** Who does it: a name, a user id or an address; for people to read. */
  String by();

  /** When it was done. */
  Instant at();

  /** What is said of one alert. */
  sealed interface OfAlert extends Action {
    /** The alert's id. */
    String alert();
  }

  /**
   * I care for it: no more reminders, no escalation. Changes are still told.
   *
   * @param reason what the person adds; empty for nothing
   */
  record Acknowledge(String alert, String by, Instant at, String reason) implements OfAlert {
    @Override
    public String id() {
      return "acknowledge:" + alert;
    }
  }

  /**
   * Not now: nothing of it until then, unless it gets louder; then it is told again.
   *
   * @param until exclusive
   */
  record Snooze(String alert, String by, Instant at, Instant until) implements OfAlert {
    @Override
    public String id() {
      return "snooze:" + alert;
    }
  }

  /**
   * Somebody is to care for it; ends reminders and escalation as an acknowledgement does.
   *
   * @param to a person's name or address
   */
  record Assign(String alert, String by, Instant at, String to) implements OfAlert {
    @Override
    public String id() {
      return "assign:" + alert;
    }
  }

  /**
   * It is none: nothing more is told of the alert for as long as its story lives.
   *
   * @param reason why it is none, for those who come after
   */
  record FalseAlarm(String alert, String by, Instant at, String reason) implements OfAlert {
    @Override
    public String id() {
      return "false-alarm:" + alert;
    }
  }

  /**
   * Alerts that are not to be told for a while.
   *
   * @param match which; no condition at all silences nothing
   * @param from inclusive
   * @param until exclusive
   * @param why for those who come after
   * @param expiredBy who ended it before its time; null where nobody did
   */
  record Silence(
      String id,
      String by,
      Instant at,
      Matchers match,
      Instant from,
      Instant until,
      String why,
      @Nullable String expiredBy)
      implements Action {

    /** Whether it is in force at {@code now} and takes the alert. */
    public boolean mutes(Alert alert, Instant now) {
      return isInForce(now) && !match.equals(Matchers.ANY) && match.matches(alert);
    }

    public boolean isInForce(Instant now) {
      return !now.isBefore(from) && now.isBefore(until);
    }

    /** The same, ended at {@code now}; one that has ended already stays as it is. */
    public Silence expired(String who, Instant now) {
      return now.isBefore(until) ? new Silence(id, by, now, match, from, now, why, who) : this;
    }
  }
}
