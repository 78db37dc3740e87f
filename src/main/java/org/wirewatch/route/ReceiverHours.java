package org.wirewatch.route;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Severity;

/**
 * What the router knows of a receiver: its clock.
 *
 * @param name as in the configuration
 * @param timeZone in which its quiet hours and digests are told
 * @param quietHours null where it may be told at any time
 */
public record ReceiverHours(String name, ZoneId timeZone, @Nullable QuietHours quietHours) {

  /** A receiver in UTC that may be told at any time. */
  public static ReceiverHours always(String name) {
    return new ReceiverHours(name, ZoneOffset.UTC, null);
  }

  /** Until when a message as loud as this is held at {@code now}; empty where it is not. */
  Optional<Instant> heldUntil(Severity loudest, Instant now) {
    QuietHours quiet = quietHours;
    if (quiet == null) {
      return Optional.empty();
    }
    Severity bypass = quiet.bypass();
    return bypass != null && loudest.atLeast(bypass) ? Optional.empty() : quiet.end(now, timeZone);
  }
}
