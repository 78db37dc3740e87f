package org.wirewatch.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirewatch.poll.HubCallbacks.Known;
import org.wirewatch.poll.HubCallbacks.Reply;

class HubCallbacksTest {
  private static final String FEED = "https://news.example/feed";
  private static final HubSubscription HUB =
      HubSubscription.wanted(
          "https://hub.example/", FEED, "https://desk.example/websub/t", "s", Instant.EPOCH);

  private final List<Visit> visits = new ArrayList<>();

  @Test
  void confirm_whatWeAskedFor_isConfirmedWithItsLease() {
    Reply reply = confirm(new Known.Subscribed(FEED, HUB), "subscribe", FEED);

    assertThat(reply).isEqualTo(new Reply.Confirmed("c"));
    assertThat(visits).containsExactly(new Visit.Granted(Duration.ofMinutes(10)));
  }

  @Test
  void confirm_anotherTopicOrNobodysToken_isNotAskedFor() {
    assertThat(confirm(new Known.Subscribed(FEED, HUB), "subscribe", "https://other.example/"))
        .isEqualTo(new Reply.NotAsked());
    assertThat(confirm(new Known.Nobody(), "subscribe", FEED)).isEqualTo(new Reply.NotAsked());
    assertThat(visits).isEmpty();
  }

  @Test
  void confirm_anEndThatWeDoNotWant_isRefused_andOneOfNobodysIsGranted() {
    assertThat(confirm(new Known.Subscribed(FEED, HUB), "unsubscribe", FEED))
        .isEqualTo(new Reply.NotAsked());
    assertThat(confirm(new Known.Nobody(), "unsubscribe", FEED))
        .isEqualTo(new Reply.Confirmed("c"));
  }

  @Test
  void confirm_beforeTheFeedsAreKnown_isPutOffWhateverIsAsked() {
    for (String mode : List.of("subscribe", "unsubscribe", "denied")) {
      assertThat(confirm(new Known.NotYet(), mode, FEED)).as(mode).isEqualTo(new Reply.NotNow());
    }
  }

  @Test
  void confirm_aHubThatWillNotPush_isHeard() {
    assertThat(confirm(new Known.Subscribed(FEED, HUB), "denied", FEED))
        .isEqualTo(new Reply.Received());
    assertThat(visits).singleElement().isInstanceOf(Visit.Denied.class);
  }

  private Reply confirm(Known known, String mode, String topic) {
    HubCallbacks callbacks =
        new HubCallbacks(token -> known, (feed, visit) -> feed.equals(FEED) && visits.add(visit));
    return callbacks.confirm(
        "t",
        Map.of(
            "hub.mode", List.of(mode),
            "hub.topic", List.of(topic),
            "hub.challenge", List.of("c"),
            "hub.lease_seconds", List.of("600")));
  }
}
