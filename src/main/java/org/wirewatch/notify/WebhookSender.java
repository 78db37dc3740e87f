package org.wirewatch.notify;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wirewatch.model.Notification;

/**
 * Posts CloudEvents to any HTTP endpoint, signed, with an {@code Idempotency-Key} that stays the
 * same when a message is repeated.
 */
final class WebhookSender implements Sender {
  private final Channel.Webhook channel;
  private final Web web;
  private final InstantSource clock;

  WebhookSender(Channel.Webhook channel, Web web, InstantSource clock) {
    this.channel = channel;
    this.web = web;
    this.clock = clock;
  }

  @Override
  public Outcome send(Notification notification) {
    Optional<Outcome> refused = refuse();
    if (refused.isPresent()) {
      return refused.get();
    }
    byte[] body = CloudEvent.structured(notification);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", CloudEvent.MEDIA_TYPE);
    headers.put("Idempotency-Key", notification.id());
    Secret secret = channel.secret();
    if (secret == null) {
      return Web.judge(web.post(channel.url(), headers, body));
    }
    headers.putAll(Signature.headers(secret, notification.id(), clock.instant(), body));
    return Web.judge(web.post(channel.url(), headers, body), secret);
  }

  private Optional<Outcome> refuse() {
    return channel.allowPrivateAddresses() ? Optional.empty() : PublicAddress.refuse(channel.url());
  }

  @Override
  public Outcome check() {
    return refuse().orElseGet(() -> web.reach(channel.url()));
  }
}
