package org.wirewatch.route;

/** What alerts can be grouped by. */
public enum Label {
  WATCHLIST,
  ENTRY,
  KIND,
  PLACE,
  SEVERITY,
  STATUS,
  /** Every alert for itself. */
  ALERT
}
