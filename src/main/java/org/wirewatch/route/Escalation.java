package org.wirewatch.route;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom to tell when nobody acknowledged in time, and whom next when nobody does then.
 *
 * @param after counted from the first message about the alert
 * @param to the name of a receiver
 * @param next a step that waits no shorter; null for none
 */
public record Escalation(Duration after, String to, @Nullable Escalation next) {
  /** One step alone. */
  public Escalation(Duration after, String to) {
    this(after, to, null);
  }

  /** All steps, the soonest first. */
  public Stream<Escalation> steps() {
    return Stream.concat(Stream.of(this), next == null ? Stream.empty() : next.steps());
  }

  /** The steps that are due at {@code when}, or the first after it; more than one at one time. */
  List<Escalation> at(Instant first, Instant when) {
    return steps()
        .map(Escalation::after)
        .filter(wait -> !first.plus(wait).isBefore(when))
        .findFirst()
        .map(wait -> steps().filter(step -> step.after.equals(wait)).toList())
        .orElse(List.of());
  }

  /** How long the first step after those waits; empty if there is none. */
  Optional<Duration> later(List<Escalation> done) {
    return done.isEmpty()
        ? Optional.empty()
        : steps()
            .map(Escalation::after)
            .filter(wait -> wait.compareTo(done.getLast().after) > 0)
            .findFirst();
  }
}
