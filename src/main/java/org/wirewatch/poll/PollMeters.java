package org.wirewatch.poll;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.wirewatch.poll.Health.Outcome;
import org.wirewatch.poll.PollCheck.Answer;

/**
 * Counts what polling does. Only what was committed is counted, so that the counts agree with each
 * other and with the topic. Thread-safe.
 *
 * <table>
 *   <caption>The meters</caption>
 *   <tr><th>name</th><th>counts</th><th>agrees with</th></tr>
 *   <tr><td>{@code wirewatch.poll.polls}, {@code answer}</td><td>polls by what came</td><td></td></tr>
 *   <tr><td>{@code wirewatch.poll.pushes}, {@code answer}</td><td>documents that hubs pushed</td>
 *       <td></td></tr>
 *   <tr><td>{@code wirewatch.poll.failures}, {@code kind}</td><td>polls and pushes with nothing to
 *       read, by why</td><td>those failed or unreadable</td></tr>
 *   <tr><td>{@code wirewatch.poll.entries}, {@code outcome}</td><td>every entry of every document
 *       that was read, once</td><td></td></tr>
 *   <tr><td>{@code wirewatch.poll.items}</td><td>items in the topic</td><td>entries that are new or
 *       updated</td></tr>
 *   <tr><td>{@code wirewatch.poll.fetch}</td><td>time from the request to the whole body</td><td></td>
 *       </tr>
 *   <tr><td>{@code wirewatch.poll.feeds}, {@code state}</td><td>feeds of this instance by health;
 *       {@code quiet} are stale against their own habit</td><td></td></tr>
 *   <tr><td>{@code wirewatch.poll.overdue}</td><td>feeds due for a minute and not polled</td><td></td>
 *       </tr>
 * </table>
 */
final class PollMeters {
  private static final String PREFIX = "wirewatch.poll.";
  private static final Duration LATE = Duration.ofMinutes(1);

  private final MeterRegistry registry;
  private final Map<Answer, Counter> polls = new EnumMap<>(Answer.class);
  private final Counter items;
  private final Timer fetch;

  PollMeters(MeterRegistry registry) {
    this.registry = registry;
    for (Answer answer : Answer.values()) {
      polls.put(answer, counter("polls", "answer", Tally.label(answer)));
    }
    items = registry.counter(PREFIX + "items");
    fetch = Timer.builder(PREFIX + "fetch").publishPercentileHistogram().register(registry);
  }

  /** Measures the feeds, too. */
  void watch(Supplier<? extends Collection<FeedState>> states, InstantSource clock) {
    for (Outcome outcome : Outcome.values()) {
      Gauge.builder(
              PREFIX + "feeds",
              () -> states.get().stream().filter(s -> s.health().outcome() == outcome).count())
          .tag("state", Tally.label(outcome))
          .strongReference(true)
          .register(registry);
    }
    Gauge.builder(
            PREFIX + "overdue",
            () -> {
              Instant late = clock.instant().minus(LATE);
              return states.get().stream().filter(s -> s.nextPoll().isBefore(late)).count();
            })
        .strongReference(true)
        .register(registry);
  }

  void fetched(Duration took) {
    fetch.record(took);
  }

  /** Counts a visit that was committed. */
  void count(Visit visit, FeedProgress.Polled polled) {
    Tally tally = polled.tally();
    Answer answer = tally.answer();
    if (answer != null) {
      String counts = visit instanceof Visit.Delivered ? "pushes" : "polls";
      counter(counts, "answer", Tally.label(answer)).increment();
    }
    if (tally.failure() != null) {
      counter("failures", "kind", tally.failure()).increment();
    }
    entries("new", tally.added());
    entries("updated", tally.edited());
    entries("known", tally.known());
    entries("backlog", tally.backlog());
    entries("unusable", tally.unusable());
    items.increment(polled.items().size());
  }

  /** Items in the topic since the start. */
  long items() {
    return (long) items.count();
  }

  /** Polls since the start, by what came. */
  Map<Answer, Long> polls() {
    Map<Answer, Long> counted = new EnumMap<>(Answer.class);
    polls.forEach((answer, counter) -> counted.put(answer, (long) counter.count()));
    return counted;
  }

  private void entries(String outcome, int entries) {
    if (entries > 0) {
      counter("entries", "outcome", outcome).increment(entries);
    }
  }

  private Counter counter(String name, String tag, String value) {
    return registry.counter(PREFIX + name, tag, value);
  }
}
