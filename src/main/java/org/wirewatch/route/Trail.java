package org.wirewatch.route;

import java.util.Map;

/**
 * Which groups an alert has gone to: kept per alert id, so that those who were told of an alert
 * hear what becomes of it, also where it no longer meets their route's conditions or would fall
 * into another group now.
 *
 * @param groups route id → group key
 */
public record Trail(Map<String, String> groups) {
  /** Nobody has been told. */
  public static final Trail NONE = new Trail(Map.of());

  public Trail {
    groups = Map.copyOf(groups);
  }
}
