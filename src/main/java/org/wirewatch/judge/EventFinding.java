package org.wirewatch.judge;

import java.util.List;
import org.wirewatch.model.EventTold;

/**
 * All that an item tells of one kind of event.
 *
 * @param slug of the kind, as in {@code event:airspace-closed}
 * @param salience in [0,1]: how much of what the item is about
 * @param about whether a desk editor would file the item under this kind of event
 * @param events each event of the kind, the one told most prominently first; never empty
 */
record EventFinding(String slug, double salience, boolean about, List<EventTold> events) {
  EventFinding {
    events = List.copyOf(events);
  }
}
