package org.wirewatch.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirewatch.feed.FeedLimits;
import org.wirewatch.feed.FeedParser;
import org.wirewatch.json.Json;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.model.Item;
import org.wirewatch.poll.FeedProgress.Polled;
import org.wirewatch.poll.FetchResult.Body;
import org.wirewatch.poll.FetchResult.Failed;
import org.wirewatch.poll.FetchResult.NotModified;
import org.wirewatch.poll.FetchResult.Reason;
import org.wirewatch.poll.Health.Outcome;

class FeedProgressTest {
  private static final String URL = "https://news.example/feed.xml";
  private static final FeedDefinition FEED = Feeds.definition(URL, Duration.ofMinutes(5));
  private static final FeedProgress PROGRESS =
      new FeedProgress(
          new FeedParser(FeedLimits.DEFAULT, text -> Optional.empty()), PollConfig.DEFAULT);

  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private FeedState state = FeedState.unpolled(URL, FEED.interval(), now);

  @Test
  void theFirstPollEmitsOnlyWhatIsYoung() {
    List<Item> items =
        poll(
            Feeds.rss(
                Feeds.entry("new", now.minus(Duration.ofHours(1))),
                Feeds.entry("old", now.minus(Duration.ofDays(2)))));

    assertThat(items).extracting(Item::title).containsExactly("Title new");
    assertThat(items.getFirst().fetched()).isEqualTo(now);
    assertThat(items.getFirst().feed()).isEqualTo(URL);
  }

  @Test
  void theBacklogStaysUnderTheTable() {
    String backlog = Feeds.entry("old", now.minus(Duration.ofDays(2)));
    poll(Feeds.rss(backlog));

    List<Item> items = poll(Feeds.rss(Feeds.entry("new", now), backlog));

    assertThat(items).extracting(Item::title).containsExactly("Title new");
  }

  @Test
  void afterTheFirstPollLateItemsAreEmittedToo() {
    poll(Feeds.rss(Feeds.entry("one", now)));

    List<Item> items =
        poll(
            Feeds.rss(Feeds.entry("late", now.minus(Duration.ofDays(1))), Feeds.entry("one", now)));

    assertThat(items).extracting(Item::title).containsExactly("Title late");
  }

  @Test
  void aFirstPollThatFailedLeavesTheBacklogABacklog() {
    after(Failed.of(Reason.CONNECT, "nobody there"));

    assertThat(poll(Feeds.rss(Feeds.entry("old", now.minus(Duration.ofDays(2)))))).isEmpty();
  }

  @Test
  void anEditedItemKeepsItsId() {
    Item first = poll(Feeds.rss(Feeds.entry("one", now))).getFirst();

    List<Item> items = poll(Feeds.rss(Feeds.entry("one", now).replace("Text", "Corrected text")));

    assertThat(items).hasSize(1);
    assertThat(items.getFirst().id()).isEqualTo(first.id());
  }

