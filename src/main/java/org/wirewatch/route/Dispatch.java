package org.wirewatch.route;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.wirewatch.model.Notification;
import org.wirewatch.model.Severity;
import org.wirewatch.route.RouteState.Member;
import org.wirewatch.route.RouteState.Sent;

/**
 * What a route has to say at one moment. Pure.
 *
 * <p>A storm is a few messages, whatever it is grouped by. A group's messages come at most three a
 * minute, a route's at most five; what comes faster waits for the minute to pass, and where that is
 * more than the route may send, everything that waits to be told first becomes one message.
 * Messages with a critical alert are counted by themselves, twenty a minute and a route, so that
 * neither the others nor its own group hold one up.
 */
final class Dispatch {
  private static final int GROUP_BURST = 3;
  private static final int ROUTE_BURST = 5;
  private static final int CRITICAL_BURST = 20;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Route route;
  private final ReceiverHours hours;
  private final Moment at;
  private final Instant now;

  Dispatch(Route route, ReceiverHours hours, Moment at) {
    this.route = route;
    this.hours = hours;
    this.at = at;
    this.now = at.now();
  }

  /** Tells, reminds, escalates and forgets; adds what is to be sent, in order. */
  RouteState all(RouteState state, List<Notification> send) {
    RouteState lately =
        state.withSent(
            state.sent().stream().filter(s -> s.at().plus(WINDOW).isAfter(now)).toList());
    RouteState told = tell(mute(lately), send);
    return forget(escalate(remind(told, send), send));
  }

  /** How many wait to be told. */
  static long waiting(RouteState state) {
    return state.members().stream().filter(m -> m.due() != null).count();
  }

  /** Puts off what a silence or an inhibition mutes; what missed its digest comes in the next. */
  private RouteState mute(RouteState state) {
    Digest digest = route.digest();
    return digest == null
        ? state.map(m -> m.isDue(now), m -> mutedUntil(m).map(m::mutedUntil).orElse(m))
        : state.map(
            m -> m.isDue(now) && (m.muted() != null || mutedUntil(m).isPresent()),
            m -> m.mutedUntil(null).withDue(digest.next(now, hours.timeZone())));
  }

  private Optional<Instant> mutedUntil(Member member) {
    return at.mutes()
        .of(member.alert(), now)
        .map(muted ->
            switch (muted) {
              case Mutes.Muted.Silenced by -> by.silence().until();
              case Mutes.Muted.Inhibited _ -> now.plus(Groups.MEMORY);
            });
  }

  private RouteState tell(RouteState state, List<Notification> send) {
    boolean isFull = waiting(state) > Groups.MOST;
    if (route.digest() != null) {
      List<Member> due = due(state, isFull);
      return due.isEmpty()
          ? state
          : told(state, Notification.Form.DIGEST, state.route(), due, send);
    }
    return tell(tell(state, true, isFull, send), false, isFull, send);
  }

  private List<Member> due(RouteState state, boolean isFull) {
    return state.select(m -> m.isDue(now) || (isFull && m.due() != null && !m.isMuted(now)));
  }

  /**
   * @param urgent whether the groups with a critical alert are to be told, or the others
   */
  private RouteState tell(
      RouteState state, boolean urgent, boolean isFull, List<Notification> send) {
    Map<String, List<Member>> groups = new LinkedHashMap<>();
    due(state, isFull)
        .forEach(m -> groups.computeIfAbsent(m.group(), _ -> new ArrayList<>()).add(m));
    groups.values().removeIf(due -> isUrgent(due) != urgent);
    if (groups.isEmpty()) {
      return state;
    }
    List<Sent> sent = state.sent().stream().filter(s -> s.urgent() == urgent).toList();
    int allowed = (urgent ? CRITICAL_BURST : ROUTE_BURST) - sent.size();
    List<Member> due = groups.values().stream().flatMap(List::stream).toList();
    if (allowed <= 0 && !isFull) {
      return putOff(state, due, sent.getFirst().at().plus(WINDOW));
    }
    if (groups.size() > allowed) {
      Predicate<Member> isDue = among(due);
      List<Member> storm =
          state.select(
              m -> isDue.test(m) || (m.told() == null && m.due() != null && !m.isMuted(now)));
      return told(state, Notification.Form.GROUP, state.route(), storm, send);
    }
    RouteState left = state;
    for (Map.Entry<String, List<Member>> group : groups.entrySet()) {
      left = tellGroup(left, group.getKey(), group.getValue(), send);
    }
    return left;
  }

  private static boolean isUrgent(List<Member> members) {
    return members.stream().anyMatch(m -> m.alert().severity() == Severity.CRITICAL);
  }

