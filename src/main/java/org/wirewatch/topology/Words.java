package org.wirewatch.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Action;
import org.wirewatch.model.Alert;
import org.wirewatch.route.Said;

/**
 * What people have said, and which alerts may inhibit others, as every partition knows it. Confined
 * to one stream thread.
 */
final class Words {
  /** Longer than any story lives. */
  private static final Duration MEMORY = Duration.ofDays(30);

  private final KeptMap<Said> said;
  private final KeptMap<Action.Silence> silences;
  private final KeptMap<Alert> standing;

  Words(ProcessorContext<?, ?> context) {
    said = new KeptMap<>(context, Stores.SAID);
    silences = new KeptMap<>(context, Stores.SILENCES);
    standing = new KeptMap<>(context, Stores.STANDING);
  }

  Said said(String alert) {
    Said words = said.get(alert);
    return words == null ? Said.NOTHING : words;
  }

  Collection<Action.Silence> silences() {
    return silences.values();
  }

  Collection<Alert> standing() {
    return standing.values();
  }

  /** Whether it is new. */
  boolean say(Action.OfAlert word) {
    return said.put(word.alert(), said(word.alert()).with(word));
  }

  /** Whether it changes anything; one older than what is known, such as a repeat, does not. */
  boolean silence(Action.Silence silence) {
    Action.@Nullable Silence known = silences.get(silence.id());
    boolean isOld = known != null && silence.at().isBefore(known.at());
    return !isOld && silences.put(silence.id(), silence);
  }

  /** Whether there was a silence of that id. */
  boolean unsay(String id) {
    return silences.put(id, null);
  }

  /** An alert may inhibit others, or no longer does; whether that changes anything. */
  boolean stands(Alert alert) {
    @Nullable Alert known = standing.get(alert.id());
    if (known != null && known.revision() >= alert.revision()) {
      return false;
    }
    return standing.put(alert.id(), alert.state() == Alert.State.OPEN ? alert : null);
  }

  /** Forgets what is over for good. */
  void tidy(Instant now) {
    Instant oldest = now.minus(MEMORY);
    for (Action.Silence silence : silences.values()) {
      if (silence.until().isBefore(oldest)) {
        silences.put(silence.id(), null);
      }
    }
    for (Alert alert : standing.values()) {
      if (alert.times().revised().isBefore(oldest)) {
        standing.put(alert.id(), null);
      }
    }
    said.entries().stream()
        .filter(e -> e.getValue().last().filter(at -> at.isBefore(oldest)).isPresent())
        .forEach(e -> said.put(e.getKey(), null));
  }
}
