package org.wirewatch.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirewatch.model.Item;
import org.wirewatch.model.TopicNames;

@Timeout(120)
class StateLogIT {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private TopicNames names = TopicNames.DEFAULT;

  @BeforeEach
  void createTopics() throws Exception {
    names = BrokerForTests.topics(1);
  }

  @Test
  void aNewOwnerShutsTheOldOneOutAndReadsWhereItStopped() {
    StateLog old = StateLog.open(BrokerForTests.client(), names, 0);
    old.commit(List.of(entry("one")));

    try (StateLog current = StateLog.open(BrokerForTests.client(), names, 0)) {
      assertThat(current.read()).containsOnlyKeys("one");
      assertThatThrownBy(() -> old.commit(List.of(entry("two"))))
          .isInstanceOf(KafkaException.class);

      assertThat(current.read()).containsOnlyKeys("one");
      awaitItems("one");
    }
    old.close();
  }

  @Test
  void whatADeadOwnerWasWritingIsNeitherItemNorState() {
    StateLog dead = StateLog.open(BrokerForTests.client(), names, 0);
    dead.commit(List.of(entry("one")));
    dead.write(List.of(entry("two")));

    try (StateLog current = StateLog.open(BrokerForTests.client(), names, 0)) {
      assertThat(current.read()).containsOnlyKeys("one");
      current.commit(List.of(entry("two")));
    }

    awaitItems("one", "two");
    dead.close();
  }

  @Test
  void aForgottenFeedHasNoState() {
    try (StateLog log = StateLog.open(BrokerForTests.client(), names, 0)) {
      log.commit(List.of(entry("one")));
      log.commit(List.of(new StateLog.Entry("one", null, List.of())));
    }

    try (StateLog next = StateLog.open(BrokerForTests.client(), names, 0)) {
      assertThat(next.read()).isEmpty();
    }
  }

  @Test
  void anItemTooLongForARecordIsCutAndWritten() {
    Item item = Item.ofText("long", "Title", "ต".repeat(2_000_000));
    PackedItem packed = PackedItem.of(item, 0);
    FeedState state = FeedState.unpolled("one", Duration.ofMinutes(5), NOW);
    try (StateLog log = StateLog.open(BrokerForTests.client(), names, 0)) {
      log.commit(List.of(new StateLog.Entry("one", state, List.of(packed))));
    }

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(BrokerForTests.items(names))
                .singleElement()
                .satisfies(i -> assertThat(i.body()).hasSize(150_000)));
  }

  /** A commit is done before every reader sees it. */
  private void awaitItems(String... ids) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(BrokerForTests.items(names)).extracting(Item::id).containsExactly(ids));
  }

  private static StateLog.Entry entry(String feed) {
    FeedState state = FeedState.unpolled(feed, Duration.ofMinutes(5), NOW);
    PackedItem item = PackedItem.of(Item.ofText(feed, "Title", "Text"), NOW.toEpochMilli());
    return new StateLog.Entry(feed, state, List.of(item));
  }
}
