package org.wirewatch.route;

import java.time.Instant;
import org.wirewatch.model.Alert;

/**
 * Alerts that are not to be told for a while: the value of {@code wirewatch.silences}, key {@code
 * id}.
 *
 * @param from inclusive
 * @param until exclusive
 * @param by who wants it
 * @param why for those who come after
 */
public record Silence(
    String id, Matchers match, Instant from, Instant until, String by, String why) {

  boolean mutes(Alert alert, Instant now) {
    return !now.isBefore(from) && now.isBefore(until) && match.matches(alert);
  }
}
