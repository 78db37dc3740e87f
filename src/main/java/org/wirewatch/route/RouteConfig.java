package org.wirewatch.route;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Matchers;
import org.wirewatch.model.Severity;

/**
 * One node of the routing tree as people write it. What a child leaves null it has from its parent,
 * except {@code escalate} and {@code digest}, which are a route's own.
 *
 * @param match the conditions; the root may have some too
 * @param receiver the name of a configured receiver; the root must have one
 * @param groupBy alerts that agree in these share messages
 * @param first how long to wait for more before the first message of a group; a critical alert
 *     never waits
 * @param reminder how often an alert that nobody acknowledged is told again; zero for never
 * @param goesOn {@code continue}: whether the siblings after it are asked too
 * @param digest gathers everything into one message a period; null to tell as it comes
 */
public record RouteConfig(
    Matchers match,
    @Nullable String receiver,
    @Nullable List<Label> groupBy,
    @Nullable Duration first,
    @Nullable Updates updates,
    @Nullable Duration reminder,
    boolean goesOn,
    @Nullable Escalation escalate,
    @Nullable Digest digest,
    List<RouteConfig> routes) {

  /** Without a configuration the console alone speaks, from low severity up, as it comes. */
  public static final RouteConfig DEFAULT =
      new RouteConfig(
          Matchers.atLeast(Severity.LOW),
          "console",
          List.of(Label.ENTRY, Label.PLACE),
          Duration.ZERO,
          Updates.DEFAULT,
          Duration.ZERO,
          false,
          null,
          null,
          List.of());

  public RouteConfig {
    groupBy = groupBy == null ? null : List.copyOf(groupBy);
    routes = List.copyOf(routes);
  }

  /** A route that sends what matches to a receiver and has the rest from its parent. */
  public static RouteConfig to(String receiver, Matchers match) {
    return new RouteConfig(match, receiver, null, null, null, null, false, null, null, List.of());
  }

  public RouteConfig withRoutes(List<RouteConfig> children) {
    return new RouteConfig(
        match, receiver, groupBy, first, updates, reminder, goesOn, escalate, digest, children);
  }
}
