package org.wirewatch.route;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Action;

/**
 * What people have said of one alert: of each sort the newest word. Kept per alert id. Immutable.
 */
public record Said(
    Action.@Nullable Acknowledge acknowledged,
    Action.@Nullable Snooze snoozed,
    Action.@Nullable Assign assigned,
    Action.@Nullable FalseAlarm dismissed) {
  /** Nobody said anything. */
  public static final Said NOTHING = new Said(null, null, null, null);

  /** With one word more; the same if a newer or equal one of its sort is known. */
  public Said with(Action.OfAlert action) {
    return switch (action) {
      case Action.Acknowledge a ->
          isOld(acknowledged, a) ? this : new Said(a, snoozed, assigned, dismissed);
      case Action.Snooze s ->
          isOld(snoozed, s) ? this : new Said(acknowledged, s, assigned, dismissed);
      case Action.Assign a ->
          isOld(assigned, a) ? this : new Said(acknowledged, snoozed, a, dismissed);
      case Action.FalseAlarm f ->
          isOld(dismissed, f) ? this : new Said(acknowledged, snoozed, assigned, f);
    };
  }

  private static boolean isOld(Action.@Nullable OfAlert known, Action.OfAlert now) {
    return known != null && !now.at().isAfter(known.at());
  }

  /** When the last word was said; empty where nobody said anything. */
  public Optional<Instant> last() {
    return Stream.of(acknowledged, snoozed, assigned, dismissed)
        .<Action.OfAlert>mapMulti((word, to) -> {
          if (word != null) {
            to.accept(word);
          }
        })
        .map(Action::at)
        .max(Instant::compareTo);
  }

  /** Whether it is a false alarm: nothing more is told. */
  boolean isDismissed() {
    return dismissed != null;
  }

  /** Whether somebody cares for it: no reminders, no escalation; changes are told. */
  boolean isCaredFor() {
    return acknowledged != null || assigned != null;
  }

  /** Until when it is not to be told; null where it is not snoozed. */
  @Nullable Instant snoozedUntil(Instant now) {
    return snoozed != null && snoozed.until().isAfter(now) ? snoozed.until() : null;
  }

  /** In plain words, for those who are told of it next. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    if (acknowledged != null) {
      words.add("acknowledged by " + acknowledged.by() + because(acknowledged.reason()));
    }
    if (assigned != null) {
      words.add("assigned to " + assigned.to() + " by " + assigned.by());
    }
    return words;
  }

  private static String because(String reason) {
    return reason.isBlank() ? "" : ": " + reason;
  }
}
