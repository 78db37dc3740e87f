package org.wirewatch.topology;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Notification;
import org.wirewatch.route.RouteState;

/** Counts what is sent and what is muted. */
final class Outbox {
  private final Map<Notification.Form, Counter> forms = new EnumMap<>(Notification.Form.class);
  private final Counter muted;

  Outbox(MeterRegistry meters) {
    for (Notification.Form form : Notification.Form.values()) {
      forms.put(
          form,
          Counter.builder("wirewatch.route.messages")
              .description("Messages handed to the senders, by form")
              .tag("form", form.name().toLowerCase(Locale.ROOT))
              .register(meters));
    }
    muted =
        Counter.builder("wirewatch.route.muted")
            .description("Alerts kept from a receiver by a silence, a snooze or a greater alert")
            .register(meters);
  }

  void sent(Notification notification) {
    requireNonNull(forms.get(notification.form())).increment();
  }

  /** Counts the alerts that are muted now and were not before. */
  void muted(@Nullable RouteState before, @Nullable RouteState after) {
    long more = count(after) - count(before);
    if (more > 0) {
      muted.increment((double) more);
    }
  }

  private static long count(@Nullable RouteState state) {
    return state == null ? 0 : state.members().stream().filter(m -> m.muted() != null).count();
  }
}
