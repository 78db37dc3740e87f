package org.wirewatch.route;

import java.util.List;
import org.wirewatch.model.Matchers;

/**
 * While an alert that matches {@code source} stands open, alerts that match {@code target} and
 * agree with it in all of {@code equal} are not told.
 */
public record Inhibition(Matchers source, Matchers target, List<Label> equal) {
  public Inhibition {
    equal = List.copyOf(equal);
  }
}
