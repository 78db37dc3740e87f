package org.wirewatch.topology;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.wirewatch.route.Router;

/**
 * How alerts are routed.
 *
 * @param router asked again all the time, so that it may change while the topology runs; must be
 *     thread-safe
 * @param pace what makes timers run
 * @param meters where is counted what was routed how
 */
public record RouteSettings(Supplier<Router> router, Pace pace, MeterRegistry meters) {

  /** What makes timers run. */
  public enum Pace {
    /** The wall clock: what is overdue, as after a restart, happens once, as of now. */
    LIVE,
    /** The alerts' own time: every timer runs as of the moment that it was set for. */
    REPLAYED
  }
}
