package org.wirewatch.route;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Notification;

/**
 * What would become of an alert that nobody has heard of: the way through the tree, who would be
 * told first when and what comes after, if nothing else happens. Decided by the very functions that
 * decide when it is so.
 */
public record Forecast(Decision decision, List<Told> told) {
  /** A digest and the quiet hours after it are two steps; a few more do no harm. */
  private static final int MOST_STEPS = 8;

  public Forecast {
    told = List.copyOf(told);
  }

  /**
   * One receiver's part.
   *
   * @param route where the route stands in the tree
   * @param at when it would be told; null where it would not
   * @param form of the message; null where there is none
   * @param why what made it this receiver's
   * @param holds what puts it off or keeps it back, in the order in which it does
   * @param then what follows if nobody acknowledges
   */
  public record Told(
      String receiver,
      String route,
      @Nullable Instant at,
      Notification.@Nullable Form form,
      List<String> why,
      List<String> holds,
      List<String> then) {
    public Told {
      why = List.copyOf(why);
      holds = List.copyOf(holds);
      then = List.copyOf(then);
    }
  }

  public static Forecast of(Router router, Alert alert, Moment at) {
    Assigned assigned = router.assign(alert, Trail.NONE);
    List<Told> told =
        assigned.assignments().stream()
            .map(to ->
                foresee(router, router.find(to.route()).orElseThrow(), to, assigned.alert(), at))
            .toList();
    return new Forecast(assigned.decision(), told);
  }

  private static Told foresee(Router router, Route route, Assignment to, Alert alert, Moment at) {
    List<String> holds = new ArrayList<>();
    Optional<Mutes.Muted> muted = at.mutes().of(alert, at.now());
    muted.ifPresent(m -> holds.add(words(m)));
    boolean isInhibited = muted.filter(m -> m instanceof Mutes.Muted.Inhibited).isPresent();
    Groups groups = new Groups(router);
    Instant now = at.now();
    Step step = groups.onAlert(null, to, alert, Said.NOTHING, at);
    for (int i = 0; i < MOST_STEPS && step.send().isEmpty() && !isInhibited; i++) {
      RouteState state = step.state();
      Optional<Instant> wake = state == null ? Optional.empty() : state.wakeAt();
      if (state == null || wake.isEmpty()) {
        break;
      }
      if (i == 0 && muted.isEmpty()) {
        holds.add(waits(route, wake.get()));
      }
      now = wake.get();
      step = groups.onTime(state, new Moment(now, at.mutes()));
    }
    if (step.send().isEmpty()) {
      return new Told(to.receiver(), route.id(), null, null, to.why(), holds, List.of());
    }
    Notification message = step.send().getFirst();
    Held held = new Holds(router).offer(null, message, new Moment(now, at.mutes()));
    HoldState hold = held.state();
    if (hold != null) {
      holds.add("quiet hours of " + to.receiver() + " until " + hold.until());
      now = hold.until();
    }
    return new Told(
        to.receiver(),
        route.id(),
        now,
        message.form(),
        to.why(),
        holds,
        then(router, route, alert));
  }

  private static String words(Mutes.Muted muted) {
    return switch (muted) {
      case Mutes.Muted.Silenced by ->
          "silenced until "
              + by.silence().until()
              + " by "
              + by.silence().by()
              + ": "
              + by.silence().why()
              + " ("
              + by.silence().id()
              + ")";
      case Mutes.Muted.Inhibited by -> "kept back while alert " + by.by() + " stands open";
    };
  }

  private static String waits(Route route, Instant until) {
    return route.digest() != null
        ? "gathered for the digest of " + until
        : "waits " + words(route.first()) + " for more, until " + until;
  }

  private static List<String> then(Router router, Route route, Alert alert) {
    List<String> then = new ArrayList<>();
    for (Inhibition inhibition : router.inhibitions()) {
      if (inhibition.target().matches(alert)) {
        then.add(
            "not told while an alert with " + inhibition.source().canonical() + " stands open");
      }
    }
    if (!route.reminder().isZero()) {
      then.add("told again every " + words(route.reminder()) + " until somebody acknowledges");
    }
    Escalation escalate = route.escalate();
    if (escalate != null) {
      escalate
          .steps()
          .map(step ->
              step.to() + " is told after " + words(step.after()) + " unless somebody acknowledges")
          .forEach(then::add);
    }
    return then;
  }

  private static String words(Duration duration) {
    return duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
