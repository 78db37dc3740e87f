package org.wirewatch.poll;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.model.TopicNames;
import org.wirewatch.poll.DueFeeds.Task;
import org.wirewatch.poll.FeedProgress.Polled;

/**
 * Polls the feeds of one partition, from the moment this instance owns it until it is closed. One
 * thread of its own starts what is due and commits what is done; each poll has a thread too.
 *
 * <p>When the brokers fail it, it begins anew from the last commit: polls that were under way are
 * thrown away and done again. Thread-safe.
 */
final class PartitionWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PartitionWorker.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long IDLE_MILLIS = 50;
  private static final long GATHER_MILLIS = 10;
  private static final int MAX_BATCH = 500;

  private final Complaints complaints;
  private final Map<String, Object> kafkaClient;
  private final TopicNames names;
  private final int partition;
  private final FeedPoll feedPoll;
  private final PollMeters meters;
  private final InstantSource clock;
  private final DueFeeds due = new DueFeeds();
  private final BlockingQueue<String> dropped = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean closed;
  private volatile @Nullable String problem = "not ready yet";

  PartitionWorker(
      Map<String, Object> kafkaClient,
      TopicNames names,
      int partition,
      FeedPoll feedPoll,
      PollMeters meters,
      Complaints complaints,
      InstantSource clock) {
    this.kafkaClient = kafkaClient;
    this.names = names;
    this.partition = partition;
    this.feedPoll = feedPoll;
    this.meters = meters;
    this.complaints = complaints;
    this.clock = clock;
    this.thread = Thread.ofVirtual().name("poll-" + partition).start(this::run);
  }

  void subscribe(FeedDefinition feed) {
    due.subscribe(feed, clock.instant());
  }

  void unsubscribe(String url) {
    if (due.unsubscribe(url)) {
      dropped.add(url);
    }
  }

  /** The list of feeds was read to its end. */
  void listRead() {
    due.listRead();
  }

  /** See {@link DueFeeds#visit}. */
  boolean visit(String url, Visit visit) {
    return due.visit(url, visit);
  }

  List<FeedState> states() {
    return due.states();
  }

  /** What keeps it from working; null while nothing does. */
  @Nullable String problem() {
    return problem;
  }

  private void run() {
    while (!closed) {
      try (StateLog log = StateLog.open(kafkaClient, names, partition)) {
        due.load(log.read(), clock.instant());
        problem = null;
        work(log);
      } catch (KafkaException e) {
        problem = "polling of partition " + partition + " is interrupted: " + e.getMessage();
        LOG.atWarn().addKeyValue("partition", partition).log("{}; trying again", problem);
        pause();
      }
    }
  }

  private void work(StateLog log) {
    BlockingQueue<Done> done = new LinkedBlockingQueue<>();
    ExecutorService polls = Executors.newVirtualThreadPerTaskExecutor();
    try {
      while (!closed) {
        due.takeDue(clock.instant()).forEach(task -> polls.execute(() -> poll(task, done)));
        commit(log, gather(done));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    } finally {
      // Not waited for: a name's resolution cannot be interrupted, and nobody reads `done` now.
      polls.shutdownNow();
    }
  }

  private void poll(Task task, BlockingQueue<Done> done) {
    try {
      Polled polled = feedPoll.visit(task);
      long now = clock.millis();
      done.add(
          new Done(task, polled, polled.items().stream().map(i -> PackedItem.of(i, now)).toList()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is done, waiting a little for it and then a little less for more. */
  private static List<Done> gather(BlockingQueue<Done> done) throws InterruptedException {
    List<Done> batch = new ArrayList<>();
    Done first = done.poll(IDLE_MILLIS, MILLISECONDS);
    if (first != null) {
      batch.add(first);
      MILLISECONDS.sleep(GATHER_MILLIS);
      done.drainTo(batch, MAX_BATCH);
    }
    return batch;
  }

  private void commit(StateLog log, List<Done> batch) {
    List<StateLog.Entry> entries = new ArrayList<>();
    List<Done> current = batch.stream().filter(done -> due.isCurrent(done.task())).toList();
    for (Done done : current) {
      if (done.isWritten()) {
        FeedState state = done.polled().state();
        entries.add(new StateLog.Entry(state.feed(), state, done.items()));
      }
    }
    for (String orphan : due.takeOrphans()) {
      LOG.atInfo()
          .addKeyValue("feed", orphan)
          .log("nobody subscribes to the feed any more; forgotten");
      entries.add(new StateLog.Entry(orphan, null, List.of()));
    }
    for (String url = dropped.poll(); url != null; url = dropped.poll()) {
      entries.add(new StateLog.Entry(url, null, List.of()));
    }
    if (!entries.isEmpty()) {
      log.commit(entries);
    }
    current.forEach(this::finish);
    batch.forEach(done -> done.answer(current.contains(done)));
    complaints.tell(clock.instant());
  }

  private void finish(Done done) {
    due.done(done.task(), done.polled().state(), done.isWritten(), clock.instant());
    meters.count(done.task().visit(), done.polled());
    report(done.task().state(), done.polled().state());
  }

  private void report(FeedState before, FeedState after) {
    Health health = after.health();
    String problem = health.problem();
    if (health.outcome() != before.health().outcome() && problem != null) {
      complaints.add(after.feed(), problem, clock.instant());
    } else if (problem == null && before.health().problem() != null) {
      LOG.atInfo().addKeyValue("feed", after.feed()).log("the feed is well again");
    }
    HubSubscription hub = after.hub();
    if (hub != null && hub.problem() != null && !hub.problem().equals(problemOf(before.hub()))) {
      LOG.atInfo()
          .addKeyValue("feed", after.feed())
          .log("{}; the feed is polled instead, and the hub asked again later", hub.problem());
    }
    if (after.movedTo() != null && !after.movedTo().equals(before.movedTo())) {
      LOG.atWarn()
          .addKeyValue("feed", after.feed())
          .addKeyValue("to", after.movedTo())
          .log("the feed has moved for good and is polled there; change its url");
    }
  }

  private static @Nullable String problemOf(@Nullable HubSubscription hub) {
    return hub == null ? null : hub.problem();
  }

  private void pause() {
    try {
      Thread.sleep(Duration.ofMillis(500));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  /** Stops polling; what was not committed is left to the next owner. */
  @Override
  public void close() {
    closed = true;
    try {
      if (!thread.join(PATIENCE)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Done(Task task, Polled polled, List<PackedItem> items) {
    /** Tells who waits for it whether it was committed. */
    void answer(boolean committed) {
      if (task.visit() instanceof Visit.Delivered delivered) {
        delivered.committed().complete(committed);
      }
    }

    boolean isWritten() {
      return !items.isEmpty() || polled.state().isWorthWriting(task.written());
    }
  }
}
