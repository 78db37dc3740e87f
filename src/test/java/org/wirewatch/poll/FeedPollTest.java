package org.wirewatch.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirewatch.feed.FeedLimits;
import org.wirewatch.feed.FeedParser;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.poll.FeedProgress.Polled;
import org.wirewatch.poll.FeedServer.Answer;
import org.wirewatch.poll.Health.Outcome;
import org.wirewatch.text.LanguageDetector;

@Timeout(20)
class FeedPollTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final PollConfig CONFIG =
      PollConfig.DEFAULT
          .withAllowPrivateAddresses(true)
          .withMaxBytes(2_000_000)
          .withManners(
              new PollConfig.Manners(
                  8,
                  8,
                  Duration.ZERO,
                  Duration.ofHours(1),
                  Duration.ofSeconds(1),
                  Duration.ofSeconds(2),
                  Duration.ofSeconds(5)));

  private final FeedServer server = new FeedServer();
  private final Fetcher fetcher = new Fetcher(CONFIG, CLOCK);
  private final FeedPoll poll =
      new FeedPoll(
          fetcher,
          new FeedProgress(new FeedParser(FeedLimits.DEFAULT, LanguageDetector::detect), CONFIG),
          new FullText(fetcher, CLOCK),
          new Hubs(fetcher, null),
          CLOCK);

  @AfterEach
  void close() {
    fetcher.close();
    server.close();
  }

  @Test
  void aLargeDocumentIsReadAndKnownAsLargeFromThenOn() throws InterruptedException {
    server.answer("/feed", Answer.ok(document(700_000)));

    Polled first = poll.visit(task(null));
    Polled second = poll.visit(task(first.state()));

    assertThat(first.items()).hasSize(1);
    assertThat(second.state().health().outcome()).isEqualTo(Outcome.OK);
    assertThat(server.requests("/feed")).hasSize(3);
  }

  @Test
  void aDocumentAboveTheConfiguredBoundIsRefused() throws InterruptedException {
    server.answer("/feed", Answer.ok(document(2_100_000)));

    Polled polled = poll.visit(task(null));

    assertThat(polled.state().health().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(polled.state().health().problem()).contains("more than 2000000 bytes");
  }

  private static String document(int atLeast) {
    return Feeds.rss(Feeds.entry("one", NOW).replace("Text", "Text ".repeat(atLeast / 5)));
  }

  private Agenda.Task task(@Nullable FeedState before) {
    FeedDefinition feed = Feeds.definition(server.url("/feed"), Duration.ofMinutes(5));
    FeedState state =
        before == null ? FeedState.unpolled(feed.url(), feed.interval(), NOW) : before;
    return new Agenda.Task(feed, state, state, 1, new Visit.Poll());
  }
}
