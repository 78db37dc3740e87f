package org.wirewatch.route;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Notification;

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
  public Held offer(@Nullable HoldState state, Notification notification, Moment at) {
    Instant now = at.now();
    Optional<Instant> end = heldUntil(notification, now);
    if (end.isPresent()) {
      return new Held(hold(state, notification, end.get()), List.of());
    }
    List<Notification> send = new ArrayList<>();
    HoldState left = state;
    if (state != null && isAwake(notification.receiver(), now)) {
      send.addAll(release(state, at).send());
      left = null;
    }
    send.add(notification);
    return new Held(left, send);
  }

  private Optional<Instant> heldUntil(Notification notification, Instant now) {
    return switch (notification.form()) {
      case ESCALATION, TEST -> Optional.empty();
      case ALERT, GROUP, DIGEST, REMINDER ->
          router.hours(notification.receiver()).heldUntil(notification.alert().severity(), now);
    };
  }

  private boolean isAwake(String receiver, Instant now) {
    ReceiverHours hours = router.hours(receiver);
    QuietHours quiet = hours.quietHours();
    return quiet == null || quiet.end(now, hours.timeZone()).isEmpty();
  }

  private static HoldState hold(
      @Nullable HoldState state, Notification notification, Instant until) {
    List<Alert> alerts = new ArrayList<>(state == null ? List.of() : state.alerts());
    int more = (state == null ? 0 : state.more()) + notification.more();
    for (Alert alert : notification.alerts()) {
      boolean isKnown = alerts.removeIf(a -> a.id().equals(alert.id()));
      if (isKnown || alerts.size() < MOST) {
        alerts.add(alerts.size() < Messages.MOST_ALERTS ? alert : Messages.outline(alert));
      } else {
        more++;
      }
    }
    return new HoldState(notification.receiver(), alerts, more, until);
  }

  /**
   * The quiet hours may be over: what was held goes out as one message, without what is muted by
   * now. What was held for a receiver that is no longer configured goes to the root's at once.
   */
  public Held release(HoldState state, Moment at) {
    boolean isKnown = router.knows(state.receiver());
    if (isKnown && at.now().isBefore(state.until())) {
      return new Held(state, List.of());
    }
    List<Alert> alerts =
        state.alerts().stream().filter(a -> at.mutes().of(a, at.now()).isEmpty()).toList();
    if (alerts.isEmpty()) {
      return new Held(null, List.of());
    }
    boolean isOne = alerts.size() == 1 && state.more() == 0;
    String why =
        isKnown
            ? "held during quiet hours"
            : "held for " + state.receiver() + ", which is no longer configured";
    Notification merged =
        Messages.of(
            isOne ? Notification.Form.ALERT : Notification.Form.GROUP,
            isKnown ? state.receiver() : router.catchAll(),
            state.receiver() + "|held",
            alerts,
            state.more(),
            List.of(why),
            at.now());
    return new Held(null, List.of(merged));
  }

  /** An alert proved to be a false alarm: it is no longer held. */
  public static Held without(HoldState state, String alert) {
    List<Alert> left = state.alerts().stream().filter(a -> !a.id().equals(alert)).toList();
    boolean isEmpty = left.isEmpty() && state.more() == 0;
    return new Held(
        isEmpty ? null : new HoldState(state.receiver(), left, state.more(), state.until()),
        List.of());
  }
}
