package org.wirewatch.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Change;
import org.wirewatch.model.Severity;

/**
 * Holds back the alerts of an entry that raises more than anybody reads: {@code the OR a}, say. It
 * may raise {@link StoryLimits#alertsPerHour} in an hour. What comes beyond is held back and
 * counted, and one alert of low severity under the same entry tells its owner so: when the flood
 * begins, every hour that it lasts, and when it is over, which it is after an hour with at most
 * half as many. Stories go on meanwhile: one that is told of again after the flood raises its alert
 * then. Confined to the thread of its store.
 */
final class Floods {
  private static final Duration HOUR = Duration.ofHours(1);

  /** How often is looked for floods that have ebbed, all entries being gone through. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final int most;
  private final FloodStore store;
  private Instant looked = Instant.EPOCH;

  Floods(StoryLimits limits, FloodStore store) {
    this.most = limits.alertsPerHour();
    this.store = store;
  }

  /**
   * Whether an alert may be raised.
   *
   * @param told takes what the owner of the entry hears of it
   */
  boolean admits(Story story, Report report, Subscriber subscriber, Instant at, List<Alert> told) {
    if (most == Integer.MAX_VALUE) {
      return true;
    }
    FloodState state = store.flood(story.thing(), subscriber);
    if (state == null) {
      state =
          new FloodState(story.thing(), story.kind(), subscriber, at, 0, null, 0, 0, at, report);
    }
    state = turned(state, at, told).oneMore(report);
    if (state.since() == null && state.wanted() > most) {
      state = state.begun(at);
    }
    boolean admitted = state.since() == null;
    if (!admitted) {
      state = state.withHeld();
      boolean due = state.revision() == 0 || !at.isBefore(state.told().plus(HOUR));
      state = due ? tell(state, at, told) : state;
    }
    store.save(state);
    return admitted;
  }

  /** Ends the floods that have ebbed by {@code now}, and forgets who raised nothing for long. */
  List<Alert> ebb(Instant now) {
    List<Alert> told = new ArrayList<>();
    if (now.isBefore(looked.plus(PAUSE))) {
      return told;
    }
    looked = now;
    for (FloodState state : store.floods()) {
      if (isQuiet(state, now)) {
        end(state, now, told);
        store.drop(state);
      }
    }
    return told;
  }

  /** The state in the hour of {@code at}. */
  private FloodState turned(FloodState state, Instant at, List<Alert> told) {
    if (at.isBefore(state.hour().plus(HOUR))) {
      return state;
    }
    if (state.wanted() <= most / 2 || isQuiet(state, at)) {
      end(state, at, told);
      return state.over().inHour(at);
    }
    return state.inHour(at);
  }

  /** Whether nothing was raised in the hour after the one that is counted. */
  private static boolean isQuiet(FloodState state, Instant now) {
    return !now.isBefore(quiet(state));
  }

  private static Instant quiet(FloodState state) {
    return state.hour().plus(HOUR.multipliedBy(2));
  }

  /** Says that the flood is over, if there is one: at the same time whenever it is noticed. */
  private void end(FloodState state, Instant now, List<Alert> told) {
    if (state.since() != null) {
      Instant at = isQuiet(state, now) ? quiet(state) : now;
      told.add(alert(state.toldAt(at), at, Change.RESOLVED));
    }
  }

  private FloodState tell(FloodState state, Instant at, List<Alert> told) {
    FloodState now = state.toldAt(at);
    told.add(alert(now, at, now.revision() == 1 ? Change.NEW : Change.MORE_REPORTS));
    return now;
  }

  private Alert alert(FloodState flood, Instant at, Change change) {
    Subscriber owner = flood.subscriber();
    Instant since = flood.since() == null ? at : flood.since();
    String id = Ids.flood(owner, since);
    Report last = flood.last();
    Alert.Story story =
        new Alert.Story("s-" + id, since, at, flood.held(), 1, 1, List.of(last.summary()));
    String held = String.format(Locale.ROOT, "%,d alerts held back since %s", flood.held(), since);
    return new Alert(
        "a-" + id,
        flood.revision(),
        change == Change.RESOLVED ? Alert.State.RESOLVED : Alert.State.OPEN,
        change,
        owner.watchlist(),
        owner.entry(),
        flood.kind(),
        owner.name(),
        null,
        List.of(),
        Severity.LOW,
        "Entry '" + owner.entry() + "' of watchlist '" + owner.watchlist() + "' floods",
        "It raises more than "
            + most
            + " alerts an hour; those beyond are held back until it calms down. Narrow it:"
            + " watchlist backtest shows what it takes.",
        story,
        last.quotes(),
        List.of("more than " + most + " alerts within an hour", held),
        new Alert.Times(last.published(), last.fetched(), since, at),
        List.of(last.item()),
        null);
  }
}
