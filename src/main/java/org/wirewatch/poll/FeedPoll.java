package org.wirewatch.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.wirewatch.feed.FeedResult.Parsed;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.poll.FeedProgress.Polled;
import org.wirewatch.poll.FeedProgress.Step;
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
  Polled visit(DueFeeds.Task task) throws InterruptedException {
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

  private Polled complete(DueFeeds.Task task, Polled polled) throws InterruptedException {
    return task.feed().fullText() ? polled.withItems(fullText.complete(polled.items())) : polled;
  }

  /** What cannot be read of a push is asked of the publisher. */
  private Polled delivered(DueFeeds.Task task, Visit.Delivered delivered) {
    Instant now = clock.instant();
    try {
      return progress.delivered(task.feed(), task.state(), delivered, now);
    } catch (RuntimeException e) {
      return Polled.nothing(task.state().due(now));
    }
  }

  /** A fault of ours in one document must not end the polling of all others. */
  private Polled read(DueFeeds.Task task) throws InterruptedException {
    double jitter = ThreadLocalRandom.current().nextDouble();
    try {
      Step step =
          inBounds(
              task.feed().url(),
              max -> fetch(task.state(), max),
              result -> progress.step(task.feed(), task.state(), result, clock.instant(), jitter));
      return switch (step) {
        case Step.Done(Polled polled) -> polled;
        case Step.Index index -> readParts(task, index, jitter);
      };
    } catch (RuntimeException e) {
      Failed failed =
          Failed.of(Reason.UNEXPECTED, "reading it failed unexpectedly: " + e + "; please report");
      return progress.after(task.feed(), task.state(), failed, clock.instant(), jitter);
    }
  }

  /** One after the other, each read before the next is asked for. */
  private Polled readParts(DueFeeds.Task task, Step.Index index, double jitter)
      throws InterruptedException {
    FeedDefinition feed = task.feed();
    List<Parsed> read = new ArrayList<>();
    List<Failed> failed = new ArrayList<>();
    for (String part : index.parts()) {
      inBounds(
              feed.url() + " parts",
              max -> fetcher.fetch(part, Validators.NONE, max),
              result -> {
                if (result instanceof Failed why) {
                  failed.add(why);
                }
                return result instanceof Body body
                    ? progress.parsed(body, feed, clock.instant())
                    : Optional.<Parsed>empty();
              })
          .ifPresent(read::add);
    }
    return progress.afterParts(
        feed,
        task.state(),
        index.index(),
        read,
        failed.stream().findFirst(),
        clock.instant(),
        jitter);
  }

  /** Fetches up to so many bytes. */
  private interface Fetch {
    FetchResult upTo(long bytes) throws InterruptedException;
  }

  /**
   * Fetches and reads in the lane that the document's size asks for.
   *
   * @param documents what the size of the last such document is remembered under
   */
  private <T> T inBounds(String documents, Fetch fetch, Function<FetchResult, T> read)
      throws InterruptedException {
    if (!large.contains(documents)) {
      FetchResult result = fetch.upTo(LARGE_BYTES);
      if (!(result instanceof Failed failed && failed.reason() == Reason.TOO_LARGE)) {
        return read.apply(result);
      }
      large.add(documents);
    }
    largeLane.acquire();
    try {
      FetchResult result = fetch.upTo(Long.MAX_VALUE);
      if (result instanceof Body body && body.bytes().length < LARGE_BYTES) {
        large.remove(documents);
      }
      return read.apply(result);
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
}
