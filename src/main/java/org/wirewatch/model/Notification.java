package org.wirewatch.model;

import java.time.Instant;
import java.util.List;

/**
 * One message to send to one receiver: the value of {@code wirewatch.notifications}, key {@code
 * receiver}.
 *
 * @param id the outbox key: the same alerts, receiver, form and revisions give the same id, so that
 *     a repeat can be recognised
 * @param receiver the name of a configured receiver
 * @param thread what messages that belong together share: an alert's id, or the key of a group
 * @param alerts the newest revision of each alert that the message is about, the loudest first;
 *     never empty
 * @param more how many further alerts the message stands for without telling them
 * @param why in plain words, what made the router send it to this receiver
 * @param created when the router decided to send it; it goes stale from here
 */
public record Notification(
    String id,
    String receiver,
    Form form,
    String thread,
    List<Alert> alerts,
    int more,
    List<String> why,
    Instant created) {

  public Notification {
    alerts = List.copyOf(alerts);
    why = List.copyOf(why);
    if (alerts.isEmpty()) {
      throw new IllegalArgumentException("a notification is about at least one alert");
    }
  }

  /** What sort of message it is. */
  public enum Form {
    /** One revision of one alert. */
    ALERT,
    /** Several alerts that came close together. */
    GROUP,
    /** What a period brought, at its end. */
    DIGEST,
    /** Said before, and nobody has acknowledged it. */
    REMINDER,
    /** Nobody acknowledged it in time elsewhere. */
    ESCALATION,
    /** To see whether the receiver can be reached; not news. */
    TEST
  }

  /** The message that tells {@code receiver} of one revision of one alert. */
  public static Notification ofAlert(
      String receiver, Alert alert, List<String> why, Instant created) {
    String id = alert.id() + ":" + alert.revision() + ":" + receiver;
    return new Notification(id, receiver, Form.ALERT, alert.id(), List.of(alert), 0, why, created);
  }

  /** The loudest of the alerts. */
  public Alert alert() {
    return alerts.getFirst();
  }
}
