package org.wirewatch.notify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirewatch.model.Action;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Notification;

/**
 * Which message at the other side is whose, and what people have done about an alert; what is
 * needed to edit a message instead of posting another. This one knows what it was told since it
 * began, for the last ten thousand conversations. Thread-safe.
 */
class Conversations {
  private static final int REMEMBERED = 10_000;

  /**
   * A message that the other side holds.
   *
   * @param revision of the alert that it shows
   */
  record Posted(String channel, String ts, int revision) {
    private static final char SEPARATOR = '/';

    /** For a delivery record. */
    String reference() {
      return channel + SEPARATOR + ts;
    }

    static Optional<Posted> parse(String reference, int revision) {
      int at = reference.indexOf(SEPARATOR);
      return at < 0
          ? Optional.empty()
          : Optional.of(
              new Posted(reference.substring(0, at), reference.substring(at + 1), revision));
    }
  }

  private final Map<String, Posted> posted =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Posted> eldest) {
              return size() > REMEMBERED;
            }
          });

  /** The message of the conversation that a notification belongs to. */
  Optional<Posted> find(Notification notification) {
    return Optional.ofNullable(posted.get(notification.thread()));
  }

  final void remember(String thread, Posted message) {
    posted.put(thread, message);
  }

  final void forget(String thread) {
    posted.remove(thread);
  }

  /** What people did about an alert and is still so. */
  List<Action> actions(Alert alert) {
    return List.of();
  }

  void close() {}
}
