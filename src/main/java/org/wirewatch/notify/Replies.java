package org.wirewatch.notify;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.wirewatch.json.Json;
import org.wirewatch.model.Action;
import org.wirewatch.model.TopicNames;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What people do about alerts from their messages, by HTTP: buttons that Slack passes on, and the
 * links in mails. Each becomes a record of the silences topic. Thread-safe.
 */
public final class Replies implements AutoCloseable {
  private final Supplier<NotifyConfig> config;
  private final InstantSource clock;
  private final Web web;
  private final Ledger ledger;
  private final SlackSignature signature = new SlackSignature();

  /**
   * @param config asked at each request, so that a changed one counts at once
   * @param kafkaClient what every Kafka client is given, {@code bootstrap.servers} above all
   */
  public Replies(
      Supplier<NotifyConfig> config,
      Map<String, Object> kafkaClient,
      TopicNames topics,
      InstantSource clock) {
    this.config = config;
    this.clock = clock;
    this.web = new Web(config.get().sendTimeout(), clock);
    this.ledger = new Ledger(kafkaClient, topics);
  }

  /**
   * An answer over HTTP.
   *
   * @param type {@code text/plain} or {@code text/html}
   */
  public record Reply(int status, String type, String text) {
    private static Reply plain(int status, String text) {
      return new Reply(status, "text/plain", text);
    }

    private static Reply page(int status, String html) {
      return new Reply(status, "text/html", html);
    }
  }

  /**
   * A request of Slack's for interactivity: {@code payload=…}, url-encoded. Answers within Slack's
   * three seconds; the message is edited afterwards.
   *
   * @param timestamp the header {@code X-Slack-Request-Timestamp}
   * @param signed the header {@code X-Slack-Signature}
   */
  public Reply slack(String timestamp, String signed, byte[] body) {
    List<ReceiverConfig> receivers =
        config.get().receivers().stream().filter(r -> secret(r) != null).toList();
    if (receivers.isEmpty()) {
      return Reply.plain(404, "no Slack receiver has a signing_secret");
    }
    List<Secret> secrets =
        receivers.stream().flatMap(r -> Optional.ofNullable(secret(r)).stream()).toList();
    Optional<String> refused = signature.refuse(secrets, timestamp, signed, body, clock.instant());
    if (refused.isPresent()) {
      return Reply.plain(401, refused.get());
    }
    ReceiverConfig signer =
        receivers.stream()
            .filter(r ->
                Optional.ofNullable(secret(r))
                    .filter(s -> signature.isBy(s, timestamp, signed, body))
                    .isPresent())
            .findFirst()
            .orElseThrow();
    try {
      press(signer, body);
      return Reply.plain(200, "");
    } catch (JacksonException | IllegalArgumentException e) {
      return Reply.plain(400, "the payload is no JSON");
    } catch (KafkaException e) {
      // Whoever sends it again must not be told that it was here before.
      signature.forget(signed);
      return Reply.plain(503, "Kafka does not take it now");
    }
  }

  private static @Nullable Secret secret(ReceiverConfig receiver) {
    return receiver.channel() instanceof Channel.SlackBot bot ? bot.signingSecret() : null;
  }

  private void press(ReceiverConfig receiver, byte[] body) {
    JsonNode payload = Json.mapper().readTree(Form.of(body).field("payload"));
    if (receiver.channel() instanceof Channel.SlackBot bot) {
      new SlackButtons(ledger, web, clock).press(payload, receiver, bot);
    }
  }

  /**
   * The page that a link in a mail leads to. It does nothing yet: mail programs and scanners open
   * links before any person does.
   *
   * @param token the last part of the address
   */
  public Reply ask(String token) {
    return link(token)
        .map(link -> Reply.page(200, LinkPage.question(link)))
        .orElse(Reply.page(410, LinkPage.ended()));
  }

  /**
   * The button of that page was pressed.
   *
   * @param body the form: {@code who} and {@code reason}, which may be empty
   */
  public Reply act(String token, byte[] body) {
    SignedLinks.Link link = link(token).orElse(null);
    if (link == null) {
      return Reply.page(410, LinkPage.ended());
    }
    Form form = Form.of(body);
    String who = form.who() + " (mail to " + link.receiver() + ")";
    Action action = link.ask().because(form.field("reason")).by(who, clock.instant());
    try {
      ledger.record(action);
      return Reply.page(200, LinkPage.done(link, action));
    } catch (KafkaException e) {
      return Reply.page(503, LinkPage.later());
    }
  }

  private Optional<SignedLinks.Link> link(String token) {
    NotifyConfig.Links links = config.get().links();
    return links == null ? Optional.empty() : new SignedLinks(links).read(token, clock.instant());
  }

  @Override
  public void close() {
    web.close();
    ledger.close();
  }
}
