package org.wirewatch.poll;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What hubs are answered that call us back (WebSub 5.3 and 7). Thread-safe; a push is held until
 * its items are in Kafka, so that a hub sends again what was not kept.
 */
public final class HubCallbacks {
  private static final Logger LOG = LoggerFactory.getLogger(HubCallbacks.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  /** Asked where a token's feed is. */
  sealed interface Known {
    record Subscribed(String feed, HubSubscription hub) implements Known {}

    record Nobody() implements Known {}

    /** This instance does not know its own feeds yet. */
    record NotYet() implements Known {}
  }

  /** What a hub is told. */
  public sealed interface Reply {
    /** Yes, we asked for that: status 200 with the challenge as the body. */
    record Confirmed(String challenge) implements Reply {}

    /** Received: status 202. */
    record Received() implements Reply {}

    /** We did not ask for that: status 404. */
    record NotAsked() implements Reply {}

    /** We want no more of it: status 410, which ends the subscription. */
    record Unwanted() implements Reply {}

    /** It could not be kept: status 503, the hub tries again. */
    record NotNow() implements Reply {}
  }

  private final Function<String, Known> byToken;
  private final BiPredicate<String, Visit> visit;

  /**
   * @param visit has something done for a feed; false where it cannot be
   */
  HubCallbacks(Function<String, Known> byToken, BiPredicate<String, Visit> visit) {
    this.byToken = byToken;
    this.visit = visit;
  }

  /**
   * A hub asks whether we asked, or says that it will not push.
   *
   * @param token the last segment of the callback's path
   * @param query the parameters of the request
   */
  public Reply confirm(String token, Map<String, List<String>> query) {
    String topic = first(query, "hub.topic");
    return switch (byToken.apply(token)) {
      case Known.NotYet() -> new Reply.NotNow();
      case Known.Subscribed(String feed, HubSubscription hub) when hub.topic().equals(topic) ->
          asked(feed, query);
      case Known.Subscribed _, Known.Nobody _ -> notAsked(query);
    };
  }

  /** About a feed that we want. */
  private Reply asked(String feed, Map<String, List<String>> query) {
    return switch (first(query, "hub.mode")) {
      case "subscribe" ->
          visit.test(feed, new Visit.Granted(lease(query)))
              ? new Reply.Confirmed(first(query, "hub.challenge"))
              : new Reply.NotNow();
      case "denied" ->
          visit.test(feed, new Visit.Denied(refusal(query)))
              ? new Reply.Received()
              : new Reply.NotNow();
      default -> new Reply.NotAsked();
    };
  }

  /** Whatever we do not want is ended with our consent, whoever asks. */
  private static Reply notAsked(Map<String, List<String>> query) {
    return first(query, "hub.mode").equals("unsubscribe")
        ? new Reply.Confirmed(first(query, "hub.challenge"))
        : new Reply.NotAsked();
  }

  private static Duration lease(Map<String, List<String>> query) {
    String seconds = first(query, "hub.lease_seconds");
    return SECONDS.matcher(seconds).matches()
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : Duration.ofDays(1);
  }

  private static String refusal(Map<String, List<String>> query) {
    String reason = first(query, "hub.reason");
    return "the hub refuses to push" + (reason.isEmpty() ? "" : ": " + reason);
  }

  /**
   * A hub pushes. What is not signed with the secret is received and thrown away, as the standard
   * asks. Blocks until the items are kept.
   *
   * @param headers names in lower case
   */
  public Reply deliver(String token, Map<String, List<String>> headers, byte[] body)
      throws InterruptedException {
    return switch (byToken.apply(token)) {
      case Known.Nobody() -> new Reply.Unwanted();
      case Known.NotYet() -> new Reply.NotNow();
      case Known.Subscribed(String feed, HubSubscription hub) -> {
        if (!HubSignature.isRight(first(headers, "x-hub-signature"), body, hub.secret())) {
          LOG.atWarn()
              .addKeyValue("feed", feed)
              .addKeyValue("hub", hub.hub())
              .log(
                  "a push without the hub's right signature is thrown away; somebody forges it, or the hub signs wrongly");
          yield new Reply.Received();
        }
        yield keep(feed, headers, body);
      }
    };
  }

  private Reply keep(String feed, Map<String, List<String>> headers, byte[] body)
      throws InterruptedException {
    CompletableFuture<Boolean> committed = new CompletableFuture<>();
    if (!visit.test(feed, new Visit.Delivered(headers, body, committed))) {
      return new Reply.NotNow();
    }
    try {
      return committed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
          ? new Reply.Received()
          : new Reply.Unwanted();
    } catch (TimeoutException | ExecutionException e) {
      return new Reply.NotNow();
    }
  }

  private static String first(Map<String, List<String>> values, String name) {
    List<String> of = values.getOrDefault(name, List.of());
    return of.isEmpty() ? "" : of.getFirst();
  }
}
