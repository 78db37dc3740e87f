package org.wirewatch.route;

import java.util.List;

/**
 * One alert revision for one receiver.
 *
 * @param route the key of the route that takes it: of {@link RouteState}
 * @param group the key of the group that it is told in
 * @param why in plain words
 */
public record Assignment(String receiver, String route, String group, List<String> why) {
  public Assignment {
    why = List.copyOf(why);
  }
}
