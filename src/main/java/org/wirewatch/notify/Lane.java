package org.wirewatch.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirewatch.model.Delivery;
import org.wirewatch.model.Notification;

/**
 * Everything that the members of one receiver share: how to speak to it, how patiently, and what
 * became of the last attempt. Thread-safe.
 */
final class Lane implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  /** How often a message may fail by itself before it is taken to be at fault. */
  private static final int MOST_ALONE = 8;

  private final ReceiverConfig receiver;
  private final Sender sender;
  private final Throttle throttle;
  private final Patience patience;
  private final Ledger ledger;
  private final InstantSource clock;
  private final Turns turns = new Turns();
  private final AtomicReference<@Nullable Delivery> last = new AtomicReference<>();
  private final AtomicReference<Instant> lastSent = new AtomicReference<>(Instant.EPOCH);

  Lane(
      ReceiverConfig receiver,
      Sender sender,
      Throttle throttle,
      Patience patience,
      Ledger ledger,
      InstantSource clock) {
    this.receiver = receiver;
    this.sender = sender;
    this.throttle = throttle;
    this.patience = patience;
    this.ledger = ledger;
    this.clock = clock;
  }

  ReceiverConfig receiver() {
    return receiver;
  }

  Turns turns() {
    return turns;
  }

  Instant now() {
    return clock.instant();
  }

  /** The earliest moment at which an attempt makes sense, other receivers' matters aside. */
  Instant opens() {
    return throttle.opens();
  }

  /**
   * Makes an attempt if the time has come, and writes down what became of it.
   *
   * @param attempt counts from 1
   */
  Patience.Next attempt(Letter letter, Notification notification, int attempt) {
    Instant now = clock.instant();
    Instant expires = letter.since(notification.created()).plus(receiver.timeToLive());
    if (now.isAfter(expires)) {
      return stale(notification, attempt, "older than " + words(receiver.timeToLive()));
    }
    if (!throttle.pass(now)) {
      return new Patience.Next.Wait(throttle.opens());
    }
    Outcome sent = sender.send(notification);
    Instant ended = clock.instant();
    Outcome outcome = isAtFault(sent, attempt, ended) ? alone(sent) : sent;
    Patience.Next next = patience.after(outcome, attempt, ended, expires);
    learn(notification, outcome, ended);
    return switch (next) {
      case Patience.Next.Wait _ -> next;
      case Patience.Next.Done _ -> {
        write(notification, attempt, Delivery.Outcome.SENT, outcome);
        yield next;
      }
      case Patience.Next.Again _ -> {
        write(notification, attempt, Delivery.Outcome.RETRYING, outcome);
        yield next;
      }
      case Patience.Next.Stale _ -> stale(notification, attempt, outcome.detail());
      case Patience.Next.Dead dead -> {
        ledger.deadLetter(letter, notification.id(), dead.reason(), outcome.detail());
        write(notification, attempt, Delivery.Outcome.REJECTED, outcome);
        LOG.atWarn()
            .addKeyValue("receiver", receiver.name())
            .addKeyValue("notification", notification.id())
            .addKeyValue("reason", outcome.detail())
            .log("a message was refused for good; mend the cause, then ./wirewatch redeliver it");
        yield next;
      }
    };
  }

  /** What an outcome says about the receiver. */
  private void learn(Notification notification, Outcome outcome, Instant ended) {
    switch (outcome) {
      case Outcome.Sent _ -> {
        throttle.passed();
        lastSent.set(ended);
      }
      case Outcome.Retry retry ->
          throttle.failed(
              notification.id(),
              retry.reason().concernsReceiver(),
              patience,
              retry.atLeast(),
              ended);
      case Outcome.Refused _ -> {} // the other side is there, and says nothing of the others
    }
  }

  /** Whether a message goes on failing while others pass. */
  private boolean isAtFault(Outcome outcome, int attempt, Instant now) {
    return attempt >= MOST_ALONE
        && outcome instanceof Outcome.Retry retry
        && retry.reason() != Outcome.Reason.RATE_LIMITED
        && lastSent.get().isAfter(now.minus(patience.longest()));
  }

  private static Outcome alone(Outcome outcome) {
    return new Outcome.Refused(
        Outcome.Reason.REFUSED, outcome.detail() + "; failed over and over while others passed");
  }

  /** Puts a letter back to the end of the queue; returns when it is there. */
  void putBack(Letter letter, int attempts, Instant due) {
    ledger.write(letter.putBack(attempts, due));
  }

  /** How many attempts may be under way at once. */
  int width() {
    return Senders.width(receiver.channel());
  }

  /** Sets a letter aside that is no notification. */
  void unreadable(Letter letter, String detail) {
    ledger.deadLetter(letter, "", Outcome.Reason.UNREADABLE, detail);
  }

  private Patience.Next stale(Notification notification, int attempt, String detail) {
    LOG.atWarn()
        .addKeyValue("receiver", receiver.name())
        .addKeyValue("notification", notification.id())
        .addKeyValue("reason", detail)
        .log("a message went stale before it could be told");
    write(notification, attempt, Delivery.Outcome.EXPIRED, detail, null);
    return new Patience.Next.Stale();
  }

  private void write(
      Notification notification, int attempt, Delivery.Outcome word, Outcome outcome) {
    String reference = outcome instanceof Outcome.Sent sent ? sent.reference() : null;
    write(notification, attempt, word, outcome.detail(), reference);
  }

  private void write(
      Notification notification,
      int attempt,
      Delivery.Outcome outcome,
      String detail,
      @Nullable String reference) {
    Delivery delivery =
        new Delivery(
            notification.id(),
            receiver.name(),
            notification.thread(),
            notification.alert().id(),
            notification.alert().revision(),
            attempt,
            outcome,
            detail,
            reference,
            clock.instant());
    ledger.record(delivery);
    last.set(delivery);
  }

  private static String words(Duration duration) {
    return duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  /** The last outcome written; null before the first. */
  @Nullable Delivery last() {
    return last.get();
  }

  Outcome check() {
    return sender.check();
  }

  @Override
  public void close() {
    sender.close();
  }
}
