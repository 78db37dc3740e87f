package org.wirewatch.route;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything configured about who is told what.
 *
 * @param receivers the clocks of the receivers; one that is not listed is in UTC and may be told at
 *     any time
 */
public record Routing(
    RouteConfig root, List<ReceiverHours> receivers, List<Inhibition> inhibitions) {
  public static final Routing DEFAULT = new Routing(RouteConfig.DEFAULT, List.of(), List.of());

  public Routing {
    receivers = List.copyOf(receivers);
    inhibitions = List.copyOf(inhibitions);
  }

  ReceiverHours hours(String receiver) {
    return receivers.stream()
        .filter(r -> r.name().equals(receiver))
        .findFirst()
        .orElseGet(() -> ReceiverHours.always(receiver));
  }

  /**
   * What is wrong with it, each as {@code path: what}; empty if nothing is.
   *
   * @param configured the names of the receivers that there are
   */
  public List<String> problems(Set<String> configured) {
    List<String> problems = new ArrayList<>();
    if (root.receiver() == null) {
      problems.add("routes.receiver: the root needs one, for what no child takes");
    }
    collect(root, "routes", configured, problems);
    return problems;
  }

  private static void collect(
      RouteConfig route, String path, Set<String> configured, List<String> problems) {
    String receiver = route.receiver();
    if (receiver != null && !configured.contains(receiver)) {
      problems.add(path + ".receiver: " + unknown(receiver, configured));
    }
    Escalation escalate = route.escalate();
    if (escalate != null) {
      escalate
          .steps()
          .filter(step -> !configured.contains(step.to()))
          .map(step -> path + ".escalate.to: " + unknown(step.to(), configured))
          .forEach(problems::add);
    }
    Duration first = route.first();
    if (first != null && first.isNegative()) {
      problems.add(path + ".first: is before the alert");
    }
    for (int i = 0; i < route.routes().size(); i++) {
      collect(route.routes().get(i), path + ".routes[" + i + "]", configured, problems);
    }
  }

  private static String unknown(String receiver, Set<String> configured) {
    return "no receiver is called '"
        + receiver
        + "'; there are "
        + String.join(", ", new TreeSet<>(configured));
  }
}
