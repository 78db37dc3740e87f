package org.wirewatch.poll;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import org.wirewatch.poll.FeedProgress.Polled;
import org.wirewatch.poll.FetchResult.Failed;
import org.wirewatch.poll.FetchResult.Reason;

/** Polls one feed: fetches, reads, decides. Thread-safe; blocks its caller. */
final class FeedPoll {
  private final Fetcher fetcher;
  private final FeedProgress progress;
  private final FullText fullText;
  private final InstantSource clock;

  FeedPoll(Fetcher fetcher, FeedProgress progress, FullText fullText, InstantSource clock) {
    this.fetcher = fetcher;
    this.progress = progress;
    this.fullText = fullText;
    this.clock = clock;
  }

  Polled poll(Agenda.Task task) throws InterruptedException {
    FeedState before = task.state();
    FetchResult result = fetcher.fetch(before.address(), FeedProgress.validators(before));
    Instant now = clock.instant();
    double jitter = ThreadLocalRandom.current().nextDouble();
    Polled polled = read(task, result, now, jitter);
    return task.feed().fullText() ? polled.withItems(fullText.complete(polled.items())) : polled;
  }

  /** A fault of ours in one document must not end the polling of all others. */
  private Polled read(Agenda.Task task, FetchResult result, Instant now, double jitter) {
    try {
      return progress.after(task.feed(), task.state(), result, now, jitter);
    } catch (RuntimeException e) {
      Failed failed =
          Failed.of(Reason.UNEXPECTED, "reading it failed unexpectedly: " + e + "; please report");
      return progress.after(task.feed(), task.state(), failed, now, jitter);
    }
  }
}
