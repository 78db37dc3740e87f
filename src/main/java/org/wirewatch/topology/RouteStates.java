package org.wirewatch.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.wirewatch.route.RouteState;

/**
 * The states of a task's routes: in memory to be read, in the stores to survive. Each alert is a
 * record of its own, so that a storm writes each once and not all of them again for each. Confined
 * to one stream thread.
 */
final class RouteStates {
  private static final char PART = '\u0000';

  private final Map<String, RouteState> states = new LinkedHashMap<>();
  private final KeyValueStore<String, RouteState> routes;
  private final KeyValueStore<String, RouteState.Member> members;

  /** Reads what there is. */
  RouteStates(ProcessorContext<?, ?> context) {
    routes = context.getStateStore(Stores.ROUTES);
    members = context.getStateStore(Stores.ROUTED);
    Map<String, List<RouteState.Member>> byRoute = new HashMap<>();
    try (KeyValueIterator<String, RouteState.Member> all = members.all()) {
      while (all.hasNext()) {
        KeyValue<String, RouteState.Member> next = all.next();
        String route = next.key.substring(0, next.key.indexOf(PART));
        byRoute.computeIfAbsent(route, _ -> new ArrayList<>()).add(next.value);
      }
    }
    byRoute.values().forEach(m -> m.sort(Comparator.comparing(RouteState.Member::heard)));
    try (KeyValueIterator<String, RouteState> all = routes.all()) {
      all.forEachRemaining(next -> {
        RouteState head = next.value;
        List<RouteState.Member> own = byRoute.getOrDefault(next.key, List.of());
        states.put(next.key, new RouteState(head.route(), head.receiver(), own, head.sent()));
      });
    }
  }

  Collection<RouteState> all() {
    return List.copyOf(states.values());
  }

  @Nullable RouteState get(String route) {
    return states.get(route);
  }

  /** Keeps a state; null forgets it. Writes what differs from what was kept. */
  void put(String route, @Nullable RouteState state) {
    RouteState before = state == null ? states.remove(route) : states.put(route, state);
    Map<String, RouteState.Member> gone = new HashMap<>();
    if (before != null) {
      before.members().forEach(m -> gone.put(m.alert().id(), m));
    }
    if (state == null) {
      routes.delete(route);
    } else {
      if (before == null || !before.sent().equals(state.sent())) {
        routes.put(route, new RouteState(route, state.receiver(), List.of(), state.sent()));
      }
      for (RouteState.Member member : state.members()) {
        String id = member.alert().id();
        RouteState.Member known = gone.remove(id);
        if (!member.equals(known)) {
          members.put(route + PART + id, member);
        }
      }
    }
    gone.keySet().forEach(id -> members.delete(route + PART + id));
  }
}
