package org.wirewatch.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
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
 * One thread that works through a receiver's inbox. Letters that wait for their next attempt stay
 * claimed, and block neither the letters behind them nor other members.
 */
final class Member implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Member.class);
  private static final Duration IDLE = Duration.ofSeconds(5);
  private static final Duration BEHIND_ANOTHER = Duration.ofSeconds(1);
  private static final Duration SHORTEST = Duration.ofMillis(20);
  private static final Duration RECOVERY = Duration.ofSeconds(1);
  private static final JsonSerde<Notification> SERDE = JsonSerde.of(Notification.class);

  private final Lane lane;
  private final Supplier<Inbox> inboxes;
  private final Map<Letter.Place, Held> held = new LinkedHashMap<>();
  private volatile boolean isClosing;
  private volatile @Nullable Inbox current;

  /** A letter in work. */
  private static final class Held {
    private final Letter letter;
    private final Notification notification;
    private int attempts;
    private Instant due = Instant.EPOCH;

    Held(Letter letter, Notification notification) {
      this.letter = letter;
      this.notification = notification;
    }
  }

  Member(Lane lane, Supplier<Inbox> inboxes) {
    this.lane = lane;
    this.inboxes = inboxes;
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
        forgetAll();
      }
    }
  }

  private void work(Inbox inbox) {
    while (!isClosing) {
      for (Letter letter : inbox.poll(untilNext())) {
        open(inbox, letter);
      }
      Instant renewBy = lane.now().plus(inbox.renewEvery());
      Iterator<Held> all = held.values().iterator();
      while (all.hasNext() && !isClosing && lane.now().isBefore(renewBy)) {
        if (tend(inbox, all.next())) {
          all.remove();
        }
      }
    }
  }

  private void open(Inbox inbox, Letter letter) {
    try {
      Notification notification = SERDE.deserializer().deserialize("", letter.value());
      if (notification == null) {
        throw new SerializationException("it is empty");
      }
      held.put(letter.place(), new Held(letter, notification));
      lane.turns().join(notification.thread(), letter.place());
    } catch (SerializationException e) {
      lane.unreadable(letter, Clean.cut(Clean.line(String.valueOf(e.getMessage())), 500));
      inbox.settle(letter);
    }
  }

  /** Whether the letter is off our hands. */
  private boolean tend(Inbox inbox, Held it) {
    Inbox.Standing standing = inbox.standing(it.letter);
    if (standing == Inbox.Standing.LOST) {
      forget(it);
      return true;
    }
    Letter.Place place = it.letter.place();
    if (standing == Inbox.Standing.RENEWING
        || lane.now().isBefore(it.due)
        || !lane.turns().isNext(it.notification.thread(), place)) {
      return false;
    }
    return switch (lane.attempt(it.letter, it.notification, it.attempts + 1)) {
      case Patience.Next.Wait wait -> {
        it.due = wait.at();
        yield false;
      }
      case Patience.Next.Again again -> {
        it.due = again.at();
        it.attempts++;
        yield false;
      }
      case Patience.Next.Done _, Patience.Next.Stale _, Patience.Next.Dead _ -> {
        inbox.settle(it.letter);
        forget(it);
        yield true;
      }
    };
  }

  private void forget(Held it) {
    lane.turns().leave(it.notification.thread(), it.letter.place());
  }

  private void forgetAll() {
    held.values().forEach(this::forget);
    held.clear();
  }

  /** Until the first letter that waits can go, but no longer than a claim lasts. */
  private Duration untilNext() {
    Instant now = lane.now();
    Duration wait = IDLE;
    for (Held it : held.values()) {
      boolean isNext = lane.turns().isNext(it.notification.thread(), it.letter.place());
      Instant due = it.due.isAfter(lane.opens()) ? it.due : lane.opens();
      Duration until = isNext ? Duration.between(now, due) : BEHIND_ANOTHER;
      wait = until.compareTo(wait) < 0 ? until : wait;
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

  /** Ends the work after the attempt that is under way; from any thread. */
  void close() {
    isClosing = true;
    Inbox inbox = current;
    if (inbox != null) {
      inbox.wakeup();
    }
  }
}
