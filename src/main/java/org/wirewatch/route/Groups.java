package org.wirewatch.route;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Notification;
import org.wirewatch.model.Severity;
import org.wirewatch.route.RouteState.Member;

/**
 * When the alerts of a route are told, and which of them together: pure functions from what is
 * known, what happens and the time to what to do. Immutable and thread-safe.
 *
 * <p>To wire it, keep each {@link RouteState} under {@link Assignment#route}; call {@link #onAlert}
 * for every assignment, and {@link #onTime} for every state whose {@link RouteState#wakeAt} has
 * come; keep what comes back and pass on what it says to send. Calling {@code onTime} too often or
 * late is harmless.
 *
 * <table>
 * <caption>A route with first 30s, updates on status-changed at most every 5m</caption>
 * <tr><th>at</th><th>what</th><th>told</th></tr>
 * <tr><td>10:00:00</td><td>alert a, new</td><td></td></tr>
 * <tr><td>10:00:10</td><td>alert b of the same group, new</td><td></td></tr>
 * <tr><td>10:00:30</td><td></td><td>a and b in one message</td></tr>
 * <tr><td>10:01:00</td><td>a, status changed</td><td></td></tr>
 * <tr><td>10:02:00</td><td>a, more reports</td><td></td></tr>
 * <tr><td>10:05:30</td><td></td><td>a as of 10:02:00</td></tr>
 * <tr><td>10:06:00</td><td>b, now critical</td><td>b at once</td></tr>
 * </table>
 */
public final class Groups {
  /** How many alerts a route remembers of those that wait, and how many of the others. */
  static final int MOST = 2000;

  /** How long a route remembers an alert that nothing is heard of. */
  static final Duration MEMORY = Duration.ofDays(7);

  private final Router router;

  public Groups(Router router) {
    this.router = router;
  }

  /**
   * A revision of an alert came.
   *
   * @param state what is kept under the assignment's route; null where nothing is
   * @param said what people have said of the alert
   */
  public Step onAlert(
      @Nullable RouteState state, Assignment to, Alert alert, Said said, Moment at) {
    RouteState known = state != null ? state : RouteState.empty(to.route(), to.receiver());
    Optional<Route> route = router.find(to.route());
    Optional<Member> before =
        known.members().stream().filter(m -> m.alert().id().equals(alert.id())).findFirst();
    boolean isRepeat = before.isPresent() && before.get().alert().revision() >= alert.revision();
    if (isRepeat) {
      return onTime(known, at);
    }
    if (route.isEmpty()) { // it was sent under another configuration than is in force here
      return orphaned(known.with(Member.of(alert, to, said, at.now()).withDue(at.now())), at);
    }
    Member member =
        before
            .map(m -> update(m, to, alert, route.get(), at.now()))
            .orElseGet(() -> arrive(known, to, alert, said, route.get(), at.now()));
    return onTime(known.with(member), at);
  }

  private Member arrive(
      RouteState state, Assignment to, Alert alert, Said said, Route route, Instant now) {
    // A message tells a few alerts and counts the others: in a storm the rest need not be kept.
    Alert kept = Dispatch.waiting(state) < Messages.MOST_ALERTS ? alert : Messages.outline(alert);
    Member member = Member.of(kept, to, said, now).mutedUntil(said.snoozedUntil(now));
    boolean isOver = alert.state() == Alert.State.RESOLVED;
    return isOver || said.isDismissed()
        ? member
        : member.withDue(firstDue(state, to.group(), alert, route, now));
  }

  /** An alert that is not told yet waits for those of its group that came before, or for more. */
  private Instant firstDue(RouteState state, String group, Alert alert, Route route, Instant now) {
    Digest digest = route.digest();
    if (digest != null) {
      return digest.next(now, zone(route));
    }
    if (alert.severity() == Severity.CRITICAL) {
      return now;
    }
    return state.members().stream()
        .filter(m -> m.told() == null && m.group().equals(group) && m.muted() == null)
        .flatMap(m -> Optional.ofNullable(m.due()).stream())
        .min(Instant::compareTo)
        .orElse(now.plus(route.first()));
  }

  private Member update(Member known, Assignment to, Alert alert, Route route, Instant now) {
    Member member = known.withAlert(alert, to.why(), now);
    Severity told = member.told();
    if (member.said().isDismissed()) {
      return member;
    }
    if (told == null) {
      // Over before anybody was told: nothing to tell, unless a digest gathers what there was.
      boolean isNothing = member.isOver() && route.digest() == null;
      boolean isUrgent = alert.severity() == Severity.CRITICAL && route.digest() == null;
      return isNothing ? member.withDue(null) : isUrgent ? member.withDue(now) : member;
    }
    boolean isLouder = alert.severity().compareTo(told) < 0;
    if (!isLouder && !route.updates().on().contains(alert.change())) {
      return member;
    }
    if (route.digest() != null) {
      return member.withDue(route.digest().next(now, zone(route)));
    }
    if (isLouder) {
      return member.withDue(now).mutedUntil(null);
    }
    Instant last = member.lastTold();
    Instant allowed = last == null ? now : last.plus(route.updates().atMost());
    return member.withDue(allowed.isBefore(now) ? now : allowed);
  }

