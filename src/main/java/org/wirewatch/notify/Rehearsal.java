package org.wirewatch.notify;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirewatch.json.Json;
import org.wirewatch.model.Notification;
import org.wirewatch.model.Notification.Form;
import org.wirewatch.model.TopicNames;

/**
 * Shows what a message would look like, and sends one on trial by the same way as real ones. Needs
 * no Kafka, but for receivers that are topics of it. Confined to one thread.
 */
public final class Rehearsal implements AutoCloseable {
  private final Map<String, ReceiverConfig> receivers = new java.util.LinkedHashMap<>();
  private final Web web;
  private final Senders senders;
  private final Supplier<Map<String, Object>> kafkaClient;
  private final TopicNames topics;
  private @Nullable Ledger ledger;

  /**
   * @param kafkaClient what Kafka clients are given; asked only where one is needed
   * @param console where receivers on the console are told
   */
  public Rehearsal(
      NotifyConfig config,
      Supplier<Map<String, Object>> kafkaClient,
      TopicNames topics,
      InstantSource clock,
      PrintStream console,
      boolean isTerminal) {
    config.receivers().forEach(r -> receivers.put(r.name(), r));
    this.kafkaClient = kafkaClient;
    this.topics = topics;
    this.web = new Web(config.sendTimeout(), clock);
    this.senders =
        new Senders(
            web, this::ledger, _ -> new Conversations(), clock, console, isTerminal, config);
  }

  private Ledger ledger() {
    Ledger made = new Ledger(kafkaClient.get(), topics);
    ledger = made;
    return made;
  }

  /** The receivers that there are. */
  public List<String> names() {
    return List.copyOf(receivers.keySet());
  }

  public Optional<ReceiverConfig> receiver(String name) {
    return Optional.ofNullable(receivers.get(name));
  }

  /**
   * What came of a trial.
   *
   * @param says what the other side said, without secrets
   * @param advice what to do next; empty where nothing is to be done, or {@code says} has it
   */
  public record Result(boolean isSent, String says, String advice) {}

  /**
   * Sends one message, once.
   *
   * @throws IllegalArgumentException if the receiver cannot be spoken to as configured
   */
  public Result send(ReceiverConfig receiver, Notification notification) {
    try (Sender sender = senders.of(receiver)) {
      Outcome outcome = sender.send(notification);
      return switch (outcome) {
        case Outcome.Sent sent -> new Result(true, sent.detail(), "");
        case Outcome.Retry retry ->
            new Result(
                false,
                Telling.word(retry.reason()) + ", worth another try: " + retry.detail(),
                retry.reason().advice());
        case Outcome.Refused refused ->
            new Result(
                false,
                Telling.word(refused.reason()) + ": " + refused.detail(),
                refused.reason().advice());
      };
    }
  }

  /** One part of a message, such as its subject. */
  public record Part(String name, String content) {}

  /**
   * A message as the receiver would get it, in all its parts.
   *
   * @throws IllegalArgumentException if the receiver cannot be spoken to as configured
   */
  public List<Part> preview(ReceiverConfig receiver, Notification notification) {
    return switch (receiver.channel()) {
      case Channel.Console _ ->
          List.of(
              new Part(
                  "text",
                  new ConsoleText(false, receiver.timeZone(), receiver.templates())
                      .render(notification)));
      case Channel.SlackWebhook _, Channel.SlackBot _ -> {
        var message = Senders.slack(receiver).render(notification);
        yield List.of(
            new Part("text", message.path("text").asString()),
            new Part("blocks", message.path("attachments").toPrettyString()));
      }
      case Channel.Email email -> {
        MailMessage mail = EmailSender.message(receiver, email, senders.links());
        yield List.of(
            new Part("subject", mail.subject(notification)),
            new Part("text", mail.text(notification)),
            new Part("html", mail.html(notification)));
      }
      case Channel.Webhook _ ->
          List.of(
              new Part(
                  "json",
                  Json.mapper().readTree(CloudEvent.structured(notification)).toPrettyString()));
      case Channel.KafkaTopic _ ->
          List.of(
              new Part("json", Json.mapper().valueToTree(notification.alert()).toPrettyString()));
      case Channel.Teams teams -> posts(Senders.teams(teams, receiver.timeZone()), notification);
      case Channel.Telegram telegram ->
          posts(new TelegramPosts(telegram, receiver.timeZone()), notification);
      case Channel.PagerDuty pager ->
          posts(new PagerDutyPosts(pager, receiver.timeZone()), notification);
      case Channel.Ntfy ntfy -> posts(new NtfyPosts(ntfy, receiver.timeZone()), notification);
    };
  }

  /** Bodies only: the addresses may be secrets. */
  private static List<Part> posts(Posts posts, Notification notification) {
    List<Part> parts = new ArrayList<>();
    posts
        .render(notification)
        .forEach(post -> parts.add(new Part("json", post.body().toPrettyString())));
    return parts;
  }

  /** A message of that form about nothing that happened. */
  public static Notification sample(ReceiverConfig receiver, Form form, InstantSource clock) {
    return Samples.notification(receiver.name(), form, clock.instant());
  }

  @Override
  public void close() {
    web.close();
    Ledger made = ledger;
    if (made != null) {
      made.close();
    }
  }
}
