package org.wirewatch.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.wirewatch.poll.FeedProgress.Polled;
import org.wirewatch.poll.FetchResult.Body;
import org.wirewatch.poll.FetchResult.Failed;
import org.wirewatch.poll.FetchResult.Reason;

/**
 * Does what is to be done for one feed: fetches, reads, decides. Thread-safe; blocks its caller.
 *
 * <p>Documents above {@value #LARGE_BYTES} bytes are fetched and read {@value #LARGE_AT_A_TIME} at
 * a time: however many publishers send endless bodies at once, they fill no more of the heap than
 * that.
 */
final class FeedPoll {
  private static final long LARGE_BYTES = 1 << 19;
  private static final int LARGE_AT_A_TIME = 2;

  /** Of a sitemap index, the parts that changed last; news is not in the others. */
  private static final int MAX_PARTS = 5;

  private final Fetcher fetcher;
  private final FeedProgress progress;
  private final FullText fullText;
  private final Hubs hubs;
  private final InstantSource clock;
  private final PollMeters meters;
  private final Semaphore largeLane = new Semaphore(LARGE_AT_A_TIME, true);
  private final Set<String> large = ConcurrentHashMap.newKeySet();

  FeedPoll(
      Fetcher fetcher,
      FeedProgress progress,
      FullText fullText,
      Hubs hubs,
      InstantSource clock,
      PollMeters meters) {
    this.meters = meters;
    this.fetcher = fetcher;
    this.progress = progress;
    this.fullText = fullText;
    this.hubs = hubs;
    this.clock = clock;
  }

  /** Does what the task asks for. */
  Polled visit(Agenda.Task task) throws InterruptedException {
    FeedState state = task.state();
    return switch (task.visit()) {
      case Visit.Poll() -> {
        Polled polled = read(task);
        yield complete(task, polled.withState(hubs.wish(polled.state(), clock.instant())));
      }
      case Visit.Delivered delivered -> complete(task, delivered(task, delivered));
      case Visit.AskHub() -> Polled.nothing(hubs.ask(state, clock.instant()));
      case Visit.Granted granted -> Polled.nothing(Hubs.granted(state, granted, clock.instant()));
      case Visit.Denied denied -> Polled.nothing(Hubs.denied(state, denied, clock.instant()));
    };
  }

  private Polled complete(Agenda.Task task, Polled polled) throws InterruptedException {
    return task.feed().fullText() ? polled.withItems(fullText.complete(polled.items())) : polled;
  }

  /** What cannot be read of a push is asked of the publisher. */
  private Polled delivered(Agenda.Task task, Visit.Delivered delivered) {
    Instant now = clock.instant();
    try {
      return progress.delivered(task.feed(), task.state(), delivered, now);
    } catch (RuntimeException e) {
      return Polled.nothing(task.state().due(now));
    }
  }

  private Polled read(Agenda.Task task) throws InterruptedException {
    String feed = task.feed().url();
    if (!large.contains(feed)) {
      FetchResult result = fetch(task.state(), LARGE_BYTES);
      if (!(result instanceof Failed failed && failed.reason() == Reason.TOO_LARGE)) {
        return conclude(task, result);
      }
      large.add(feed);
    }
    largeLane.acquire();
    try {
      FetchResult result = fetch(task.state(), Long.MAX_VALUE);
      if (result instanceof Body body && body.bytes().length < LARGE_BYTES) {
        large.remove(feed);
      }
      return conclude(task, result);
    } finally {
      largeLane.release();
    }
  }

  private FetchResult fetch(FeedState state, long maxBytes) throws InterruptedException {
    long start = System.nanoTime();
    FetchResult result = fetcher.fetch(state.address(), FeedProgress.validators(state), maxBytes);
    meters.fetched(Duration.ofNanos(System.nanoTime() - start));
    return result;
  }

  private List<FetchResult> fetch(List<String> parts) throws InterruptedException {
    List<FetchResult> fetched = new ArrayList<>();
    for (String part : parts.subList(0, Math.min(parts.size(), MAX_PARTS))) {
      fetched.add(fetcher.fetch(part));
    }
    return fetched;
  }

  /** A fault of ours in one document must not end the polling of all others. */
  private Polled conclude(Agenda.Task task, FetchResult result) throws InterruptedException {
    Instant now = clock.instant();
    double jitter = ThreadLocalRandom.current().nextDouble();
    try {
      List<String> parts =
          result instanceof Body body ? progress.parts(body, task.feed(), now) : List.of();
      return result instanceof Body index && !parts.isEmpty()
          ? progress.afterParts(task.feed(), task.state(), index, fetch(parts), now, jitter)
          : progress.after(task.feed(), task.state(), result, now, jitter);
    } catch (RuntimeException e) {
      Failed failed =
          Failed.of(Reason.UNEXPECTED, "reading it failed unexpectedly: " + e + "; please report");
      return progress.after(task.feed(), task.state(), failed, now, jitter);
    }
  }
}
