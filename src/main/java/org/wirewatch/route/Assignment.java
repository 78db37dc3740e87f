package org.wirewatch.route;

import java.util.List;

/**
 * One alert revision for one receiver.
 *
 * @param route the id of the route that takes it
 * @param group the key of the group it belongs to: of {@link GroupState}
 * @param why in plain words
 */
public record Assignment(String receiver, String route, String group, List<String> why) {
  public Assignment {
    why = List.copyOf(why);
  }
}
