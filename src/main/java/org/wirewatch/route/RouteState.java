package org.wirewatch.route;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Severity;

/**
 * What is known of the alerts that one route takes: kept under {@code route}. At most {@link
 * Groups#MOST} alerts that wait to be told and as many that were, each until it is resolved and
 * told or nothing was heard of it for a week.
 *
 * @param route the key of the route
 * @param members the alerts, in the order in which they came
 * @param sent the messages of the last minute, oldest first
 */
public record RouteState(String route, String receiver, List<Member> members, List<Sent> sent) {

  public RouteState {
    members = List.copyOf(members);
    sent = List.copyOf(sent);
  }

  static RouteState empty(String route, String receiver) {
    return new RouteState(route, receiver, List.of(), List.of());
  }

  /**
   * A message that went out for a group.
   *
   * @param urgent whether it told a critical alert
   */
  public record Sent(String group, Instant at, boolean urgent) {}

  /**
   * One alert on a route.
   *
   * @param alert its newest revision
   * @param group the key of the group that it is told in
   * @param told how loud it was when last told; null before it first was
   * @param firstTold from when escalation counts: when it first was told, and as much later as a
   *     silence put escalation off; null before it first was
   * @param lastTold null before it first was
   * @param due when it is to be told, again or at last; null where nothing waits
   * @param muted until when neither it nor its escalation is to be told all the same; null where
   *     nothing mutes it
   * @param remind when to tell it again if nobody acknowledges; null for never
   * @param escalate when to tell somebody else if nobody acknowledges; null for never
   * @param said what people said of it
   * @param heard when its newest revision came
   */
  public record Member(
      Alert alert,
      String group,
      List<String> why,
      @Nullable Severity told,
      @Nullable Instant firstTold,
      @Nullable Instant lastTold,
      @Nullable Instant due,
      @Nullable Instant muted,
      @Nullable Instant remind,
      @Nullable Instant escalate,
      Said said,
      Instant heard) {

    public Member {
      why = List.copyOf(why);
    }

    static Member of(Alert alert, Assignment to, Said said, Instant now) {
      return new Member(
          alert, to.group(), to.why(), null, null, null, null, null, null, null, said, now);
    }

    Member withAlert(Alert newest, List<String> reasons, Instant now) {
      boolean over = newest.state() == Alert.State.RESOLVED;
      return new Member(
          newest,
          group,
          reasons,
          told,
          firstTold,
          lastTold,
          due,
          muted,
          over ? null : remind,
          over ? null : escalate,
          said,
          now);
    }

    Member withDue(@Nullable Instant at) {
      return new Member(
          alert, group, why, told, firstTold, lastTold, at, muted, remind, escalate, said, heard);
    }

    Member mutedUntil(@Nullable Instant until) {
      return new Member(
          alert, group, why, told, firstTold, lastTold, due, until, remind, escalate, said, heard);
    }

    Member since(Instant from) {
      return new Member(
          alert, group, why, told, from, lastTold, due, muted, remind, escalate, said, heard);
    }

    Member withTimers(@Nullable Instant reminder, @Nullable Instant escalation) {
      return new Member(
          alert,
          group,
          why,
          told,
          firstTold,
          lastTold,
          due,
          muted,
          reminder,
          escalation,
          said,
          heard);
    }

    Member saidOf(Said words) {
      return new Member(
          alert, group, why, told, firstTold, lastTold, due, muted, remind, escalate, words, heard);
    }

    Member toldAt(Instant now) {
      Instant first = firstTold == null ? now : firstTold;
      return new Member(
          alert,
          group,
          why,
          alert.severity(),
          first,
          now,
          null,
          null,
          remind,
          escalate,
          said,
          heard);
    }

    /** Told, and not to be told again as it is: an outline is all that the next update needs. */
    Member slimmed() {
      return timers().findAny().isPresent()
          ? this
          : new Member(
              Messages.outline(alert),
              group,
              why,
              told,
              firstTold,
              lastTold,
              due,
              muted,
              remind,
              escalate,
              said,
              heard);
    }

    boolean isDue(Instant now) {
      return due != null && !due.isAfter(now) && !isMuted(now);
    }

    boolean isToEscalate(Instant now) {
      return escalate != null && !escalate.isAfter(now) && !isMuted(now);
    }

    boolean isMuted(Instant now) {
      return muted != null && muted.isAfter(now);
    }

    boolean isOver() {
      return alert.state() == Alert.State.RESOLVED;
    }

    Stream<Instant> timers() {
      return Stream.of(
              Optional.ofNullable(unmuted(due)),
              Optional.ofNullable(remind),
              Optional.ofNullable(unmuted(escalate)))
          .flatMap(Optional::stream);
    }

    private @Nullable Instant unmuted(@Nullable Instant timer) {
      return timer == null || muted == null || muted.isBefore(timer) ? timer : muted;
    }
  }

  /** When {@link Groups#onTime} has something to do; empty where nothing waits. */
  public Optional<Instant> wakeAt() {
    return members.stream().flatMap(Member::timers).min(Instant::compareTo);
  }

  RouteState with(Member member) {
    List<Member> changed =
        new ArrayList<>(select(m -> !m.alert().id().equals(member.alert().id())));
    changed.add(member);
    return withMembers(changed);
  }

  RouteState withMembers(List<Member> changed) {
    return new RouteState(route, receiver, changed, sent);
  }

  RouteState withSent(List<Sent> changed) {
    return new RouteState(route, receiver, members, changed);
  }

  List<Member> select(Predicate<Member> which) {
    return members.stream().filter(which).toList();
  }

  /** Members that are not changed stay the same objects. */
  RouteState map(Predicate<Member> which, UnaryOperator<Member> change) {
    return withMembers(members.stream().map(m -> which.test(m) ? change.apply(m) : m).toList());
  }
}
