package org.wirewatch.notify;

import java.net.URI;
import java.util.Map;
import org.wirewatch.json.Json;
import org.wirewatch.model.Notification;

/**
 * Posts to a Slack incoming webhook. Slack answers {@code ok}, or an error word with a 4xx: a
 * revoked hook is 403 or 404, an archived channel 410.
 */
final class SlackWebhookSender implements Sender {
  private final URI uri;
  private final Secret webhook;
  private final SlackMessage message;
  private final Web web;

  SlackWebhookSender(Channel.SlackWebhook channel, SlackMessage message, Web web) {
    this.webhook = channel.webhook();
    this.uri = URI.create(webhook.reveal());
    this.message = message;
    this.web = web;
  }

  @Override
  public Outcome send(Notification notification) {
    byte[] body = Json.mapper().writeValueAsBytes(message.render(notification));
    return Web.judge(
        web.post(uri, Map.of("Content-Type", "application/json; charset=utf-8"), body), webhook);
  }

  @Override
  public Outcome check() {
    // An empty message is refused with a word of its own, and nobody is disturbed.
    Web.Answer answer =
        web.post(uri, Map.of("Content-Type", "application/json"), new byte[] {'{', '}'});
    return answer instanceof Web.Answer.Response response
            && response.status() == 400
            && response.body().contains("no_text")
        ? Outcome.Sent.of("the webhook exists")
        : Web.judge(answer, webhook);
  }
}