  private RouteState tellGroup(
      RouteState state, String group, List<Member> due, List<Notification> send) {
    List<Instant> sent =
        state.sent().stream()
            .filter(s -> s.group().equals(group) && !s.urgent())
            .map(Sent::at)
            .toList();
    if (sent.size() >= GROUP_BURST && !isUrgent(due)) {
      return putOff(state, due, sent.getFirst().plus(WINDOW));
    }
    Notification.Form form = due.size() == 1 ? Notification.Form.ALERT : Notification.Form.GROUP;
    return told(state, form, group, due, send);
  }

  private static RouteState putOff(RouteState state, List<Member> due, Instant until) {
    return state.map(among(due), m -> m.withDue(until));
  }

  private RouteState told(
      RouteState state,
      Notification.Form form,
      String group,
      List<Member> members,
      List<Notification> send) {
    send.add(Messages.of(form, route.receiver(), group, members, now));
    List<Sent> sent = new ArrayList<>(state.sent());
    sent.add(new Sent(group, now, isUrgent(members)));
    return state.map(among(members), m -> timed(m.toldAt(now)).slimmed()).withSent(sent);
  }

  private static Predicate<Member> among(List<Member> members) {
    Set<String> ids = members.stream().map(m -> m.alert().id()).collect(Collectors.toSet());
    return m -> ids.contains(m.alert().id());
  }

  private Member timed(Member member) {
    if (member.isOver() || member.said().isCaredFor()) {
      return member.withTimers(null, null);
    }
    Instant heard = hours.heldUntil(member.alert().severity(), now).orElse(now);
    Instant remind = route.reminder().isZero() ? null : heard.plus(route.reminder());
    Escalation escalation = route.escalate();
    boolean isFirst = now.equals(member.firstTold());
    Instant escalate =
        escalation != null && isFirst ? heard.plus(escalation.after()) : member.escalate();
    return member.withTimers(remind, escalate);
  }

  private RouteState remind(RouteState state, List<Notification> send) {
    List<Member> due = state.select(m -> m.remind() != null && !m.remind().isAfter(now));
    List<Member> told = due.stream().filter(m -> mutedUntil(m).isEmpty()).toList();
    if (!told.isEmpty()) {
      send.add(Messages.of(Notification.Form.REMINDER, route.receiver(), state.route(), told, now));
    }
    Instant next = route.reminder().isZero() ? null : now.plus(route.reminder());
    return state.map(
        among(due), m -> m.withTimers(m.said().isCaredFor() ? null : next, m.escalate()));
  }

  private RouteState escalate(RouteState state, List<Notification> send) {
    RouteState waiting =
        state.map(m -> m.isToEscalate(now), m -> mutedUntil(m).map(m::mutedUntil).orElse(m));
    List<Member> due = waiting.select(m -> m.isToEscalate(now));
    Map<String, List<Member>> told = new LinkedHashMap<>();
    for (Member member : due) {
      steps(member).forEach(s -> told.computeIfAbsent(s.to(), _ -> new ArrayList<>()).add(member));
    }
    told.forEach((to, members) ->
        send.add(Messages.of(Notification.Form.ESCALATION, to, state.route(), members, now)));
    return waiting.map(among(due), this::escalated);
  }

  /** After a step; one that had to wait for the end of a silence puts off those after it too. */
  private Member escalated(Member member) {
    Instant when = member.escalate();
    boolean hasWaited = when != null && member.muted() != null && member.due() == null;
    Member after =
        hasWaited
            ? member.since(start(member).plus(Duration.between(when, now))).mutedUntil(null)
            : member;
    Instant next = afterwards(steps(member)).map(wait -> start(after).plus(wait)).orElse(null);
    return after.withTimers(member.remind(), next);
  }

  private List<Escalation> steps(Member member) {
    Instant when = member.escalate();
    Escalation chain = route.escalate();
    return when == null || chain == null ? List.of() : chain.at(start(member), when);
  }

  /** How long the next step of the chain waits; empty if those were the last. */
  private Optional<Duration> afterwards(List<Escalation> done) {
    Escalation chain = route.escalate();
    return chain == null ? Optional.empty() : chain.later(done);
  }

  /** When the receiver first heard of it. */
  private Instant start(Member member) {
    Instant first = member.firstTold() == null ? now : member.firstTold();
    return hours.heldUntil(member.alert().severity(), first).orElse(first);
  }

  private RouteState forget(RouteState state) {
    List<Member> alive =
        state.select(m ->
            m.timers().findAny().isPresent()
                || (!m.isOver() && m.heard().plus(Groups.MEMORY).isAfter(now)));
    long surplus = alive.size() - waiting(state) - Groups.MOST;
    List<Member> kept = new ArrayList<>();
    for (Member member : alive) {
      if (surplus > 0 && member.due() == null) {
        surplus--; // the longest unheard of come first
      } else {
        kept.add(member);
      }
    }
    return state.withMembers(kept);
  }
}
