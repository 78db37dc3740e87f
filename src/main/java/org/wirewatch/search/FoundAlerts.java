package org.wirewatch.search;

import java.util.List;
import org.wirewatch.model.Alert;

/**
 * The alerts that a search found. Immutable.
 *
 * @param total how many there are, beyond the limit too
 * @param complete whether the index has read all that the topics hold; false for a while after it
 *     had to be built anew
 * @param alerts the newest revision of each
 */
public record FoundAlerts(int total, boolean complete, List<Alert> alerts) {
  public FoundAlerts {
    alerts = List.copyOf(alerts);
  }
}
