package org.wirewatch.route;

import java.time.Instant;
import java.util.List;
import org.wirewatch.model.Alert;

/**
 * What is held for a receiver while it is not to be woken: kept under the receiver's name, at most
 * {@link Holds#MOST} alerts, until the quiet hours end.
 *
 * @param alerts the newest revision of each alert, in the order in which they came
 * @param more how many further alerts are held by number only
 * @param until when the quiet hours end
 */
public record HoldState(String receiver, List<Alert> alerts, int more, Instant until) {
  public HoldState {
    alerts = List.copyOf(alerts);
  }
}
