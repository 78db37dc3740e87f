package org.wirewatch.route;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Action;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Notification;
import org.wirewatch.model.Severity;
import org.wirewatch.route.GroupState.Hush;
import org.wirewatch.route.GroupState.Member;

/**
 * When the alerts of a group are told: pure functions from what is known, what happens and the time
 * to what to do. Immutable and thread-safe.
 *
 * <p>To wire it, keep each {@link GroupState} under {@link Assignment#group}; call {@link #onAlert}
 * for every assignment, and {@link #onTime} for every state whose {@link GroupState#wakeAt} has
 * come; keep what comes back and pass on what it says to send. Calling {@code onTime} too often or
 * late is harmless.
 *
 * <table>
 * <caption>A route with first 30s, updates on status-changed at most every 5m</caption>
 * <tr><th>at</th><th>what</th><th>told</th></tr>
 * <tr><td>10:00:00</td><td>alert a, new</td><td></td></tr>
 * <tr><td>10:00:10</td><td>alert b, new</td><td></td></tr>
 * <tr><td>10:00:30</td><td></td><td>a and b in one message</td></tr>
 * <tr><td>10:01:00</td><td>a, status changed</td><td></td></tr>
 * <tr><td>10:02:00</td><td>a, more reports</td><td></td></tr>
 * <tr><td>10:05:30</td><td></td><td>a as of 10:02:00</td></tr>
 * <tr><td>10:06:00</td><td>b, now critical</td><td>b at once</td></tr>
 * </table>
 */
public final class Groups {
  /** How many alerts a group remembers of those that wait, and how many of the others. */
  static final int MOST = 1000;

  /** A group's messages in a minute; what comes after waits and is told together. */
  private static final int BURST = 3;

  private static final Duration BURST_WINDOW = Duration.ofMinutes(1);
  private static final Duration MEMORY = Duration.ofDays(7);

  private final Router router;

  public Groups(Router router) {
    this.router = router;
  }

  /**
   * A revision of an alert came.
   *
   * @param state what is kept under the assignment's group; null where nothing is
   */
  public Step onAlert(@Nullable GroupState state, Assignment to, Alert alert, Instant now) {
    GroupState group =
        state != null
            ? state
            : new GroupState(to.group(), to.receiver(), to.route(), List.of(), List.of());
    Optional<Route> route = router.find(to.route());
    if (route.isEmpty()) {
      return onTime(group, now);
    }
    Optional<Member> known =
        group.members().stream().filter(m -> m.alert().id().equals(alert.id())).findFirst();
    if (known.isPresent() && known.get().alert().revision() >= alert.revision()) {
      return onTime(group, now); // a repeat after a crash
    }
    Member member =
        known
            .map(m -> update(m, to, alert, route.get(), now))
            .orElseGet(() -> arrive(group, to, alert, route.get(), now));
    return onTime(with(group, member), now);
  }

  private Member arrive(GroupState group, Assignment to, Alert alert, Route route, Instant now) {
    boolean isOver = alert.state() == Alert.State.RESOLVED;
    Instant due = isOver ? null : firstDue(group, alert, route, now);
    // A message tells a few alerts and counts the others: in a storm the rest need not be kept.
    Alert kept = waiting(group) < Messages.MOST_ALERTS ? alert : Messages.outline(alert);
    return Member.of(kept, to.why(), due, now);
  }

  /** An alert that is not told yet waits for those that came before it, or for more. */
  private Instant firstDue(GroupState group, Alert alert, Route route, Instant now) {
    if (route.digest() != null) {
      return route.digest().next(now, zone(route));
    }
    if (alert.severity() == Severity.CRITICAL) {
      return now;
    }
    return group.members().stream()
        .filter(m -> m.told() == null)
        .flatMap(m -> Optional.ofNullable(m.due()).stream())
        .min(Instant::compareTo)
        .orElse(now.plus(route.first()));
  }

  private Member update(Member known, Assignment to, Alert alert, Route route, Instant now) {
    Member member = known.withAlert(alert, to.why(), now);
    if (member.hushed() == Hush.DISMISSED) {
      return member;
    }
    Severity told = member.told();
    if (told == null) {
      // Over before anybody was told: nothing to tell, unless a digest gathers what there was.
      boolean isNothing = member.isOver() && route.digest() == null;
      boolean isUrgent = alert.severity() == Severity.CRITICAL && route.digest() == null;
      return isNothing ? member.withDue(null) : isUrgent ? member.withDue(now) : member;
    }
    if (route.digest() != null) {
      return isWorthTelling(alert, told, route)
          ? member.withDue(route.digest().next(now, zone(route)))
          : member;
    }
    if (isLouder(alert, told)) {
      return member.withDue(now);
    }
    if (!route.updates().on().contains(alert.change())) {
      return member;
    }
    Instant last = member.lastTold();
    Instant allowed = last == null ? now : last.plus(route.updates().atMost());
    return member.withDue(allowed.isBefore(now) ? now : allowed);
  }

  private static boolean isWorthTelling(Alert alert, Severity told, Route route) {
    return isLouder(alert, told) || route.updates().on().contains(alert.change());
  }

  private static boolean isLouder(Alert alert, Severity told) {
    return alert.severity().compareTo(told) < 0;
  }

  /** A person said something about an alert of the group. */
  public Step onAction(GroupState state, Action.OfAlert action, Instant now) {
    return onTime(
        map(state, m -> m.alert().id().equals(action.alert()), m -> apply(m, action)), now);
  }

