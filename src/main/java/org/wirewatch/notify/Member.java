package org.wirewatch.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirewatch.json.JsonSerde;
import org.wirewatch.model.Notification;

/**
 * One thread that works through a receiver's inbox and makes a few attempts at a time. A letter
 * that waits for its next attempt stays claimed; where others stand behind it that could go, it is
 * put back to the end of the queue instead. A later letter of its conversation waits for it.
 */
final class Member implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Member.class);

  /**
   * How long to wait for letters at once, and so how late one is told at most where a poll sleeps
   * to its end though letters have come. Mails of the telling bench have waited just as long.
   */
  private static final Duration IDLE = Duration.ofMillis(200);

  private static final Duration LOOK_BEHIND = Duration.ofSeconds(1);
  private static final Duration SHORTEST = Duration.ofMillis(5);
  private static final Duration RECOVERY = Duration.ofSeconds(1);

  /** How long a letter that was put back is waited for before the ones after it go. */
  private static final Duration COMES_BACK = Duration.ofSeconds(30);

  private static final JsonSerde<Notification> SERDE = JsonSerde.of(Notification.class);
  private static final Executor THREADS =
      task -> Thread.ofVirtual().name("notify attempt").start(task);

  private final Lane lane;
  private final Supplier<Inbox> inboxes;
  private final Executor threads;
  private final Map<Letter.Place, Held> held = new LinkedHashMap<>();
  private volatile boolean isClosing;
  private volatile @Nullable Inbox current;

  /** A letter in work. */
  private static final class Held {
    private final Letter letter;
    private final Notification notification;
    private int attempts;
    private Instant due;
    private @Nullable CompletableFuture<Patience.Next> attempt;

    Held(Letter letter, Notification notification) {
      this.letter = letter;
      this.notification = notification;
      this.attempts = letter.attempts();
      this.due = letter.due();
    }
  }

  Member(Lane lane, Supplier<Inbox> inboxes) {
    this(lane, inboxes, THREADS);
  }

  /**
   * @param threads where attempts are made
   */
  Member(Lane lane, Supplier<Inbox> inboxes, Executor threads) {
    this.lane = lane;
    this.inboxes = inboxes;
    this.threads = threads;
  }

  @Override
  public void run() {
    while (!isClosing) {
      try (Inbox inbox = inboxes.get()) {
        current = inbox;
        work(inbox);
      } catch (InterruptException e) {
        return;
      } catch (KafkaException e) {
        LOG.atWarn()
            .addKeyValue("receiver", lane.receiver().name())
            .addKeyValue("reason", e.getMessage())
            .log("Kafka is in the way of telling; trying again");
        pause();
      } finally {
        current = null;
        List.copyOf(held.values()).forEach(this::forget);
      }
    }
  }

  private void work(Inbox inbox) {
    while (!isClosing) {
      for (Letter letter : inbox.poll(untilNext())) {
        open(inbox, letter);
      }
      List.copyOf(held.values()).forEach(it -> tend(inbox, it));
      if (isStuck() && inbox.isInTheWay()) {
        putBack(inbox);
      }
    }
    List.copyOf(held.values()).stream()
        .filter(it -> it.attempt != null)
        .forEach(it -> conclude(inbox, it, outcome(it)));
  }

  private void open(Inbox inbox, Letter letter) {
    try {
      Notification notification = SERDE.deserializer().deserialize("", letter.value());
      if (notification == null) {
        throw new SerializationException("it is empty");
      }
      held.put(letter.place(), new Held(letter, notification));
      lane.turns().join(notification.thread(), letter.origin());
    } catch (SerializationException e) {
      lane.unreadable(letter, Clean.cut(Clean.line(String.valueOf(e.getMessage())), 500));
      inbox.settle(letter);
    }
  }

  private void tend(Inbox inbox, Held it) {
    if (it.attempt != null) {
      if (it.attempt.isDone()) {
        conclude(inbox, it, outcome(it));
      }
      return;
    }
    switch (inbox.standing(it.letter)) {
      case LOST -> forget(it);
      case RENEWING -> {}
      case READY -> {
        if (isDue(it) && attempts() < lane.width()) {
          int number = it.attempts + 1;
          it.attempt =
              CompletableFuture.supplyAsync(
                  () -> lane.attempt(it.letter, it.notification, number), threads);
          var _ = it.attempt.whenComplete((_, _) -> inbox.nudge());
        }
      }
    }
  }

  private boolean isDue(Held it) {
    Instant now = lane.now();
    return !now.isBefore(it.due) && !now.isBefore(lane.opens()) && isNext(it);
  }

  private boolean isNext(Held it) {
    return lane.turns().isNext(it.notification.thread(), it.letter.origin(), lane.now());
  }

  private long attempts() {
    return held.values().stream().filter(it -> it.attempt != null).count();
  }

  /**
   * Waits for an attempt to end.
   *
   * @throws KafkaException if its outcome could not be written down
   */
  private static Patience.Next outcome(Held it) {
    CompletableFuture<Patience.Next> attempt = it.attempt;
    it.attempt = null;
    try {
      return attempt == null ? new Patience.Next.Wait(it.due) : attempt.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void conclude(Inbox inbox, Held it, Patience.Next next) {
    switch (next) {
      case Patience.Next.Wait wait -> it.due = wait.at();
      case Patience.Next.Again again -> {
        it.due = again.at();
        it.attempts++;
      }
      case Patience.Next.Done _, Patience.Next.Stale _, Patience.Next.Dead _ -> {
        inbox.settle(it.letter);
        forget(it);
      }
    }
  }

  private void forget(Held it) {
    held.remove(it.letter.place());
    lane.turns().leave(it.notification.thread(), it.letter.origin());
  }

  /** Whether every letter in hand waits for itself, or for one before it, rather than for all. */
  private boolean isStuck() {
    Instant go = lane.now().isAfter(lane.opens()) ? lane.now() : lane.opens();
    return !held.isEmpty()
        && held.values().stream()
            .allMatch(it -> it.attempt == null && (it.due.isAfter(go) || !isNext(it)));
  }

  /** In the order in which they came, so that they come back in it. */
  private void putBack(Inbox inbox) {
    List<Held> waiting =
        held.values().stream()
            .filter(it -> inbox.standing(it.letter) == Inbox.Standing.READY)
            .sorted(Comparator.comparing(it -> it.letter.origin()))
            .toList();
    Instant until = lane.now().plus(COMES_BACK);
    for (Held it : waiting) {
      lane.putBack(it.letter, it.attempts, it.due);
      inbox.settle(it.letter);
      held.remove(it.letter.place());
      lane.turns().expect(it.notification.thread(), it.letter.origin(), until);
    }
  }

  /** Until the first letter that waits can go. */
  private Duration untilNext() {
    Instant now = lane.now();
    boolean isFull = attempts() >= lane.width();
    Duration wait = held.isEmpty() ? IDLE : LOOK_BEHIND;
    for (Held it : held.values()) {
      if (it.attempt == null && !isFull && isNext(it)) {
        Instant due = it.due.isAfter(lane.opens()) ? it.due : lane.opens();
        Duration until = Duration.between(now, due);
        wait = until.compareTo(wait) < 0 ? until : wait;
      }
    }
    return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
  }

  private void pause() {
    try {
      Thread.sleep(RECOVERY);
    } catch (InterruptedException e) {
      isClosing = true;
    }
  }

  /** Ends the work after the attempts that are under way; from any thread. */
  void close() {
    isClosing = true;
    Inbox inbox = current;
    if (inbox != null) {
      inbox.wakeup();
    }
  }
}
