package org.wirewatch.poll;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.wirewatch.poll.FeedProgress.Polled;
import org.wirewatch.poll.Health.Outcome;

/** Counts polls by how they ended, pushes, and items. Thread-safe; only ever grows. */
final class PollCounts {
  private final Map<Outcome, LongAdder> polls = new EnumMap<>(Outcome.class);
  private final LongAdder pushes = new LongAdder();
  private final LongAdder items = new LongAdder();

  PollCounts() {
    for (Outcome outcome : Outcome.values()) {
      polls.put(outcome, new LongAdder());
    }
  }

  void count(Visit visit, Polled polled) {
    items.add(polled.items().size());
    switch (visit) {
      case Visit.Poll() ->
          polls.getOrDefault(polled.state().health().outcome(), new LongAdder()).increment();
      case Visit.Delivered _ -> pushes.increment();
      case Visit.AskHub _, Visit.Granted _, Visit.Denied _ -> {}
    }
  }

  /** Documents that hubs pushed. */
  long pushes() {
    return pushes.sum();
  }

  long items() {
    return items.sum();
  }

  Map<Outcome, Long> polls() {
    Map<Outcome, Long> counted = new EnumMap<>(Outcome.class);
    polls.forEach((outcome, count) -> counted.put(outcome, count.sum()));
    return counted;
  }
}
