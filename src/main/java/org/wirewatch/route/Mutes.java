package org.wirewatch.route;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.wirewatch.model.Action;
import org.wirewatch.model.Alert;

/**
 * Which alerts are not told at all, and why: by a silence, or because a greater one that explains
 * them stands open. Pure, immutable, thread-safe.
 */
public record Mutes(List<Action.Silence> silences, List<Inhibition> inhibitions) {
  /** Everything is told. */
  public static final Mutes NONE = new Mutes(List.of(), List.of());

  public Mutes {
    silences = List.copyOf(silences);
    inhibitions = List.copyOf(inhibitions);
  }

  /**
   * Why a revision is not told; empty if it is.
   *
   * @param open the alerts that stand open; the alert itself may be among them
   */
  public Optional<Muted> of(Alert alert, Collection<Alert> open, Instant now) {
    for (Action.Silence silence : silences) {
      if (silence.mutes(alert, now)) {
        return Optional.of(new Muted.Silenced(silence));
      }
    }
    for (Inhibition inhibition : inhibitions) {
      if (inhibition.target().matches(alert)) {
        for (Alert other : open) {
          if (inhibits(inhibition, other, alert)) {
            return Optional.of(new Muted.Inhibited(other.id()));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean inhibits(Inhibition inhibition, Alert source, Alert target) {
    return !source.id().equals(target.id())
        && source.state() == Alert.State.OPEN
        && inhibition.source().matches(source)
        && inhibition.equal().stream().allMatch(label -> label.of(source).equals(label.of(target)));
  }

  /** What keeps an alert from being told. */
  public sealed interface Muted {
    /** A person's wish. */
    record Silenced(Action.Silence silence) implements Muted {}

    /** The open alert that explains it. */
    record Inhibited(String by) implements Muted {}
  }
}
