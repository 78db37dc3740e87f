package org.wirewatch.route;

import java.util.List;

/**
 * While an alert that matches {@code source} stands open, alerts that match {@code target} and
 * agree with it in all of {@code equal} are not told.
 */
public record Inhibition(Matchers source, Matchers target, List<Label> equal) {
  public Inhibition {
    equal = List.copyOf(equal);
  }
}
