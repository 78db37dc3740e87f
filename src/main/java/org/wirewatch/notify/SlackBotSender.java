package org.wirewatch.notify;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirewatch.json.Json;
import org.wirewatch.model.Notification;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Posts with a bot token: the first message about an alert to the channel, later ones edit it in
 * place ({@code chat.update}) and tell the change in its thread, shown in the channel too when the
 * alert got louder.
 *
 * <p>Which message is whose is kept in memory for the last thousands of alerts; after a restart an
 * update is a message of its own. Slack answers 200 to everything and says in {@code ok} and {@code
 * error} what it means.
 */
final class SlackBotSender implements Sender {
  private static final int REMEMBERED = 10_000;

  private final Channel.SlackBot channel;
  private final SlackMessage message;
  private final Web web;

  /** Conversation → the message that Slack holds of it. */
  private final Map<String, Posted> posted =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Posted> eldest) {
              return size() > REMEMBERED;
            }
          });

  private record Posted(String channel, String ts, int revision) {}

  SlackBotSender(Channel.SlackBot channel, SlackMessage message, Web web) {
    this.channel = channel;
    this.message = message;
    this.web = web;
  }

  @Override
  public Outcome send(Notification notification) {
    Posted before = posted.get(notification.thread());
    return before == null ? first(notification) : update(notification, before);
  }

  private Outcome first(Notification notification) {
    ObjectNode body = message.render(notification).put("channel", channel.channel());
    Reply reply = call("chat.postMessage", identified(body, notification.id()));
    if (reply.outcome() instanceof Outcome.Sent) {
      remember(notification, reply);
    }
    return reply.outcome();
  }

  private Outcome update(Notification notification, Posted before) {
    if (notification.alert().revision() < before.revision()) {
      return Outcome.Sent.of("a later revision is shown already");
    }
    ObjectNode edit =
        message.render(notification).put("channel", before.channel()).put("ts", before.ts());
    Reply edited = call("chat.update", edit);
    if (edited.error().equals("message_not_found")
        || edited.error().equals("cant_update_message")) {
      posted.remove(notification.thread());
      return first(notification);
    }
    if (!(edited.outcome() instanceof Outcome.Sent)) {
      return edited.outcome();
    }
    posted.put(
        notification.thread(),
        new Posted(before.channel(), before.ts(), notification.alert().revision()));
    ObjectNode answer =
        message
            .change(notification)
            .put("channel", before.channel())
            .put("thread_ts", before.ts())
            .put("reply_broadcast", message.isLouder(notification));
    return call("chat.postMessage", identified(answer, notification.id() + "#change")).outcome();
  }

  /** Slack drops a second message with the same id for a while, which covers a repeat. */
  private static ObjectNode identified(ObjectNode body, String id) {
    UUID uuid = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    return body.put("client_msg_id", uuid.toString());
  }

  private void remember(Notification notification, Reply reply) {
    JsonNode body = reply.body();
    if (body != null && body.hasNonNull("ts")) {
      posted.put(
          notification.thread(),
          new Posted(
              body.path("channel").asString(channel.channel()),
              body.path("ts").asString(),
              notification.alert().revision()));
    }
  }

  /** What Slack answered. */
  private record Reply(Outcome outcome, String error, @Nullable JsonNode body) {}

  private Reply call(String method, ObjectNode body) {
    Web.Answer answer =
        web.post(
            channel.api().resolve(method),
            Map.of(
                "Authorization",
                "Bearer " + channel.token().reveal(),
                "Content-Type",
                "application/json; charset=utf-8"),
            Json.mapper().writeValueAsBytes(body));
    if (!(answer instanceof Web.Answer.Response response) || !response.isOk()) {
      return new Reply(Web.judge(answer, channel.token()), "", null);
    }
    try {
      JsonNode json = Json.mapper().readTree(response.body());
      if (json.path("ok").asBoolean(false)) {
        return new Reply(new Outcome.Sent("ok", json.path("ts").asString("")), "", json);
      }
      String error = Clean.line(json.path("error").asString("unknown"));
      return new Reply(refusal(error, response), error, json);
    } catch (JacksonException e) {
      String detail = "Slack answered with something that is no JSON";
      return new Reply(Outcome.Retry.of(Outcome.Reason.SERVER_ERROR, detail), "", null);
    }
  }

  /** Slack's words for what went wrong, explained. */
  private Outcome refusal(String error, Web.Answer.Response response) {
    return switch (error) {
      case "ratelimited", "rate_limited" ->
          new Outcome.Retry(Outcome.Reason.RATE_LIMITED, error, response.retryAfter());
      case "internal_error", "fatal_error", "service_unavailable", "request_timeout" ->
          Outcome.Retry.of(Outcome.Reason.SERVER_ERROR, error);
      case "invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired" ->
          new Outcome.Refused(
              Outcome.Reason.UNAUTHORIZED, error + ": give the app's current bot token");
      case "missing_scope", "no_permission" ->
          new Outcome.Refused(
              Outcome.Reason.UNAUTHORIZED, error + ": the app needs the scope chat:write");
      case "channel_not_found", "is_archived" ->
          new Outcome.Refused(
              Outcome.Reason.UNKNOWN_RECIPIENT, error + ": " + Clean.line(channel.channel()));
      case "not_in_channel" ->
          new Outcome.Refused(
              Outcome.Reason.UNKNOWN_RECIPIENT,
              error + ": invite the app to " + Clean.line(channel.channel()));
      default -> new Outcome.Refused(Outcome.Reason.REFUSED, error);
    };
  }

  @Override
  public Outcome check() {
    return call("auth.test", Json.mapper().createObjectNode()).outcome();
  }
}
