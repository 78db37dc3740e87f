package org.wirewatch.route;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Severity;

/**
 * What is known of one group of one route: kept under {@code key}. At most {@link Groups#MOST}
 * alerts that wait to be told and as many that were, each until it is resolved and told or nothing
 * was heard of it for a week.
 *
 * @param route the id of the route
 * @param members the alerts in it, in the order in which they came
 * @param sent when the last messages were sent, oldest first; a few only
 */
public record GroupState(
    String key, String receiver, String route, List<Member> members, List<Instant> sent) {

  public GroupState {
    members = List.copyOf(members);
    sent = List.copyOf(sent);
  }

  /**
   * One alert in a group.
   *
   * @param alert its newest revision
   * @param told how loud it was when last told; null before it first was
   * @param firstTold null before it first was
   * @param lastTold null before it first was
   * @param due when it is to be told, again or at last; null where nothing waits
   * @param remind when to tell it again if nobody acknowledges; null for never
   * @param escalate when to tell somebody else if nobody acknowledges; null for never
   * @param hushed whether it is acknowledged, dismissed or neither
   * @param heard when its newest revision came
   */
  public record Member(
      Alert alert,
      List<String> why,
      @Nullable Severity told,
      @Nullable Instant firstTold,
      @Nullable Instant lastTold,
      @Nullable Instant due,
      @Nullable Instant remind,
      @Nullable Instant escalate,
      Hush hushed,
      Instant heard) {

    public Member {
      why = List.copyOf(why);
    }

    static Member of(Alert alert, List<String> why, @Nullable Instant due, Instant now) {
      return new Member(alert, why, null, null, null, due, null, null, Hush.NONE, now);
    }

    Member withAlert(Alert newest, List<String> reasons, Instant now) {
      boolean over = newest.state() == Alert.State.RESOLVED;
      return new Member(
          newest,
          reasons,
          told,
          firstTold,
          lastTold,
          due,
          over ? null : remind,
          over ? null : escalate,
          hushed,
          now);
    }

    Member withDue(@Nullable Instant at) {
      return new Member(alert, why, told, firstTold, lastTold, at, remind, escalate, hushed, heard);
    }

    Member withTimers(@Nullable Instant reminder, @Nullable Instant escalation) {
      return new Member(
          alert, why, told, firstTold, lastTold, due, reminder, escalation, hushed, heard);
    }

    Member hushedAs(Hush how) {
      return new Member(alert, why, told, firstTold, lastTold, due, remind, escalate, how, heard);
    }

    Member toldAt(Instant now) {
      Instant first = firstTold == null ? now : firstTold;
      return new Member(
          alert, why, alert.severity(), first, now, null, remind, escalate, hushed, heard);
    }

    /** Told, and not to be told again as it is: an outline is all that the next update needs. */
    Member slimmed() {
      return timers().findAny().isPresent()
          ? this
          : new Member(
              Messages.outline(alert),
              why,
              told,
              firstTold,
              lastTold,
              due,
              remind,
              escalate,
              hushed,
              heard);
    }

    boolean isDue(Instant now) {
      return due != null && !due.isAfter(now);
    }

    boolean isOver() {
      return alert.state() == Alert.State.RESOLVED;
    }

    Stream<Instant> timers() {
      return Stream.of(
              Optional.ofNullable(due), Optional.ofNullable(remind), Optional.ofNullable(escalate))
          .flatMap(Optional::stream);
    }
  }

  /** What people said of an alert. */
  public enum Hush {
    NONE,
    /** Somebody cares for it: no reminders, no escalation; updates go on. */
    ACKNOWLEDGED,
    /** A false alarm: nothing more is told. */
    DISMISSED
  }

  /** When {@link Groups#onTime} has something to do; empty where nothing waits. */
  public Optional<Instant> wakeAt() {
    return members.stream().flatMap(Member::timers).min(Instant::compareTo);
  }
}
