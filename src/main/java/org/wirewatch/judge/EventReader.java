package org.wirewatch.judge;

import java.util.List;

/** Reads the events that an item tells of, whatever is watched. Immutable, thread-safe. */
final class EventReader {
  /** One finding for each kind of event told, in the order of the pack. */
  List<EventFinding> read(ItemReading reading) {
    return List.of();
  }
}
