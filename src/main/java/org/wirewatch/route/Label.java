package org.wirewatch.route;

import org.wirewatch.model.Alert;
import org.wirewatch.model.Matchers;

/** What alerts can be grouped by. */
public enum Label {
  WATCHLIST,
  ENTRY,
  KIND,
  PLACE,
  SEVERITY,
  STATUS,
  /** Every alert for itself. */
  ALERT;

  /** The alert's value; the same for alerts that belong together. */
  String of(Alert alert) {
    return switch (this) {
      case WATCHLIST -> alert.watchlist();
      case ENTRY -> alert.entry();
      case KIND -> alert.kind().name();
      case PLACE -> String.join(",", Matchers.places(alert));
      case SEVERITY -> alert.severity().name();
      case STATUS -> String.valueOf(alert.status());
      case ALERT -> alert.id();
    };
  }
}