  /**
   * Somebody said something about an alert.
   *
   * @param said everything that was said of it, the newest included
   */
  public Step onSaid(RouteState state, String alert, Said said, Moment at) {
    return onTime(
        state.map(
            m -> m.alert().id().equals(alert) && !m.said().equals(said),
            m -> heed(m.saidOf(said), at.now())),
        at);
  }

  private static Member heed(Member member, Instant now) {
    Said said = member.said();
    if (said.isDismissed()) {
      return member.withTimers(null, null).withDue(null).mutedUntil(null);
    }
    Instant snoozed = member.isOver() ? null : said.snoozedUntil(now);
    if (snoozed != null) {
      return member.withTimers(snoozed, null).mutedUntil(snoozed);
    }
    return said.isCaredFor() ? member.withTimers(null, null) : member;
  }

  /** What mutes has changed: what was muted is looked at again. */
  public Step onMutesChanged(RouteState state, Moment at) {
    return onTime(
        state.map(m -> m.muted() != null, m -> m.mutedUntil(m.said().snoozedUntil(at.now()))), at);
  }

  /** Time passed: tells what is due, reminds, escalates and forgets. */
  public Step onTime(RouteState state, Moment at) {
    Optional<Route> route = router.find(state.route());
    if (route.isEmpty()) {
      return orphaned(state, at);
    }
    List<Notification> send = new ArrayList<>();
    RouteState after =
        new Dispatch(route.get(), router.hours(state.receiver()), at).all(state, send);
    return new Step(after.members().isEmpty() ? null : after, send);
  }

  /**
   * The route is no longer configured: what still waits is told at once, to the receiver if there
   * is one of that name, else to the root's.
   */
  private Step orphaned(RouteState state, Moment at) {
    List<Member> letters =
        state.select(m -> m.due() != null && !m.isOver() && !m.said().isDismissed());
    if (letters.isEmpty()) {
      return new Step(null, List.of());
    }
    String receiver = router.knows(state.receiver()) ? state.receiver() : router.catchAll();
    return new Step(
        null,
        List.of(
            Messages.of(
                letters.size() == 1 ? Notification.Form.ALERT : Notification.Form.GROUP,
                receiver,
                state.route(),
                letters.stream().map(Member::alert).toList(),
                0,
                List.of("it waited on a route to " + state.receiver() + " that is no more"),
                at.now())));
  }

  /**
   * Where the alerts of a route that is no longer configured belong now: to another route to the
   * same receiver that takes them. With what waits and what was told of each.
   *
   * @return nothing moved if the route is still there
   */
  public Moved moved(RouteState state) {
    if (router.find(state.route()).isPresent()) {
      return new Moved(state, Map.of());
    }
    List<Member> left = new ArrayList<>();
    Map<String, List<Member>> moved = new LinkedHashMap<>();
    for (Member member : state.members()) {
      Optional<Route> home =
          router.route(member.alert()).hits().stream()
              .map(Decision.Hit::route)
              .filter(route -> route.receiver().equals(state.receiver()))
              .findFirst();
      if (home.isPresent()) {
        moved.computeIfAbsent(home.get().key(), _ -> new ArrayList<>()).add(member);
      } else {
        left.add(member);
      }
    }
    return new Moved(state.withMembers(left), moved);
  }

  /**
   * Alerts that go on under another route.
   *
   * @param left what no other route takes
   * @param moved key of a route → its new alerts
   */
  public record Moved(RouteState left, Map<String, List<Member>> moved) {}

  /**
   * Takes in alerts from a route that is no more; those known here stay as they are.
   *
   * @param state what is kept under {@code route}; null where nothing is
   */
  public static RouteState adopt(
      @Nullable RouteState state, String route, String receiver, List<Member> members) {
    RouteState adopted = state != null ? state : RouteState.empty(route, receiver);
    for (Member member : members) {
      String id = member.alert().id();
      boolean isKnown = adopted.members().stream().anyMatch(m -> m.alert().id().equals(id));
      adopted = isKnown ? adopted : adopted.with(member);
    }
    return adopted;
  }

  private ZoneId zone(Route route) {
    return router.hours(route.receiver()).timeZone();
  }
}
