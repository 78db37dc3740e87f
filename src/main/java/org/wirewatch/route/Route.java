package org.wirewatch.route;

import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Matchers;

/**
 * A node of the routing tree with everything settled that its configuration had from its parents.
 *
 * @param id where it stands in the tree: {@code root}, {@code root.0}, {@code root.0.2}
 * @param reminder zero for never
 */
public record Route(
    String id,
    Matchers match,
    String receiver,
    List<Label> groupBy,
    Duration first,
    Updates updates,
    Duration reminder,
    boolean goesOn,
    @Nullable Escalation escalate,
    @Nullable Digest digest,
    List<Route> routes) {

  public Route {
    groupBy = List.copyOf(groupBy);
    routes = List.copyOf(routes);
  }

  static Route of(RouteConfig config, String id, Route parent) {
    Route self =
        new Route(
            id,
            config.match(),
            orElse(config.receiver(), parent.receiver),
            orElse(config.groupBy(), parent.groupBy),
            orElse(config.first(), parent.first),
            orElse(config.updates(), parent.updates),
            orElse(config.reminder(), parent.reminder),
            config.goesOn(),
            config.escalate(),
            config.digest(),
            List.of());
    List<Route> children =
        IntStream.range(0, config.routes().size())
            .mapToObj(i -> of(config.routes().get(i), id + "." + i, self))
            .toList();
    return self.withRoutes(children);
  }

  private Route withRoutes(List<Route> children) {
    return new Route(
        id, match, receiver, groupBy, first, updates, reminder, goesOn, escalate, digest, children);
  }

  /**
   * The key of the group that an alert belongs to in this route. A digest is one group whatever it
   * is about.
   */
  String groupKey(Alert alert) {
    StringJoiner key = new StringJoiner("|");
    key.add(receiver).add(id);
    if (digest == null) {
      groupBy.forEach(label -> key.add(label.of(alert)));
    }
    return key.toString();
  }

  private static <T> T orElse(@Nullable T own, T inherited) {
    return own != null ? own : inherited;
  }
}
