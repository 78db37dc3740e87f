package org.wirewatch.notify;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Makes the sender of a channel.
 *
 * @param isTerminal whether {@code console} understands colour
 */
record Senders(Web web, PrintStream console, boolean isTerminal, Duration timeout) {

  /**
   * @throws IllegalArgumentException if the channel cannot be spoken to as configured; the message
   *     says why
   */
  Sender of(ReceiverConfig receiver) {
    return switch (receiver.channel()) {
      case Channel.Console _ ->
          new ConsoleSender(console, new ConsoleText(isTerminal, receiver.timeZone()));
      case Channel.SlackWebhook slack ->
          new SlackWebhookSender(slack, new SlackMessage(receiver.timeZone()), web);
      case Channel.Email email -> new EmailSender(receiver, email, timeout);
      case Channel.SlackBot _,
          Channel.Webhook _,
          Channel.KafkaTopic _,
          Channel.Teams _,
          Channel.Telegram _,
          Channel.PagerDuty _,
          Channel.Ntfy _ ->
          throw new IllegalArgumentException("not spoken yet");
    };
  }

  /** The shortest time between two messages that the channel bears. */
  static Duration spacing(Channel channel) {
    return switch (channel) {
      case Channel.SlackWebhook _, Channel.SlackBot _ -> Duration.ofSeconds(1);
      case Channel.Teams _, Channel.Telegram _ -> Duration.ofSeconds(1);
      case Channel.Console _,
          Channel.Email _,
          Channel.Webhook _,
          Channel.KafkaTopic _,
          Channel.PagerDuty _,
          Channel.Ntfy _ ->
          Duration.ZERO;
    };
  }

  /** How many letters are sent at once; where order is all, one after the other. */
  static int members(Channel channel) {
    return switch (channel) {
      case Channel.Console _, Channel.KafkaTopic _, Channel.SlackWebhook _, Channel.SlackBot _ -> 1;
      case Channel.Email _,
          Channel.Webhook _,
          Channel.Teams _,
          Channel.Telegram _,
          Channel.PagerDuty _,
          Channel.Ntfy _ ->
          2;
    };
  }
}
