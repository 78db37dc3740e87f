package org.wirewatch.route;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Notification;

/**
 * What to do after something happened to a route's alerts.
 *
 * @param state to keep under its key; null to forget it
 * @param send to put through {@link Holds#offer}, in this order
 */
public record Step(@Nullable RouteState state, List<Notification> send) {
  public Step {
    send = List.copyOf(send);
  }
}
