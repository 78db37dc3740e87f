package org.wirewatch.topology;

import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Action;
import org.wirewatch.model.Alert;
import org.wirewatch.route.Assignment;

/**
 * What reaches those who tell: an alert for a receiver, an alert that all need to know of, or what
 * a person did. A person's word taken back has neither alert nor action.
 *
 * @param to null where the alert is for all
 */
record Errand(@Nullable Alert alert, @Nullable Assignment to, @Nullable Action action) {
  static Errand tell(Alert alert, Assignment to) {
    return new Errand(alert, to, null);
  }

  static Errand stands(Alert alert) {
    return new Errand(alert, null, null);
  }

  static Errand said(@Nullable Action action) {
    return new Errand(null, null, action);
  }
}
