package org.wirewatch.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Change;
import org.wirewatch.model.Status;

/**
 * What a person hears of a story: the revisions of one alert for each subscriber.
 *
 * <p>A revision is made, the first that applies: when the status changes; when the severity goes
 * up; when one more independent original tells it (from the sixth on only with every doubling);
 * when further reports came and it is time to tell of them, see {@link AlertState#waiting}; when
 * the story is over or became another's. A changed wording alone makes none, and a stale report
 * raises no alert, though it counts in one that stands. Confined to the thread of its stores.
 */
public final class AlertLifecycle {
  private static final int EACH = 5;

  private final StoryLimits limits;
  private final AlertStore alerts;
  private final Floods floods;

  public AlertLifecycle(StoryLimits limits, AlertStore alerts, FloodStore floods) {
    this.limits = limits;
    this.alerts = alerts;
    this.floods = new Floods(limits, floods);
  }

  /** The revisions that follow from a development; states are saved. */
  public List<Alert> on(Development development, OpenStories stories) {
    return switch (development) {
      case Development.TimePassed passed -> floods.ebb(passed.at());
      case Development.Opened opened ->
          told(opened.story(), opened.report(), true, opened.at(), stories);
      case Development.Joined joined ->
          told(
              joined.story(),
              joined.report(),
              joined.because() != Development.Because.SAME_ITEM,
              joined.at(),
              stories);
      case Development.Merged merged -> merged(merged, stories);
      case Development.Closed closed -> closed(closed);
    };
  }

  /** Tells of the reports that waited, if they are still to be told. */
  public Optional<Alert> tellWaiting(AlertState waiting, OpenStories stories) {
    AlertState state = alerts.state(waiting.thing(), waiting.story(), waiting.subscriber());
    Story story = stories.story(waiting.thing(), waiting.story());
    if (state == null || story == null || state.due() == null) {
      return Optional.empty();
    }
    Draft draft = draft(story, state.subscriber(), stories);
    return Optional.of(revise(state, draft, Change.MORE_REPORTS, state.due()));
  }

  private List<Alert> told(
      Story story, Report report, boolean another, Instant at, OpenStories stories) {
    List<Alert> revisions = new ArrayList<>();
    for (Subscriber subscriber : report.subscribers()) {
      AlertState state = alerts.state(story.thing(), story.id(), subscriber);
      if (state != null) {
        further(state, story, another, at, stories).ifPresent(revisions::add);
      } else if (wakes(story, report, subscriber)
          && floods.admits(story, report, subscriber, at, revisions)) {
        revisions.add(raise(draft(story, subscriber, stories), at));
      }
    }
    return revisions;
  }

  private static boolean wakes(Story story, Report report, Subscriber subscriber) {
    return report.fresh() && (story.status() != Status.PAST || subscriber.anyStatus());
  }

  private Optional<Alert> further(
      AlertState state, Story story, boolean another, Instant at, OpenStories stories) {
    boolean turned = state.status() != story.status();
    boolean joined = story.origins().size() > state.originals();
    if (turned || joined) {
      Draft draft = draft(story, state.subscriber(), stories);
      Change change = change(state, draft);
      if (change != null) {
        return Optional.of(revise(state, draft, change, at));
      }
    }
    if (another) {
      alerts.save(state.waiting(limits.moreReports(), at));
    }
    return Optional.empty();
  }

  private static @Nullable Change change(AlertState state, Draft draft) {
    if (draft.story().status() != state.status()) {
      return Change.STATUS_CHANGED;
    }
    if (draft.grade().severity().compareTo(state.severity()) < 0) {
      return Change.ESCALATED;
    }
    boolean corroborated =
        draft.originals() > state.originals()
            && (draft.originals() <= EACH || draft.originals() >= 2 * state.originals());
    return corroborated ? Change.CORROBORATED : null;
  }

  private List<Alert> merged(Development.Merged merged, OpenStories stories) {
    List<Alert> revisions = new ArrayList<>();
    for (AlertState state : alerts.states(merged.story().thing(), merged.story().id())) {
      Story into = merged.into();
      AlertState goesOn = alerts.state(into.thing(), into.id(), state.subscriber());
      if (goesOn != null) {
        further(goesOn, into, true, merged.at(), stories).ifPresent(revisions::add);
      } else {
        revisions.add(raise(draft(into, state.subscriber(), stories), merged.at()));
      }
      Draft last = Draft.of(merged.story(), merged.reports(), state.subscriber());
      String successor = Ids.alert(into.id(), state.subscriber());
      revisions.add(last.revised(state, Change.RESOLVED, merged.at(), successor));
      alerts.drop(state);
    }
    return revisions;
  }

  private List<Alert> closed(Development.Closed closed) {
    List<Alert> revisions = new ArrayList<>();
    for (AlertState state : alerts.states(closed.story().thing(), closed.story().id())) {
      if (state.state() == Alert.State.OPEN || state.due() != null) {
        Draft last = Draft.of(closed.story(), closed.reports(), state.subscriber());
        revisions.add(last.revised(state, Change.RESOLVED, closed.at(), null));
      }
      alerts.drop(state);
    }
    return revisions;
  }

  private static Draft draft(Story story, Subscriber subscriber, OpenStories stories) {
    return Draft.of(story, stories.reports(story), subscriber);
  }

  private Alert raise(Draft draft, Instant at) {
    return keep(draft, draft.raised(at));
  }

  private Alert revise(AlertState state, Draft draft, Change change, Instant at) {
    return keep(draft, draft.revised(state, change, at, null));
  }

  private Alert keep(Draft draft, Alert alert) {
    alerts.save(draft.stateAfter(alert));
    return alert;
  }
}
