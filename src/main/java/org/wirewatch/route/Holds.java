package org.wirewatch.route;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Notification;
import org.wirewatch.model.Severity;

/**
 * Quiet hours: holds what comes while a receiver is not to be woken, and merges it into one message
 * at the end. Pure, immutable, thread-safe.
 *
 * <p>To wire it, keep each {@link HoldState} under the receiver's name; put every notification of
 * {@link Groups} through {@link #offer}, and call {@link #release} when {@link HoldState#until} has
 * come. Escalations and tests pass at any hour.
 */
public final class Holds {
  /** How many alerts are held in full. */
  static final int MOST = 200;

  private final Router router;

  public Holds(Router router) {
    this.router = router;
  }

  /**
   * A notification is to go out.
   *
   * @param state what is held for its receiver; null where nothing is
   */
  public Held offer(@Nullable HoldState state, Notification notification, Instant now) {
    ReceiverHours hours = router.hours(notification.receiver());
    QuietHours quiet = hours.quietHours();
    Optional<Instant> end = quiet == null ? Optional.empty() : quiet.end(now, hours.timeZone());
    if (end.isPresent() && quiet != null && !passes(notification, quiet)) {
      return new Held(hold(state, notification, end.get()), List.of());
    }
    List<Notification> send = new ArrayList<>();
    HoldState left = state;
    if (state != null && end.isEmpty()) {
      send.addAll(release(state, now).send());
      left = null;
    }
    send.add(notification);
    return new Held(left, send);
  }

  private static boolean passes(Notification notification, QuietHours quiet) {
    Severity bypass = quiet.bypass();
    return switch (notification.form()) {
      case ESCALATION, TEST -> true;
      case ALERT, GROUP, DIGEST, REMINDER ->
          bypass != null && notification.alert().severity().atLeast(bypass);
    };
  }

  private static HoldState hold(
      @Nullable HoldState state, Notification notification, Instant until) {
    List<Alert> alerts = new ArrayList<>(state == null ? List.of() : state.alerts());
    int more = (state == null ? 0 : state.more()) + notification.more();
    for (Alert alert : notification.alerts()) {
      boolean isKnown = alerts.removeIf(a -> a.id().equals(alert.id()));
      if (isKnown || alerts.size() < MOST) {
        alerts.add(alert);
      } else {
        more++;
      }
    }
    return new HoldState(notification.receiver(), alerts, more, until);
  }

  /** The quiet hours may be over: what was held goes out as one message. */
  public Held release(HoldState state, Instant now) {
    if (now.isBefore(state.until())) {
      return new Held(state, List.of());
    }
    boolean isOne = state.alerts().size() == 1 && state.more() == 0;
    Notification merged =
        Messages.of(
            isOne ? Notification.Form.ALERT : Notification.Form.GROUP,
            state.receiver(),
            state.receiver() + "|held",
            state.alerts(),
            state.more(),
            List.of("held during quiet hours"),
            now);
    return new Held(null, List.of(merged));
  }
}
