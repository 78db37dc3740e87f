package org.wirewatch.route;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Matchers;

/**
 * The routing tree: which receivers an alert revision is for, and why. Immutable and thread-safe.
 *
 * <p>A node that matches asks its children in order. A child that takes the alert ends the asking
 * unless it says {@code continue}. Where no child takes it, the node itself does.
 */
public final class Router {
  private final Routing routing;
  private final Route root;

  private Router(Routing routing, Route root) {
    this.routing = routing;
    this.root = root;
  }

  /**
   * Compiles the tree.
   *
   * @throws IllegalArgumentException if the root names no receiver
   */
  public static Router of(Routing routing) {
    RouteConfig config = routing.root();
    String receiver = config.receiver();
    if (receiver == null) {
      throw new IllegalArgumentException("the root route needs a receiver");
    }
    Route defaults =
        new Route(
            "",
            "",
            Matchers.ANY,
            receiver,
            List.of(Label.ENTRY, Label.PLACE),
            Duration.ZERO,
            Updates.DEFAULT,
            Duration.ZERO,
            false,
            null,
            null,
            List.of());
    return new Router(routing, Route.of(config, "root", "", defaults));
  }

  /** Where one revision goes, whatever was told before. */
  public Decision route(Alert alert) {
    List<Decision.Hit> hits = new ArrayList<>();
    List<Decision.Asked> asked = new ArrayList<>();
    List<String> path = new ArrayList<>();
    boolean isTaken = descend(root, alert, hits, asked, path);
    return new Decision(hits, asked, path, isTaken ? outcome(hits) : Decision.Outcome.UNROUTED);
  }

  private Decision.Outcome outcome(List<Decision.Hit> hits) {
    boolean isLeft = hits.getFirst().route().equals(root) && !root.routes().isEmpty();
    return isLeft ? Decision.Outcome.CATCH_ALL : Decision.Outcome.ROUTED;
  }

  /**
   * Where one revision goes, those who were told of the alert before included. A receiver is told
   * once however many routes lead to it.
   *
   * @param trail what this function returned for the alert's last revision; {@link Trail#NONE} for
   *     a new alert
   */
  public Assigned assign(Alert alert, Trail trail) {
    Decision decision = route(alert);
    Map<String, String> groups = new TreeMap<>(trail.groups());
    Map<String, Assignment> byReceiver = new LinkedHashMap<>();
    for (String told : groups.keySet()) {
      find(told).ifPresent(route -> byReceiver.put(route.receiver(), follow(route, groups)));
    }
    for (Decision.Hit hit : decision.hits()) {
      Route route = hit.route();
      Assignment before = byReceiver.get(route.receiver());
      if (before == null) {
        groups.put(route.key(), route.groupKey(alert));
      }
      String told = before == null ? route.key() : before.route();
      byReceiver.put(
          route.receiver(),
          new Assignment(
              route.receiver(), told, Objects.requireNonNull(groups.get(told)), hit.why()));
    }
    boolean stands = routing.inhibitions().stream().anyMatch(i -> i.source().matches(alert));
    return new Assigned(
        Messages.brief(alert),
        List.copyOf(byReceiver.values()),
        new Trail(groups, stands),
        decision,
        stands || trail.stands());
  }

  private static Assignment follow(Route route, Map<String, String> groups) {
    return new Assignment(
        route.receiver(),
        route.key(),
        Objects.requireNonNull(groups.get(route.key())),
        List.of("it was told before, so what becomes of it is told too"));
  }

  private static boolean descend(
      Route route,
      Alert alert,
      List<Decision.Hit> hits,
      List<Decision.Asked> asked,
      List<String> path) {
    Matchers.Verdict verdict = route.match().test(alert);
    asked.add(new Decision.Asked(route, verdict));
    if (!verdict.matches()) {
      path.add(route.id() + ": no, " + String.join("; ", verdict.unmet()));
      return false;
    }
    path.add(route.id() + ": yes" + reasons(verdict.met()) + (route.goesOn() ? "; goes on" : ""));
    boolean taken = false;
    for (Route child : route.routes()) {
      if (descend(child, alert, hits, asked, path)) {
        taken = true;
        if (!child.goesOn()) {
          break;
        }
      }
    }
    if (!taken) {
      List<String> why = verdict.met().isEmpty() ? List.of("takes everything") : verdict.met();
      hits.add(new Decision.Hit(route, why));
      path.add(route.id() + " → " + route.receiver());
    }
    return true;
  }

  private static String reasons(List<String> met) {
    return met.isEmpty() ? "" : ", " + String.join("; ", met);
  }

  /** The route of that key; empty if the configuration has none (any more). */
  Optional<Route> find(String key) {
    return Optional.ofNullable(find(root, key));
  }

  private static @Nullable Route find(Route route, String key) {
    if (route.key().equals(key)) {
      return route;
    }
    for (Route child : route.routes()) {
      Route found = find(child, key);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Who is told what no other route takes. */
  String catchAll() {
    return root.receiver();
  }

  /** Whether the configuration has a receiver of that name. */
  boolean knows(String receiver) {
    return routing.receivers().stream().anyMatch(r -> r.name().equals(receiver))
        || leadsTo(root, receiver);
  }

  private static boolean leadsTo(Route route, String receiver) {
    Escalation escalate = route.escalate();
    return route.receiver().equals(receiver)
        || (escalate != null && escalate.steps().anyMatch(s -> s.to().equals(receiver)))
        || route.routes().stream().anyMatch(child -> leadsTo(child, receiver));
  }

  /** Which alerts keep which others from being told. */
  public List<Inhibition> inhibitions() {
    return routing.inhibitions();
  }

  /** The clock of a receiver. */
  ReceiverHours hours(String receiver) {
    return routing.hours(receiver);
  }
}
