package org.wirewatch.route;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.wirewatch.model.Action;
import org.wirewatch.model.Alert;

/**
 * Which alerts are not told for now, and why: by a silence, or because a greater one that explains
 * them stands open. Immutable and thread-safe as long as what it is made of is.
 *
 * @param standing the newest revision of each alert that may inhibit others
 */
public record Mutes(
    Collection<Action.Silence> silences, List<Inhibition> inhibitions, Collection<Alert> standing) {
  /** Everything is told. */
  public static final Mutes NONE = new Mutes(List.of(), List.of(), List.of());

  /** Why an alert is not told; empty if it is. */
  public Optional<Muted> of(Alert alert, Instant now) {
    for (Action.Silence silence : silences) {
      if (silence.mutes(alert, now)) {
        return Optional.of(new Muted.Silenced(silence));
      }
    }
    for (Inhibition inhibition : inhibitions) {
      if (inhibition.target().matches(alert)) {
        for (Alert other : standing) {
          if (inhibits(inhibition, other, alert)) {
            return Optional.of(new Muted.Inhibited(other.id()));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Two that could inhibit each other both speak, and what neither has makes none alike. */
  private static boolean inhibits(Inhibition inhibition, Alert source, Alert target) {
    return !source.id().equals(target.id())
        && source.state() == Alert.State.OPEN
        && inhibition.source().matches(source)
        && !(inhibition.target().matches(source) && inhibition.source().matches(target))
        && inhibition.equal().stream()
            .allMatch(
                label -> !label.of(target).isEmpty() && label.of(source).equals(label.of(target)));
  }

  /** What keeps an alert from being told. */
  public sealed interface Muted {
    /** A person's wish. */
    record Silenced(Action.Silence silence) implements Muted {}

    /** The open alert that explains it. */
    record Inhibited(String by) implements Muted {}
  }
}
