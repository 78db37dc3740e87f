package org.wirewatch.notify;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.wirewatch.json.Json;
import org.wirewatch.model.Notification;
import org.wirewatch.notify.Conversations.Posted;
import org.wirewatch.notify.SlackApi.Reply;
import tools.jackson.databind.node.ObjectNode;

/**
 * Posts with a bot token: the first message about an alert to the channel, later ones edit it in
 * place ({@code chat.update}) and tell the change in its thread, shown in the channel too when the
 * alert got louder. Whose message is whose survives a restart, see {@link KeptConversations}.
 */
final class SlackBotSender implements Sender {
  private final Channel.SlackBot channel;
  private final SlackMessage message;
  private final SlackApi slack;
  private final Conversations conversations;

  SlackBotSender(
      Channel.SlackBot channel, SlackMessage message, Web web, Conversations conversations) {
    this.channel = channel;
    this.message = message;
    this.slack = new SlackApi(web, channel.api(), channel.token(), channel.channel());
    this.conversations = conversations;
  }

  @Override
  public Outcome send(Notification notification) {
    Optional<Posted> before =
        goesOn(notification) ? conversations.find(notification) : Optional.empty();
    return before.isEmpty() ? first(notification) : update(notification, before.get());
  }

  /** What is about one alert edits its message; a group's next message is about others. */
  private static boolean goesOn(Notification notification) {
    return switch (notification.form()) {
      case ALERT, GROUP, REMINDER, ESCALATION ->
          notification.thread().equals(notification.alert().id());
      case DIGEST, TEST -> false;
    };
  }

  private ObjectNode render(Notification notification) {
    return message.render(notification, conversations::actions);
  }

  private Outcome first(Notification notification) {
    ObjectNode body = render(notification).put("channel", channel.channel());
    Reply reply = slack.call("chat.postMessage", identified(body, notification.id()));
    if (!reply.isOk() || reply.text("ts").isEmpty()) {
      return reply.outcome();
    }
    String where = reply.text("channel").isEmpty() ? channel.channel() : reply.text("channel");
    return remembered(notification, where, reply.text("ts"));
  }

  private Outcome remembered(Notification notification, String where, String ts) {
    Posted posted = new Posted(where, ts, notification.alert().revision());
    conversations.remember(notification.thread(), posted);
    return new Outcome.Sent("ok", posted.reference());
  }

  private Outcome update(Notification notification, Posted before) {
    if (notification.alert().revision() < before.revision()) {
      return Outcome.Sent.of("a later revision is shown already");
    }
    ObjectNode edit = render(notification).put("channel", before.channel()).put("ts", before.ts());
    Reply edited = slack.call("chat.update", edit);
    if (edited.error().equals("message_not_found")
        || edited.error().equals("cant_update_message")) {
      conversations.forget(notification.thread());
      return first(notification);
    }
    if (!edited.isOk()) {
      return edited.outcome();
    }
    ObjectNode answer =
        message
            .change(notification)
            .put("channel", before.channel())
            .put("thread_ts", before.ts())
            .put("reply_broadcast", message.isLouder(notification));
    Reply told = slack.call("chat.postMessage", identified(answer, notification.id() + "#change"));
    return told.isOk() ? remembered(notification, before.channel(), before.ts()) : told.outcome();
  }

  /** Slack drops a second message with the same id for a while, which covers a repeat. */
  private static ObjectNode identified(ObjectNode body, String id) {
    UUID uuid = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    return body.put("client_msg_id", uuid.toString());
  }

  @Override
  public Outcome check() {
    return slack.call("auth.test", Json.mapper().createObjectNode()).outcome();
  }

  @Override
  public void close() {
    conversations.close();
  }
}
