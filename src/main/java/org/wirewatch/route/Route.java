package org.wirewatch.route;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Matchers;

/**
 * A node of the routing tree with everything settled that its configuration had from its parents.
 *
 * @param id where it stands in the tree: {@code root}, {@code root.0}, {@code root.0.2}
 * @param key what state is kept under: the same wherever the route stands in the tree, as long as
 *     it has its receiver, its conditions and its parents' conditions
 * @param reminder zero for never
 */
public record Route(
    String id,
    String key,
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

  /**
   * @param scope the conditions of the parents, in words
   */
  static Route of(RouteConfig config, String id, String scope, Route parent) {
    String conditions = scope + "/" + config.match().canonical();
    String receiver = orElse(config.receiver(), parent.receiver);
    Route self =
        new Route(
            id,
            key(receiver, conditions),
            config.match(),
            receiver,
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
            .mapToObj(i -> of(config.routes().get(i), id + "." + i, conditions, self))
            .toList();
    return self.withRoutes(children);
  }

  private static String key(String receiver, String conditions) {
    UUID name = UUID.nameUUIDFromBytes(conditions.getBytes(StandardCharsets.UTF_8));
    return receiver + "#" + name.toString().substring(0, 8);
  }

  private Route withRoutes(List<Route> children) {
    return new Route(
        id, key, match, receiver, groupBy, first, updates, reminder, goesOn, escalate, digest,
        children);
  }

  /**
   * The key of the group that an alert belongs to in this route. A digest is one group whatever it
   * is about.
   */
  String groupKey(Alert alert) {
    StringJoiner group = new StringJoiner("|");
    group.add(key);
    if (digest == null) {
      groupBy.forEach(label -> group.add(label.of(alert)));
    }
    return group.toString();
  }

  private static <T> T orElse(@Nullable T own, T inherited) {
    return own != null ? own : inherited;
  }
}
