package org.wirewatch.route;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Notification;

/**
 * What to do with a notification at the receiver's door.
 *
 * @param state to keep under the receiver's name; null where nothing is held
 * @param send to write to the notifications topic, in this order
 */
public record Held(@Nullable HoldState state, List<Notification> send) {
  public Held {
    send = List.copyOf(send);
  }
}
