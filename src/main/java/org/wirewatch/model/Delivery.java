package org.wirewatch.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one attempt to send a notification: the value of {@code wirewatch.deliveries}, key
 * {@code notification}.
 *
 * @param thread the conversation that the notification belongs to
 * @param attempt counts from 1
 * @param detail what the other side said, in plain words and without secrets
 * @param reference what the other side calls the message, to edit or answer it later; null where it
 *     gave no name
 */
public record Delivery(
    String notification,
    String receiver,
    String thread,
    String alert,
    int revision,
    int attempt,
    Outcome outcome,
    String detail,
    @Nullable String reference,
    Instant at) {

  /** Records from before there were conversations have no thread; theirs is the alert's. */
  public Delivery {
    thread = thread == null ? alert : thread;
  }

  /** How an attempt ended. */
  public enum Outcome {
    SENT,
    /** Failed in a way that may pass; it will be tried again. */
    RETRYING,
    /** Refused for good, or given up; the notification is in the dead letters. */
    REJECTED,
    /** Too old to be worth sending. */
    EXPIRED
  }
}
