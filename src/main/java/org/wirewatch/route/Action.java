package org.wirewatch.route;

import java.time.Instant;

/** What a person says of an alert. */
public sealed interface Action {
  /** Who says so. */
  String by();

  /** I care for it: stop reminding and escalating. */
  record Acknowledge(String by) implements Action {}

  /** Not now: remind me at {@code until}. */
  record Snooze(String by, Instant until) implements Action {}

  /** It is none. */
  record FalseAlarm(String by, String why) implements Action {}
}
