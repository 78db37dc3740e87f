package org.wirewatch.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Delivery;
import org.wirewatch.model.Notification;

/**
 * Everything that the members of one receiver share: how to speak to it, how patiently, and what
 * became of the last attempt. Thread-safe.
 */
final class Lane implements AutoCloseable {
  /** How often a message may fail by itself before it is taken to be at fault. */
  private static final int MOST_ALONE = 8;

  private final ReceiverConfig receiver;
  private final Sender sender;
  private final Gate gate;
  private final Patience patience;
  private final Ledger ledger;
  private final InstantSource clock;
  private final Turns turns = new Turns();
  private final AtomicReference<@Nullable Delivery> last = new AtomicReference<>();

  Lane(
      ReceiverConfig receiver,
      Sender sender,
      Gate gate,
      Patience patience,
      Ledger ledger,
      InstantSource clock) {
    this.receiver = receiver;
    this.sender = sender;
    this.gate = gate;
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
    return gate.opens();
  }

  /**
   * Makes an attempt if the time has come, and writes down what became of it.
   *
   * @param attempt counts from 1
   */
  Patience.Next attempt(Letter letter, Notification notification, int attempt) {
    Instant now = clock.instant();
    Instant expires = notification.created().plus(receiver.timeToLive());
    if (now.isAfter(expires)) {
      return stale(notification, attempt, "older than " + words(receiver.timeToLive()));
    }
    if (!gate.pass(now)) {
      return new Patience.Next.Wait(gate.opens());
    }
    Outcome sent = sender.send(notification);
    Instant ended = clock.instant();
    Outcome outcome = isAtFault(sent, attempt, ended) ? alone(sent) : sent;
    Patience.Next next = patience.after(outcome, attempt, ended, expires);
    if (outcome instanceof Outcome.Retry retry && retry.reason().concernsReceiver()) {
      gate.shutUntil(next instanceof Patience.Next.Again again ? again.at() : ended);
    }
    return switch (next) {
      case Patience.Next.Wait _ -> next;
      case Patience.Next.Done _ -> {
        write(notification, attempt, Delivery.Outcome.SENT, outcome.detail());
        yield next;
      }
      case Patience.Next.Again _ -> {
        write(notification, attempt, Delivery.Outcome.RETRYING, outcome.detail());
        yield next;
      }
      case Patience.Next.Stale _ -> stale(notification, attempt, outcome.detail());
      case Patience.Next.Dead dead -> {
        ledger.deadLetter(letter, dead.reason(), outcome.detail());
        write(notification, attempt, Delivery.Outcome.REJECTED, outcome.detail());
        yield next;
      }
    };
  }

  /** Whether a message goes on failing while others pass. */
  private boolean isAtFault(Outcome outcome, int attempt, Instant now) {
    Delivery other = last.get();
    return attempt >= MOST_ALONE
        && outcome instanceof Outcome.Retry retry
        && !retry.reason().concernsReceiver()
        && other != null
        && other.outcome() == Delivery.Outcome.SENT
        && other.at().isAfter(now.minus(patience.longest()));
  }

  private static Outcome alone(Outcome outcome) {
    return new Outcome.Refused(
        Outcome.Reason.REFUSED, outcome.detail() + "; failed over and over while others passed");
  }

  /** Sets a letter aside that is no notification. */
  void unreadable(Letter letter, String detail) {
    ledger.deadLetter(letter, Outcome.Reason.UNREADABLE, detail);
  }

  private Patience.Next stale(Notification notification, int attempt, String detail) {
    write(notification, attempt, Delivery.Outcome.EXPIRED, detail);
    return new Patience.Next.Stale();
  }

  private void write(
      Notification notification, int attempt, Delivery.Outcome outcome, String detail) {
    Delivery delivery =
        new Delivery(
            notification.id(),
            receiver.name(),
            notification.alert().id(),
            notification.alert().revision(),
            attempt,
            outcome,
            detail,
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
