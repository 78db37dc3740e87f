package org.wirewatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirewatch.Hub.Subscription;
import org.wirewatch.broker.EmbeddedBroker;
import org.wirewatch.json.Json;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.model.Item;
import org.wirewatch.model.TopicNames;
import org.wirewatch.poll.HubSubscription;
import org.wirewatch.poll.PollConfig;
import org.wirewatch.poll.Poller;
import org.wirewatch.serve.Desk;
import org.wirewatch.serve.DeskConfig;
import org.wirewatch.topology.DefinitionSync;
import org.wirewatch.topology.Topics;
import org.wirewatch.topology.TopicsConfig;

/** Feeds that hubs push (WebSub), over real HTTP both ways and a real broker. */
@Timeout(60)
class WebSubIT {
  @TempDir static Path log;
  private static EmbeddedBroker broker;
  private static int prefixes;

  private final AtomicReference<Optional<Poller>> poller = new AtomicReference<>(Optional.empty());
  private Hub hub;
  private Desk desk;
  private Topics topics;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedBroker.start(log, 0);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void startHubAndDesk() throws Exception {
    hub = Hub.start();
    topics = new Topics(new TopicNames("websub" + prefixes++), TopicsConfig.DEFAULT);
    try (Admin admin = Admin.create(client())) {
      topics.create(admin);
    }
    desk =
        Desk.start(
            new DeskConfig("127.0.0.1", 0, null, null),
            new DeskRoutes(Map::of)
                .hubs(() -> poller.get().map(Poller::hubCallbacks), 1_000_000)
                .all(),
            new SimpleMeterRegistry());
  }

  @AfterEach
  void stop() {
    poller.get().ifPresent(Poller::close);
    desk.close();
    hub.close();
  }

  @Test
  void whatAHubPushesIsThereAtOnceAndOnce() throws Exception {
    hub.serve(rss("first"), 202);
    poll();
    Subscription subscription = subscribed();

    assertThat(hub.push(subscription, rss("second"), subscription.secret())).isEqualTo(202);

    assertThat(titles()).containsExactly("Title first", "Title second");
    assertThat(hub.push(subscription, rss("second"), subscription.secret())).isEqualTo(202);
    assertThat(titles()).containsExactly("Title first", "Title second");
    assertThat(subscription.topic()).isEqualTo(hub.url("/feed"));
  }

  @Test
  void aPushWithAWrongSignatureIsThrownAway() throws Exception {
    hub.serve(rss("first"), 202);
    poll();
    Subscription subscription = subscribed();

    assertThat(hub.push(subscription, rss("forged"), "guessed")).isEqualTo(202);
    assertThat(hub.post(subscription.callback(), rss("forged"), "md5=00")).isEqualTo(202);
    assertThat(hub.push(subscription, rss("true"), subscription.secret())).isEqualTo(202);

    assertThat(titles()).containsExactly("Title first", "Title true");
  }

  @Test
  void aPushThatNobodyAskedForEndsTheSubscription() throws Exception {
    hub.serve(rss("first"), 202);
    poll();
    Subscription subscription = subscribed();
    String callback = subscription.callback().replaceAll("[^/]*$", "another-token");

    assertThat(hub.post(callback, rss("stray"), "sha256=00")).isEqualTo(410);
  }

  @Test
  void whereTheHubRefusesTheFeedIsPolled() throws Exception {
    hub.serve(rss("first"), 403);
    poll();
    eventually().until(() -> hubOfFeed().map(HubSubscription::refusals).orElse(0) == 1);

    hub.serve(rss("first", "second"), 403);

    eventually().until(() -> titles().contains("Title second"));
    assertThat(hubOfFeed().map(HubSubscription::problem).orElse("")).contains("403");
  }

  private Subscription subscribed() {
    eventually().until(() -> !hub.confirmed().isEmpty());
    eventually().until(() -> hubOfFeed().map(h -> h.isActive(Instant.now())).orElse(false));
    return hub.confirmed().getFirst();
  }

  private Optional<HubSubscription> hubOfFeed() {
    return poller.get().orElseThrow().states().stream()
        .flatMap(state -> Optional.ofNullable(state.hub()).stream())
        .findFirst();
  }

  private void poll() {
    FeedDefinition feed =
        new FeedDefinition(
            hub.url("/feed"), "Example", null, "en", 3, null, Duration.ofMillis(500), false);
    new DefinitionSync(client()).sync(topics.feeds(), Map.of(feed.url(), feed));
    PollConfig config =
        PollConfig.DEFAULT
            .withAllowPrivateAddresses(true)
            .withCallbacks(desk.address() + DeskRoutes.HUBS);
    Poller started =
        new Poller(
            config, client(), topics.names(), InstantSource.system(), new SimpleMeterRegistry());
    started.start();
    poller.set(Optional.of(started));
  }

  private List<String> titles() {
    return TopicReader.values(broker.bootstrapServers(), topics.names().items()).stream()
        .map(item -> Json.mapper().readValue(item, Item.class).title())
        .toList();
  }

  private static Map<String, Object> client() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  private static ConditionFactory eventually() {
    return await().atMost(Duration.ofSeconds(20));
  }

  private static String rss(String... names) {
    StringBuilder entries = new StringBuilder();
    for (String name : names) {
      entries.append(
          """
          <item><title>Title %s</title><link>https://paper.example/%s</link><pubDate>%s</pubDate></item>
          """
              .formatted(
                  name,
                  name,
                  DateTimeFormatter.RFC_1123_DATE_TIME.format(
                      Instant.now().atOffset(ZoneOffset.UTC))));
    }
    return "<rss version=\"2.0\"><channel><title>Example</title>" + entries + "</channel></rss>";
  }
}
