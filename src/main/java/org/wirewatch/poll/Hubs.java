package org.wirewatch.poll;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirewatch.feed.FeedInfo.Polling;
import org.wirewatch.poll.FetchResult.Failed;

/**
 * Has feeds pushed to us where they name a hub (WebSub 4 and 5). A feed is polled all the same,
 * more rarely while a hub pushes it, so that a hub that forgets us costs time and no item.
 * Thread-safe.
 */
final class Hubs {
  private static final int TOKEN_BYTES = 16;
  private static final int SECRET_BYTES = 32;
  private static final long LEASE_SECONDS = 7L * 24 * 3600;

  private final Fetcher fetcher;
  private final @Nullable String callbacks;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param callbacks what the address of every callback begins with, as hubs reach it; null where
   *     they cannot reach us
   */
  Hubs(Fetcher fetcher, @Nullable String callbacks) {
    this.fetcher = fetcher;
    this.callbacks = callbacks;
  }

  /** The state with a subscription as the feed's last document offers it. */
  FeedState wish(FeedState state, Instant now) {
    Polling polling = state.polling();
    String hub = polling.hub();
    if (callbacks == null || hub == null) {
      return state.hub() == null ? state : state.withHub(null);
    }
    String topic = polling.self() == null ? state.address() : polling.self();
    HubSubscription known = state.hub();
    return known != null && known.isOf(hub, topic, callbacks)
        ? state
        : state.withHub(
            HubSubscription.wanted(
                hub, topic, callbacks + random(TOKEN_BYTES), random(SECRET_BYTES), now));
  }

  /** Asks the hub; the state says what came of it. Blocks its caller. */
  FeedState ask(FeedState state, Instant now) throws InterruptedException {
    HubSubscription wanted = state.hub();
    if (wanted == null) {
      return state;
    }
    URI hub = WebAddress.parse(wanted.hub());
    if (hub == null) {
      return state.withHub(
          wanted.refused("the hub " + wanted.hub() + " is no http or https address", now));
    }
    Failed failed = fetcher.submit(hub, form(wanted));
    return failed == null
        ? state.withHub(wanted.asked(now))
        : unpushed(state.withHub(wanted.refused(refusal(hub, failed), now)), now);
  }

  private static String refusal(URI hub, Failed failed) {
    String why =
        failed.status() == 0 ? ": " + failed.message() : " refuses with status " + failed.status();
    return "the hub " + hub + why;
  }

  /** The hub asked whether we asked, and we did. */
  static FeedState granted(FeedState state, Visit.Granted granted, Instant now) {
    HubSubscription hub = state.hub();
    return hub == null ? state : state.withHub(hub.granted(granted.lease(), now));
  }

  /** The hub will not push. */
  static FeedState denied(FeedState state, Visit.Denied denied, Instant now) {
    HubSubscription hub = state.hub();
    return hub == null ? state : unpushed(state.withHub(hub.denied(denied.reason(), now)), now);
  }

  /** Where nobody pushes any more the next poll must not be as far off as it was. */
  private static FeedState unpushed(FeedState state, Instant now) {
    Instant soon = now.plus(state.interval());
    return !state.isPushed(now) && state.nextPoll().isAfter(soon) ? state.due(soon) : state;
  }

  private static Map<String, String> form(HubSubscription wanted) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("hub.mode", "subscribe");
    form.put("hub.topic", wanted.topic());
    form.put("hub.callback", wanted.callback());
    form.put("hub.lease_seconds", Long.toString(LEASE_SECONDS));
    form.put("hub.secret", wanted.secret());
    return form;
  }

  private String random(int bytes) {
    byte[] random = new byte[bytes];
    this.random.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
