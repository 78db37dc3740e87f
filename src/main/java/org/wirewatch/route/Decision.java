package org.wirewatch.route;

import java.util.List;

/**
 * Where an alert goes and why.
 *
 * @param hits the routes that take it, in the order of the tree; empty if the root does not
 * @param path every node that was asked, with what it answered, for people to read
 * @param outcome what to count it as
 */
public record Decision(List<Hit> hits, List<String> path, Outcome outcome) {

  public Decision {
    hits = List.copyOf(hits);
    path = List.copyOf(path);
  }

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
