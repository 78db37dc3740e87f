package org.wirewatch.topology;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Alert;
import org.wirewatch.route.Assigned;
import org.wirewatch.route.Assignment;
import org.wirewatch.route.Decision;
import org.wirewatch.route.Trail;

/** Sends each revision of an alert to those whom the routing tree names, keyed by receiver. */
final class AssignProcessor implements Processor<String, Alert, String, Errand> {
  private final RouteSettings settings;
  private final Map<Decision.Outcome, Counter> outcomes = new EnumMap<>(Decision.Outcome.class);
  private @Nullable ProcessorContext<String, Errand> context;
  private @Nullable Haste haste;
  private @Nullable KeyValueStore<String, Trail> trails;

  AssignProcessor(RouteSettings settings) {
    this.settings = settings;
    for (Decision.Outcome outcome : Decision.Outcome.values()) {
      outcomes.put(
          outcome,
          Counter.builder("wirewatch.route.alerts")
              .description("Revisions of alerts, by how the routing tree took them")
              .tag("outcome", outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .register(settings.meters()));
    }
  }

  @Override
  public void init(ProcessorContext<String, Errand> context) {
    this.context = context;
    this.haste = new Haste(context);
    this.trails = context.getStateStore(Stores.TRAILS);
  }

  @Override
  public void process(Record<String, Alert> record) {
    Alert alert = record.value();
    KeyValueStore<String, Trail> store = requireNonNull(trails);
    Trail before = store.get(alert.id());
    Assigned assigned = settings.router().get().assign(alert, before == null ? Trail.NONE : before);
    if (alert.state() == Alert.State.RESOLVED) {
      store.delete(alert.id());
    } else if (!assigned.trail().equals(before)) {
      store.put(alert.id(), assigned.trail());
    }
    requireNonNull(outcomes.get(assigned.decision().outcome())).increment();
    if (assigned.isForAll()) {
      forward(record, alert.id(), Errand.stands(assigned.alert()));
    }
    for (Assignment to : assigned.assignments()) {
      forward(record, to.receiver(), Errand.tell(assigned.alert(), to));
    }
    if (!assigned.assignments().isEmpty()) {
      requireNonNull(haste).commit();
    }
  }

  private void forward(Record<String, Alert> record, String key, Errand errand) {
    requireNonNull(context).forward(new Record<>(key, errand, record.timestamp()));
  }
}
