package org.wirewatch.route;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Severity;

/**
 * The hours in which a receiver is not to be woken: messages are held and come merged into one at
 * the end.
 *
 * @param from wall-clock time in the receiver's zone, inclusive
 * @param to exclusive; before {@code from} where the night lies between
 * @param bypass alerts as loud as this pass all the same; null for none
 */
public record QuietHours(LocalTime from, LocalTime to, @Nullable Severity bypass) {

  /** When the quiet hours that {@code now} lies in end; empty outside of them. */
  public Optional<Instant> end(Instant now, ZoneId zone) {
    if (from.equals(to)) {
      return Optional.empty();
    }
    LocalDate today = now.atZone(zone).toLocalDate();
    for (LocalDate day : new LocalDate[] {today.minusDays(1), today}) {
      ZonedDateTime start = day.atTime(from).atZone(zone);
      LocalDate endDay = to.isAfter(from) ? day : day.plusDays(1);
      Instant end = endDay.atTime(to).atZone(zone).toInstant();
      if (!now.isBefore(start.toInstant()) && now.isBefore(end)) {
        return Optional.of(end);
      }
    }
    return Optional.empty();
  }
}
