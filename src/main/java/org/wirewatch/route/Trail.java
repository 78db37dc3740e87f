package org.wirewatch.route;

import java.util.Map;

/**
 * Which groups an alert has gone to: kept per alert id, so that those who were told of an alert
 * hear what becomes of it, also where it no longer meets their route's conditions or would fall
 * into another group now.
 *
 * @param groups key of a route → key of a group
 * @param stands whether it may inhibit others
 */
public record Trail(Map<String, String> groups, boolean stands) {
  /** Nobody has been told. */
  public static final Trail NONE = new Trail(Map.of(), false);

  public Trail {
    groups = Map.copyOf(groups);
  }
}