  @Test
  void notModifiedNeverClearsAFailure() {
    poll(Feeds.rss(Feeds.entry("one", now)));
    after(new Failed(Reason.STATUS, "the server answered 500", 500, null));

    after(new NotModified(Map.of()));

    assertThat(state.health().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(state.health().problem()).contains("500");
  }

  @Test
  void afterAFailureTheWholeDocumentIsAskedFor() {
    poll(Feeds.rss(Feeds.entry("one", now)));
    assertThat(FeedProgress.validators(state).etag()).isEqualTo("\"1\"");

    after(Failed.of(Reason.TIMEOUT, "too slow"));

    assertThat(FeedProgress.validators(state)).isEqualTo(Validators.NONE);
  }

  @Test
  void theSameBytesAfterAFailureMakeItWellAndEmitNothing() {
    String rss = Feeds.rss(Feeds.entry("one", now));
    poll(rss);
    after(Failed.of(Reason.TIMEOUT, "too slow"));

    assertThat(poll(rss)).isEmpty();

    assertThat(state.health().outcome()).isEqualTo(Outcome.OK);
    assertThat(state.health().failures()).isZero();
  }

  @Test
  void goneRetiresAtOnceAndNotFoundAfterDays() {
    after(new Failed(Reason.NOT_FOUND, "404 not found", 404, null));
    for (int day = 0; day < 2; day++) {
      now = now.plus(Duration.ofHours(20));
      after(new Failed(Reason.NOT_FOUND, "404 not found", 404, null));
      after(new Failed(Reason.NOT_FOUND, "404 not found", 404, null));
      assertThat(state.health().outcome()).isEqualTo(Outcome.FAILED);
    }
    now = now.plus(Duration.ofHours(20));
    after(new Failed(Reason.NOT_FOUND, "404 not found", 404, null));
    assertThat(state.health().outcome()).isEqualTo(Outcome.RETIRED);
    assertThat(state.nextPoll()).isEqualTo(now.plus(Duration.ofDays(7)));

    state = FeedState.unpolled(URL, FEED.interval(), now);
    after(new Failed(Reason.GONE, "410 gone", 410, null));
    assertThat(state.health().outcome()).isEqualTo(Outcome.RETIRED);
    assertThat(state.health().problem()).contains("retired");
  }

  @Test
  void aRetiredFeedThatAnswersIsBack() {
    after(new Failed(Reason.GONE, "410 gone", 410, null));

    poll(Feeds.rss(Feeds.entry("one", now)));

    assertThat(state.health().outcome()).isEqualTo(Outcome.OK);
  }

  @Test
  void aMovedFeedIsAskedThereAndAtItsOldPlaceWhenThatFails() {
    byte[] rss = Feeds.rss(Feeds.entry("one", now)).getBytes(StandardCharsets.UTF_8);
    after(new Body("https://b.example/f", "https://b.example/f", 200, Map.of(), rss, false));
    assertThat(state.address()).isEqualTo("https://b.example/f");

    for (int i = 0; i < 3; i++) {
      after(new Failed(Reason.GONE, "410 gone", 410, null));
    }

    assertThat(state.address()).isEqualTo(URL);
    assertThat(state.health().outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void aWebPageInTheFeedsPlaceIsReported() {
    poll("<!DOCTYPE html><html><head><title>Sorry</title></head><body>Blocked</body></html>");

    assertThat(state.health().outcome()).isEqualTo(Outcome.UNREADABLE);
    assertThat(state.health().problem()).isNotBlank();
  }

  @Test
  void aFeedThatLostItsEntriesIsReported() {
    poll(Feeds.rss(Feeds.entry("one", now)));

    poll(Feeds.rss());

    assertThat(state.health().outcome()).isEqualTo(Outcome.EMPTY);
    assertThat(state.health().problem()).contains("it had some before");
  }

  @Test
  void aFeedThatBreaksItsHabitIsReportedOnce() {
    for (int i = 0; i < 12; i++) {
      now = now.plus(Duration.ofHours(1));
      poll(Feeds.rss(Feeds.entry("n" + i, now)));
    }
    now = now.plus(Duration.ofHours(5));
    after(new NotModified(Map.of()));
    assertThat(state.health().outcome()).isEqualTo(Outcome.OK);

    now = now.plus(Duration.ofHours(2));
    after(new NotModified(Map.of()));

    assertThat(state.health().outcome()).isEqualTo(Outcome.QUIET);
    assertThat(state.health().problem()).contains("nothing new since");

    poll(Feeds.rss(Feeds.entry("again", now)));
    assertThat(state.health().outcome()).isEqualTo(Outcome.OK);
  }

  @Test
  void ofABodyThatBrokeOffTheWholeItemsAreKeptAndNoValidators() {
    String rss = Feeds.rss(Feeds.entry("one", now), Feeds.entry("two", now));
    byte[] half = rss.substring(0, rss.lastIndexOf("<item>") + 20).getBytes(StandardCharsets.UTF_8);

    List<Item> items =
        after(new Body(URL, null, 200, Map.of("etag", List.of("\"1\"")), half, true)).items();

    assertThat(items).extracting(Item::title).contains("Title one");
    assertThat(state.validators()).isEqualTo(Validators.NONE);
  }

  @Test
  void theStateIsReadBackFromItsJson() {
    poll(Feeds.rss(Feeds.entry("one", now)));
    after(Failed.of(Reason.TIMEOUT, "too slow"));

    String json = Json.mapper().writeValueAsString(state);

    assertThat(Json.mapper().readValue(json, FeedState.class)).isEqualTo(state);
    assertThat(json).contains("\"next_poll\":\"2026-11-22T").contains("\"outcome\":\"failed\"");
  }

  private List<Item> poll(String document) {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    return after(new Body(URL, null, 200, Map.of("etag", List.of("\"1\"")), bytes, false)).items();
  }

  private Polled after(FetchResult result) {
    Polled polled = PROGRESS.after(FEED, state, result, now, 0.5);
    state = polled.state();
    return polled;
  }
}
