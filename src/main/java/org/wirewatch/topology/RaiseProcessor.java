package org.wirewatch.topology;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Alert;
import org.wirewatch.story.AlertLifecycle;
import org.wirewatch.story.AlertState;
import org.wirewatch.story.Development;
import org.wirewatch.story.StoryLimits;

/** Makes revisions of alerts of what became of stories; tells of waiting reports in time. */
final class RaiseProcessor implements Processor<String, Happened, String, Alert> {
  private final StoryLimits limits;
  private final MeterRegistry meters;
  private final Agenda<AlertState> waiting = new Agenda<>();
  private @Nullable ProcessorContext<String, Alert> context;
  private @Nullable AlertLifecycle lifecycle;

  RaiseProcessor(StoryLimits limits, MeterRegistry meters) {
    this.limits = limits;
    this.meters = meters;
  }

  @Override
  public void init(ProcessorContext<String, Alert> context) {
    this.context = context;
    this.lifecycle =
        new AlertLifecycle(
            limits, new StoredAlerts(context, waiting), new StoredFloods(context, meters));
  }

  @Override
  public void process(Record<String, Happened> record) {
    AlertLifecycle life = requireNonNull(lifecycle);
    Happened happened = record.value();
    if (happened.what() instanceof Development.TimePassed passed) {
      for (AlertState state = waiting.poll(passed.at());
          state != null;
          state = waiting.poll(passed.at())) {
        life.tellWaiting(state, happened.stories()).ifPresent(this::forward);
      }
    }
    life.on(happened.what(), happened.stories()).forEach(this::forward);
  }

  private void forward(Alert alert) {
    long time = alert.times().revised().toEpochMilli();
    requireNonNull(context).forward(new Record<>(alert.id(), alert, time));
  }
}
