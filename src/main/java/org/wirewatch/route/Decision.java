package org.wirewatch.route;

import java.util.List;
import org.wirewatch.model.Matchers;

/**
 * Where an alert goes and why.
 *
 * @param hits the routes that take it, in the order of the tree; empty if the root does not
 * @param asked every node that was asked, in order
 * @param path every node that was asked, with what it answered, for people to read
 * @param outcome what to count it as
 */
public record Decision(List<Hit> hits, List<Asked> asked, List<String> path, Outcome outcome) {

  public Decision {
    hits = List.copyOf(hits);
    asked = List.copyOf(asked);
    path = List.copyOf(path);
  }

  /** A node that was asked, and how the alert met its conditions. */
  public record Asked(Route route, Matchers.Verdict verdict) {}

  /** A route that takes the alert. */
  public record Hit(Route route, List<String> why) {
    public Hit {
      why = List.copyOf(why);
    }
  }

  /** How the tree answered; a label of metrics. */
  public enum Outcome {
    /** At least one route below the root takes it, or the root has none below it. */
    ROUTED,
    /** No child takes it: it falls to the root's receiver. */
    CATCH_ALL,
    /** Not even the root takes it: nobody is told. */
    UNROUTED
  }
}
