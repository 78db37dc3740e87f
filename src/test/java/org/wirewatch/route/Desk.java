package org.wirewatch.route;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.wirewatch.model.Action;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Notification;

/** The stages of routing wired over maps, with a clock that jumps from timer to timer. */
final class Desk {
  private final Router router;
  private final Groups groups;
  private final Holds holds;
  private final Map<String, Trail> trails = new HashMap<>();
  private final Map<String, RouteState> states = new HashMap<>();
  private final Map<String, HoldState> held = new HashMap<>();
  private final Map<String, Said> said = new HashMap<>();
  private Mutes mutes = Mutes.NONE;
  private final List<Sent> sent = new ArrayList<>();
  private Instant now = Some.NOON;

  /** A message and when it went out. */
  record Sent(Instant at, Notification what) {
    String line() {
      return Duration.between(Some.NOON, at).toString().substring(2).toLowerCase(Locale.ROOT)
          + " "
          + what.receiver()
          + " "
          + what.form().name().toLowerCase(Locale.ROOT)
          + " "
          + String.join(",", what.alerts().stream().map(a -> a.id() + ":" + a.revision()).toList());
    }
  }

  Desk(Routing routing) {
    router = Router.of(routing);
    groups = new Groups(router);
    holds = new Holds(router);
  }

  static Desk of(RouteConfig root, ReceiverHours... hours) {
    return new Desk(new Routing(root, List.of(hours), List.of()));
  }

  /** Time passes until {@code after} noon, every timer firing on its way, then a revision comes. */
  Desk push(Duration after, Some some) {
    passUntil(Some.NOON.plus(after));
    Alert alert = some.build();
    Assigned assigned = router.assign(alert, trails.getOrDefault(alert.id(), Trail.NONE));
    trails.put(alert.id(), assigned.trail());
    for (Assignment to : assigned.assignments()) {
      keep(
          to.route(),
          groups.onAlert(
              states.get(to.route()),
              to,
              alert,
              said.getOrDefault(alert.id(), Said.NOTHING),
              at()));
    }
    return this;
  }

  Desk act(Duration after, Action.OfAlert action) {
    passUntil(Some.NOON.plus(after));
    Said words = said.getOrDefault(action.alert(), Said.NOTHING).with(action);
    said.put(action.alert(), words);
    for (RouteState state : List.copyOf(states.values())) {
      keep(state.route(), groups.onSaid(state, action.alert(), words, at()));
    }
    return this;
  }

  Desk passUntil(Instant then) {
    Optional<Instant> timer = nextTimer();
    while (timer.isPresent() && !timer.get().isAfter(then)) {
      now = timer.get().isAfter(now) ? timer.get() : now;
      for (RouteState state : List.copyOf(states.values())) {
        keep(state.route(), groups.onTime(state, at()));
      }
      for (HoldState state : List.copyOf(held.values())) {
        keep(state.receiver(), holds.release(state, at()));
      }
      timer = nextTimer();
    }
    now = then;
    return this;
  }

  Desk pass(Duration after) {
    return passUntil(Some.NOON.plus(after));
  }

  private Moment at() {
    return new Moment(now, mutes);
  }

  /** What is muted from now on. */
  Desk mute(Duration after, Mutes others) {
    passUntil(Some.NOON.plus(after));
    mutes = others;
    for (RouteState state : List.copyOf(states.values())) {
      keep(state.route(), groups.onMutesChanged(state, at()));
    }
    return this;
  }

  private Optional<Instant> nextTimer() {
    return Stream.concat(
            states.values().stream().flatMap(s -> s.wakeAt().stream()),
            held.values().stream().map(HoldState::until))
        .min(Instant::compareTo);
  }

  private void keep(String key, Step step) {
    RouteState state = step.state();
    if (state == null) {
      states.remove(key);
    } else {
      states.put(key, state);
    }
    for (Notification notification : step.send()) {
      keep(
          notification.receiver(),
          holds.offer(held.get(notification.receiver()), notification, at()));
    }
  }

  private void keep(String receiver, Held door) {
    HoldState state = door.state();
    if (state == null) {
      held.remove(receiver);
    } else {
      held.put(receiver, state);
    }
    door.send().forEach(n -> sent.add(new Sent(now, n)));
  }

  /** What went out, a line each: when after noon, to whom, in which form, which revisions. */
  List<String> told() {
    return sent.stream().map(Sent::line).toList();
  }

  /** How many alerts each message stands for. */
  List<Integer> counts() {
    return sent.stream().map(s -> s.what().alerts().size() + s.what().more()).toList();
  }

  List<Sent> sent() {
    return sent;
  }

  int states() {
    return states.size();
  }
}
