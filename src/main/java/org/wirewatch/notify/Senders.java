package org.wirewatch.notify;

import java.io.PrintStream;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sender of a channel.
 *
 * @param ledger asked for only where a channel writes to Kafka
 * @param conversations what is known of a receiver's, by its name
 * @param isTerminal whether {@code console} understands colour
 */
record Senders(
    Web web,
    Supplier<Ledger> ledger,
    Function<String, Conversations> conversations,
    InstantSource clock,
    PrintStream console,
    boolean isTerminal,
    NotifyConfig config) {

  /** Makes the links in mails; null where there are none. */
  @Nullable SignedLinks links() {
    NotifyConfig.Links links = config.links();
    return links == null ? null : new SignedLinks(links);
  }

  /**
   * @throws IllegalArgumentException if the channel cannot be spoken to as configured; the message
   *     says why
   */
  Sender of(ReceiverConfig receiver) {
    ZoneId zone = receiver.timeZone();
    return switch (receiver.channel()) {
      case Channel.Console _ ->
          new ConsoleSender(console, new ConsoleText(isTerminal, zone, receiver.templates()));
      case Channel.SlackWebhook slack -> new SlackWebhookSender(slack, slack(receiver), web);
      case Channel.Email email -> new EmailSender(receiver, email, links(), config.sendTimeout());
      case Channel.SlackBot slack ->
          new SlackBotSender(slack, slack(receiver), web, conversations.apply(receiver.name()));
      case Channel.Webhook webhook -> new WebhookSender(webhook, web, clock);
      case Channel.KafkaTopic kafka -> new KafkaSender(kafka, ledger.get());
      case Channel.Teams teams ->
          post(teams(teams, zone), URI.create(teams.webhook().reveal()), teams.webhook());
      case Channel.Telegram telegram ->
          post(new TelegramPosts(telegram, zone), telegram.api(), telegram.token());
      case Channel.PagerDuty pager ->
          post(new PagerDutyPosts(pager, zone), pager.api(), pager.routingKey());
      case Channel.Ntfy ntfy ->
          post(
              new NtfyPosts(ntfy, zone),
              NtfyPosts.root(ntfy.url()),
              Objects.requireNonNullElse(ntfy.token(), Secret.of("")));
    };
  }

  private PostSender post(Posts posts, URI home, Secret secret) {
    return new PostSender(posts, home, secret, web);
  }

  static SlackMessage slack(ReceiverConfig receiver) {
    boolean hasButtons = receiver.channel() instanceof Channel.SlackBot bot && bot.hasButtons();
    return new SlackMessage(receiver.timeZone(), receiver.templates(), hasButtons);
  }

  static TeamsPosts teams(Channel.Teams teams, ZoneId zone) {
    return new TeamsPosts(URI.create(teams.webhook().reveal()), zone);
  }

  /**
   * How many attempts are made at once, so that an answer that takes its time does not hold up the
   * others. Where nothing of that kind happens, one after the other.
   */
  static int width(Channel channel) {
    return switch (channel) {
      case Channel.Console _, Channel.KafkaTopic _ -> 1;
      case Channel.SlackWebhook _,
          Channel.SlackBot _,
          Channel.Email _,
          Channel.Webhook _,
          Channel.Teams _,
          Channel.Telegram _,
          Channel.PagerDuty _,
          Channel.Ntfy _ ->
          4;
    };
  }
}
