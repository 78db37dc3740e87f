package org.wirewatch.notify;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one attempt to send ended. Details are in plain words and without secrets. */
sealed interface Outcome {

  String detail();

  /**
   * The other side took it.
   *
   * @param reference what the other side calls the message, to edit or answer it; null where it
   *     does not say
   */
  record Sent(String detail, @Nullable String reference) implements Outcome {
    static Sent of(String detail) {
      return new Sent(detail, null);
    }
  }

  /**
   * It may go later.
   *
   * @param atLeast how long the other side asks to be left alone; zero where it does not
   */
  record Retry(Reason reason, String detail, Duration atLeast) implements Outcome {
    static Retry of(Reason reason, String detail) {
      return new Retry(reason, detail, Duration.ZERO);
    }
  }

  /** It will never go. */
  record Refused(Reason reason, String detail) implements Outcome {}

  /** Why an attempt failed; a label of metrics and a header of dead letters. */
  enum Reason {
    UNREACHABLE,
    TIMEOUT,
    RATE_LIMITED,
    SERVER_ERROR,
    /** Wrong password, revoked token. */
    UNAUTHORIZED,
    /** No such channel, mailbox, address. */
    UNKNOWN_RECIPIENT,
    /** The other side does not like the message itself. */
    REFUSED,
    REDIRECTED,
    PRIVATE_ADDRESS,
    /** The bytes are no notification. */
    UNREADABLE;

    /** What whoever runs the system can do about it; empty where the details say it. */
    String advice() {
      return switch (this) {
        case UNREACHABLE, TIMEOUT ->
            "check the receiver's host and port, that it runs, and that a firewall lets you there";
        case RATE_LIMITED, SERVER_ERROR -> "try again later; messages wait for it by themselves";
        case UNAUTHORIZED ->
            "check the receiver's password, token or secret, and the variable or file it is from";
        case UNKNOWN_RECIPIENT -> "check the receiver's address or channel";
        case REFUSED, UNREADABLE -> "the other side does not take the message; it says why";
        case REDIRECTED, PRIVATE_ADDRESS -> "";
      };
    }

    /** Whether it is the way that is shut rather than this one message. */
    boolean concernsReceiver() {
      return switch (this) {
        case UNREACHABLE, TIMEOUT, RATE_LIMITED -> true;
        case SERVER_ERROR,
            UNAUTHORIZED,
            UNKNOWN_RECIPIENT,
            REFUSED,
            REDIRECTED,
            PRIVATE_ADDRESS,
            UNREADABLE ->
            false;
      };
    }
  }
}
