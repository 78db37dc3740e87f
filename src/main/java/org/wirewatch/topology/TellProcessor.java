package org.wirewatch.topology;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Action;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Notification;
import org.wirewatch.route.Groups;
import org.wirewatch.route.Held;
import org.wirewatch.route.HoldState;
import org.wirewatch.route.Holds;
import org.wirewatch.route.Moment;
import org.wirewatch.route.Mutes;
import org.wirewatch.route.RouteState;
import org.wirewatch.route.Router;
import org.wirewatch.route.Said;
import org.wirewatch.route.Step;
import org.wirewatch.topology.RouteSettings.Pace;

/**
 * Tells the receivers of one partition: now, later, merged or not at all, as {@link Groups} and
 * {@link Holds} decide. What people say and which alerts inhibit others comes to every partition.
 */
final class TellProcessor implements Processor<String, Errand, String, Notification> {
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration TIDY = Duration.ofHours(1);

  private final RouteSettings settings;
  private final Outbox outbox;
  private final EventClock events = new EventClock();
  private final Agenda<Runnable> agenda = new Agenda<>();
  private @Nullable ProcessorContext<String, Notification> context;
  private @Nullable Haste haste;
  private @Nullable RouteStates states;
  private @Nullable Words words;
  private @Nullable KeptMap<HoldState> holds;
  private @Nullable Router router;
  private Instant now = Instant.EPOCH;

  TellProcessor(RouteSettings settings) {
    this.settings = settings;
    this.outbox = new Outbox(settings.meters());
  }

  @Override
  public void init(ProcessorContext<String, Notification> context) {
    this.context = context;
    haste = new Haste(context);
    states = new RouteStates(context);
    words = new Words(context);
    holds = new KeptMap<>(context, Stores.HOLDS);
    router = null; // the first to come sees to what another configuration has left
    context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
    context.schedule(TIDY, PunctuationType.WALL_CLOCK_TIME, _ -> requireNonNull(words).tidy(now));
  }

  @Override
  public void process(Record<String, Errand> record) {
    Instant at = Instant.ofEpochMilli(record.timestamp());
    long wall = requireNonNull(context).currentSystemTimeMs();
    reach(settings.pace() == Pace.LIVE ? Instant.ofEpochMilli(wall) : events.hear(at, wall));
    Errand errand = record.value();
    Alert alert = errand.alert();
    if (alert == null) {
      hear(record.key(), errand.action());
    } else if (errand.to() != null) {
      tell(alert, errand);
    } else if (requireNonNull(words).stands(alert)) {
      mutesChanged();
    }
  }

  private void tick(long wall) {
    reach(settings.pace() == Pace.LIVE ? Instant.ofEpochMilli(wall) : events.now(wall));
  }

  /** Time got to {@code then}: everything that is due by then happens, in order. */
  private void reach(Instant then) {
    Instant end = then.isAfter(now) ? then : now;
    Router current = settings.router().get();
    if (current != router) {
      router = current;
      now = settings.pace() == Pace.LIVE ? end : now;
      reloaded();
    }
    for (Instant due = agenda.first(); due != null && !due.isAfter(end); due = agenda.first()) {
      now = settings.pace() == Pace.LIVE ? end : due.isAfter(now) ? due : now;
      requireNonNull(agenda.poll(end)).run();
    }
    now = end;
  }

  private void tell(Alert alert, Errand errand) {
    String route = requireNonNull(errand.to()).route();
    RouteState state = requireNonNull(states).get(route);
    Said said = requireNonNull(words).said(alert.id());
    keep(route, groups().onAlert(state, requireNonNull(errand.to()), alert, said, moment()));
  }

  /** A person said something, or took back what stood under {@code id}. */
  private void hear(String id, @Nullable Action action) {
    Words heard = requireNonNull(words);
    switch (action) {
      case null -> {
        if (heard.unsay(id)) {
          mutesChanged();
        }
      }
      case Action.Silence silence -> {
        if (heard.silence(silence)) {
          mutesChanged();
        }
      }
      case Action.OfAlert word -> {
        if (heard.say(word)) {
          said(word.alert(), heard.said(word.alert()));
        }
      }
    }
  }

  private void said(String alert, Said said) {
    for (RouteState state : requireNonNull(states).all()) {
      if (state.members().stream().anyMatch(m -> m.alert().id().equals(alert))) {
        keep(state.route(), groups().onSaid(state, alert, said, moment()));
      }
    }
    if (said.dismissed() != null) {
      for (HoldState hold : requireNonNull(holds).values()) {
        keep(hold.receiver(), Holds.without(hold, alert));
      }
    }
  }

  private void mutesChanged() {
    for (RouteState state : requireNonNull(states).all()) {
      keep(state.route(), groups().onMutesChanged(state, moment()));
    }
  }

  /** Another configuration: what its routes do not know goes where it belongs now. */
  private void reloaded() {
    RouteStates all = requireNonNull(states);
    for (RouteState state : all.all()) {
      Groups.Moved moved = groups().moved(state);
      moved
          .moved()
          .forEach((route, members) ->
              all.put(route, Groups.adopt(all.get(route), route, state.receiver(), members)));
      all.put(state.route(), moved.left());
    }
    for (RouteState state : all.all()) {
      keep(state.route(), groups().onTime(state, moment()));
    }
    for (HoldState hold : requireNonNull(holds).values()) {
      keep(hold.receiver(), holds().release(hold, moment()));
    }
  }

  private void keep(String route, Step step) {
    outbox.muted(requireNonNull(states).get(route), step.state());
    requireNonNull(states).put(route, step.state());
    Optional<Instant> wake = step.state() == null ? Optional.empty() : step.state().wakeAt();
    // Never now again: a rule that gets nowhere must not keep the thread.
    Instant soonest = now.plusMillis(1);
    Instant when = wake.map(w -> w.isAfter(now) ? w : soonest).orElse(null);
    agenda.set("route " + route, () -> wake(route), when);
    step.send().forEach(this::offer);
  }

  private void wake(String route) {
    RouteState state = requireNonNull(states).get(route);
    if (state != null) {
      keep(route, groups().onTime(state, moment()));
    }
  }

  /** Puts a message through the quiet hours of its receiver, as far as they are known here. */
  private void offer(Notification notification) {
    String receiver = notification.receiver();
    keep(receiver, holds().offer(requireNonNull(holds).get(receiver), notification, moment()));
  }

  private void keep(String receiver, Held held) {
    HoldState state = held.state();
    requireNonNull(holds).put(receiver, state);
    agenda.set("hold " + receiver, () -> release(receiver), state == null ? null : state.until());
    for (Notification notification : held.send()) {
      outbox.sent(notification);
      requireNonNull(context)
          .forward(new Record<>(notification.receiver(), notification, now.toEpochMilli()));
      requireNonNull(haste).commit();
    }
  }

  private void release(String receiver) {
    HoldState state = requireNonNull(holds).get(receiver);
    if (state != null) {
      keep(receiver, holds().release(state, moment()));
    }
  }

  private Moment moment() {
    Words heard = requireNonNull(words);
    return new Moment(
        now, new Mutes(heard.silences(), requireNonNull(router).inhibitions(), heard.standing()));
  }

  private Groups groups() {
    return new Groups(requireNonNull(router));
  }

  private Holds holds() {
    return new Holds(requireNonNull(router));
  }
}
