package org.wirewatch.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.model.Item;
import org.wirewatch.model.TopicNames;
import org.wirewatch.poll.FeedServer.Answer;
import org.wirewatch.poll.Health.Outcome;

@Timeout(120)
class PollerIT {
  private static final Duration QUICK = Duration.ofMillis(50);
  private static final PollConfig CONFIG =
      PollConfig.DEFAULT
          .withAllowPrivateAddresses(true)
          .withManners(
              new PollConfig.Manners(
                  64,
                  64,
                  Duration.ZERO,
                  Duration.ofMillis(100),
                  Duration.ofSeconds(2),
                  Duration.ofSeconds(2),
                  Duration.ofSeconds(2)));

  private final FeedServer server = new FeedServer();
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private TopicNames names = TopicNames.DEFAULT;

  @BeforeEach
  void createTopics() throws Exception {
    names = BrokerForTests.topics(2);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void whatIsNewReachesTheTopicAndTheBacklogDoesNot() {
    server.answer(
        "/feed",
        Answer.ok(
            Feeds.rss(
                Feeds.entry("new", Instant.now()),
                Feeds.entry("old", Instant.now().minus(Duration.ofDays(3))))));
    subscribe("/feed");
    try (Poller poller = poller("a")) {
      awaitTitles("Title new");

      server.answer("/feed", Answer.ok(Feeds.rss(Feeds.entry("newer", Instant.now()))));

      awaitTitles("Title new", "Title newer");
      assertThat(poller.check().feeds()).containsEntry(Outcome.OK, 1);
      assertThat(poller.check().problem()).isNull();
      assertThat(entries("backlog")).isEqualTo(1);
      assertThat(entries("new")).isEqualTo(2).isEqualTo((double) poller.check().items());
      assertThat(meters.get("wirewatch.poll.feeds").tag("state", "ok").gauge().value())
          .isEqualTo(1);
    }
  }

  @Test
  void aRestartGoesOnWhereItStoppedAndRepeatsNothing() {
    server.answer("/feed", Answer.ok(Feeds.rss(Feeds.entry("one", Instant.now()))));
    subscribe("/feed");
    try (Poller poller = poller("a")) {
      awaitTitles("Title one");
    }
    String two = Feeds.rss(Feeds.entry("two", Instant.now()), Feeds.entry("one", Instant.now()));
    server.answer("/feed", Answer.ok(two));

    try (Poller poller = poller("a")) {
      awaitTitles("Title one", "Title two");
      awaitPolls(poller, 3);
    }

    assertThat(titles()).containsExactlyInAnyOrder("Title one", "Title two");
    assertThat(FeedStates.read(BrokerForTests.client(), names).get(server.url("/feed")))
        .satisfies(state -> assertThat(state.health().outcome()).isEqualTo(Outcome.OK));
  }

  @Test
  void instancesShareTheFeedsAndOneTakesOverFromTheOther() {
    Map<String, @Nullable FeedDefinition> feeds = new HashMap<>();
    for (int i = 0; i < 20; i++) {
      String path = "/feed" + i;
      server.answer(path, Answer.ok(Feeds.rss(Feeds.entry("first" + i, Instant.now()))));
      feeds.put(server.url(path), Feeds.definition(server.url(path), QUICK));
    }
    BrokerForTests.subscribe(names, feeds);
    try (Poller one = poller(null)) {
      eventually().until(() -> one.states().size() == 20);
      try (Poller two = poller(null)) {
        eventually().until(() -> !one.states().isEmpty() && !two.states().isEmpty());
        eventually().until(() -> one.states().size() + two.states().size() == 20);
        eventually().until(() -> titles().size() == 20);
      }
      for (int i = 0; i < 20; i++) {
        server.answer("/feed" + i, Answer.ok(Feeds.rss(Feeds.entry("second" + i, Instant.now()))));
      }
      eventually().until(() -> titles().size() >= 40);
      awaitPolls(one, 60);
    }

    assertThat(titles()).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void aPageThatIsNoFeed_isCountedAndSaysSo() {
    server.answer("/feed", Answer.ok("<!DOCTYPE html><html><body>no feed</body></html>"));
    subscribe("/feed");
    try (Poller poller = poller("a")) {
      eventually().until(() -> poller.check().feeds().equals(Map.of(Outcome.UNREADABLE, 1)));

      assertThat(failures("unreadable"))
          .isPositive()
          .isLessThanOrEqualTo(
              poller.check().polls().getOrDefault(PollCheck.Answer.UNREADABLE, 0L).doubleValue());
    }
  }

  @Test
  void aCancelledFeedIsForgotten() {
    server.answer("/feed", Answer.ok(Feeds.rss(Feeds.entry("one", Instant.now()))));
    subscribe("/feed");
    try (Poller poller = poller("a")) {
      awaitTitles("Title one");

      Map<String, @Nullable FeedDefinition> cancelled = new HashMap<>();
      cancelled.put(server.url("/feed"), null);
      BrokerForTests.subscribe(names, cancelled);

      eventually().until(() -> poller.states().isEmpty());
      eventually().until(() -> FeedStates.read(BrokerForTests.client(), names).isEmpty());
    }
  }

  @Test
  void aFeedThatIsCancelledWhileNobodyPollsIsForgotten() {
    server.answer("/feed", Answer.ok(Feeds.rss(Feeds.entry("one", Instant.now()))));
    subscribe("/feed");
    try (Poller poller = poller("a")) {
      awaitTitles("Title one");
    }
    Map<String, @Nullable FeedDefinition> cancelled = new HashMap<>();
    cancelled.put(server.url("/feed"), null);
    BrokerForTests.subscribe(names, cancelled);

    try (Poller poller = poller("a")) {
      eventually().until(() -> FeedStates.read(BrokerForTests.client(), names).isEmpty());
    }
  }

  @Test
  void itemsOfAFeedWithFullTextHaveThePagesBody() {
    String paragraph =
        "<p>" + "The ferry company said the crossing stays shut. ".repeat(8) + "</p>";
    server.answer("/robots.txt", Answer.ok("User-agent: *\nDisallow: /closed/\n"));
    for (String page : List.of("/open/a", "/closed/b")) {
      server.answer(
          page,
          Answer.ok("<html><body><article>" + paragraph.repeat(3) + "</article></body></html>"));
    }
    server.answer(
        "/feed",
        Answer.ok(
            Feeds.rss(
                Feeds.entry("a", Instant.now())
                    .replace("https://news.example/a", server.url("/open/a")),
                Feeds.entry("b", Instant.now())
                    .replace("https://news.example/b", server.url("/closed/b")))));
    String url = server.url("/feed");
    BrokerForTests.subscribe(
        names, Map.of(url, new FeedDefinition(url, "", null, null, 3, null, QUICK, true)));
    try (Poller poller = poller("a")) {
      awaitTitles("Title a", "Title b");
    }

    assertThat(bodyOf("Title a")).contains("the crossing stays shut");
    assertThat(bodyOf("Title b")).doesNotContain("the crossing");
    assertThat(server.requests("/closed/b")).isEmpty();
  }

  private double failures(String kind) {
    return meters.get("wirewatch.poll.failures").tag("kind", kind).counter().count();
  }

  private double entries(String outcome) {
    return meters.get("wirewatch.poll.entries").tag("outcome", outcome).counter().count();
  }

  private void subscribe(String path) {
    String url = server.url(path);
    BrokerForTests.subscribe(names, Map.of(url, Feeds.definition(url, QUICK)));
  }

  private Poller poller(@Nullable String instance) {
    Poller poller =
        new Poller(
            CONFIG.withInstance(instance),
            BrokerForTests.client(),
            names,
            InstantSource.system(),
            meters);
    poller.start();
    return poller;
  }

  private Set<String> distinctTitles() {
    return Set.copyOf(titles());
  }

  private String bodyOf(String title) {
    return BrokerForTests.items(names).stream()
        .filter(item -> item.title().equals(title))
        .map(Item::body)
        .collect(Collectors.joining());
  }

  private List<String> titles() {
    return BrokerForTests.items(names).stream().map(Item::title).toList();
  }

  private void awaitTitles(String... titles) {
    eventually().until(() -> distinctTitles().equals(Set.of(titles)));
  }

  private static ConditionFactory eventually() {
    return await().atMost(Duration.ofSeconds(30));
  }

  private static void awaitPolls(Poller poller, long more) {
    long before = polls(poller);
    eventually().until(() -> polls(poller) >= before + more);
  }

  private static long polls(Poller poller) {
    return poller.check().polls().values().stream().mapToLong(Long::longValue).sum();
  }
}