  private static Member apply(Member member, Action.OfAlert action) {
    return switch (action) {
      case Action.Acknowledge _, Action.Assign _ ->
          member.withTimers(null, null).hushedAs(Hush.ACKNOWLEDGED);
      case Action.Snooze snooze -> member.withTimers(snooze.until(), null);
      case Action.FalseAlarm _ ->
          member.withTimers(null, null).withDue(null).hushedAs(Hush.DISMISSED);
    };
  }

  /** Time passed: tells what is due, reminds, escalates and forgets. */
  public Step onTime(GroupState state, Instant now) {
    Optional<Route> found = router.find(state.route());
    if (found.isEmpty()) {
      return new Step(null, List.of()); // the route is no longer configured
    }
    Route route = found.get();
    List<Notification> send = new ArrayList<>();
    GroupState told = tell(state, route, now, send);
    GroupState reminded = remind(told, route, now, send);
    GroupState escalated = escalate(reminded, route, now, send);
    GroupState kept = forget(escalated, now);
    return new Step(kept.members().isEmpty() ? null : kept, send);
  }

  private GroupState tell(GroupState state, Route route, Instant now, List<Notification> send) {
    boolean isFull = waiting(state) > MOST;
    Predicate<Member> isDue = m -> m.isDue(now) || (isFull && m.due() != null);
    List<Member> due = select(state, isDue);
    if (due.isEmpty()) {
      return state;
    }
    Instant free = free(state, now);
    if (free.isAfter(now) && !isFull) {
      return map(state, isDue, m -> m.withDue(free));
    }
    Notification.Form form =
        route.digest() != null
            ? Notification.Form.DIGEST
            : due.size() == 1 ? Notification.Form.ALERT : Notification.Form.GROUP;
    send.add(Messages.of(form, route.receiver(), state.key(), due, now));
    GroupState told = map(state, isDue, m -> timed(m.toldAt(now), route, now).slimmed());
    List<Instant> sent = new ArrayList<>(state.sent());
    sent.add(now);
    return withSent(told, sent.subList(Math.max(0, sent.size() - BURST), sent.size()));
  }

  /** When the group may send its next message without making a storm. */
  private static Instant free(GroupState state, Instant now) {
    return state.sent().size() < BURST ? now : state.sent().getFirst().plus(BURST_WINDOW);
  }

  private static Member timed(Member member, Route route, Instant now) {
    if (member.isOver() || member.hushed() != Hush.NONE) {
      return member;
    }
    Instant remind = route.reminder().isZero() ? null : now.plus(route.reminder());
    Escalation escalation = route.escalate();
    boolean isFirst = now.equals(member.firstTold());
    Instant escalate =
        escalation != null && isFirst ? now.plus(escalation.after()) : member.escalate();
    return member.withTimers(remind, escalate);
  }

  private static GroupState remind(
      GroupState state, Route route, Instant now, List<Notification> send) {
    Predicate<Member> isDue = m -> m.remind() != null && !m.remind().isAfter(now);
    List<Member> due = select(state, isDue);
    if (due.isEmpty()) {
      return state;
    }
    send.add(Messages.of(Notification.Form.REMINDER, route.receiver(), state.key(), due, now));
    Instant next = route.reminder().isZero() ? null : now.plus(route.reminder());
    return map(state, isDue, m -> m.withTimers(next, m.escalate()));
  }

  private static GroupState escalate(
      GroupState state, Route route, Instant now, List<Notification> send) {
    Predicate<Member> isDue = m -> m.escalate() != null && !m.escalate().isAfter(now);
    List<Member> due = select(state, isDue);
    Escalation escalation = route.escalate();
    if (!due.isEmpty() && escalation != null) {
      send.add(Messages.of(Notification.Form.ESCALATION, escalation.to(), state.key(), due, now));
    }
    return map(state, isDue, m -> m.withTimers(m.remind(), null));
  }

  private static GroupState forget(GroupState state, Instant now) {
    List<Member> alive =
        select(
            state,
            m ->
                m.timers().findAny().isPresent()
                    || (!m.isOver() && m.heard().plus(MEMORY).isAfter(now)));
    long surplus = alive.size() - waiting(state) - MOST;
    List<Member> kept = new ArrayList<>();
    for (Member member : alive) {
      if (surplus > 0 && member.due() == null) {
        surplus--; // the longest unheard of come first
      } else {
        kept.add(member);
      }
    }
    return withMembers(state, kept);
  }

  private static long waiting(GroupState state) {
    return state.members().stream().filter(m -> m.due() != null).count();
  }

  private ZoneId zone(Route route) {
    return router.hours(route.receiver()).timeZone();
  }

  private static GroupState with(GroupState state, Member member) {
    List<Member> members =
        new ArrayList<>(select(state, m -> !m.alert().id().equals(member.alert().id())));
    members.add(member);
    return withMembers(state, members);
  }

  private static List<Member> select(GroupState state, Predicate<Member> which) {
    return state.members().stream().filter(which).toList();
  }

  private static GroupState map(
      GroupState state, Predicate<Member> which, UnaryOperator<Member> change) {
    Function<Member, Member> changed = m -> which.test(m) ? change.apply(m) : m;
    return withMembers(state, state.members().stream().map(changed).toList());
  }

  private static GroupState withMembers(GroupState state, List<Member> members) {
    return new GroupState(state.key(), state.receiver(), state.route(), members, state.sent());
  }

  private static GroupState withSent(GroupState state, List<Instant> sent) {
    return new GroupState(state.key(), state.receiver(), state.route(), state.members(), sent);
  }
}
