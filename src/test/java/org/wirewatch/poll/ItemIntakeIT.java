package org.wirewatch.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirewatch.json.Conforms;
import org.wirewatch.json.Json;
import org.wirewatch.model.Item;
import org.wirewatch.model.TopicNames;
import org.wirewatch.poll.ItemIntake.Failed;
import org.wirewatch.poll.ItemIntake.Outcome;
import org.wirewatch.poll.ItemIntake.Taken;

class ItemIntakeIT {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private TopicNames names = TopicNames.DEFAULT;
  private ItemIntake intake = intake(Map.of());

  @BeforeEach
  void connect() throws Exception {
    names = BrokerForTests.topics(2);
    intake = intake(BrokerForTests.client());
  }

  @AfterEach
  void disconnect() {
    intake.close();
  }

  private ItemIntake intake(Map<String, Object> client) {
    return new ItemIntake(client, names, InstantSource.fixed(NOW), meters);
  }

  private Outcome.Judged send(String body) {
    Outcome outcome = intake.take(body.getBytes(StandardCharsets.UTF_8));
    assertThat(outcome).isInstanceOf(Outcome.Judged.class);
    assertThat(Conforms.faults("intake", Json.mapper().writeValueAsString(outcome))).isEmpty();
    return (Outcome.Judged) outcome;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"title":"One"}                        | One
          {{nl}"title":{nl}"One"}                | One
          [{"title":"One"},{"title":"Two"}]      | One,Two
          {"title":"One"}{nl}{"title":"Two"}{nl} | One,Two
          """)
  void oneAnArrayOrLines_areTaken(String body, String titles) {
    Outcome.Judged judged = send("\uFEFF" + body.replace("{nl}", "\n"));

    assertThat(judged.failed()).isEmpty();
    List<Item> items = BrokerForTests.items(names);
    assertThat(items).extracting(Item::title).containsExactlyInAnyOrder(titles.split(","));
    assertThat(judged.taken())
        .extracting(Taken::id)
        .containsExactlyInAnyOrderElementsOf(items.stream().map(Item::id).toList());
  }

  @Test
  void eachIsJudgedByItself_andTheBadOnesAreNamedByLine() {
    Outcome.Judged judged =
        send(
            """
            {"title":"One"}

            {"title":
            ["no item"]
            {"title":"Two","published":"yesterday"}
            {"summary":""}
            {"title":"Three","url":"javascript:alert(1)"}
            {"title":"Four","source":{"id":"x","name":"X","tier":9}}
            {"title":"Five"}
            """);

    assertThat(judged.taken()).extracting(Taken::index).containsExactly(0, 7);
    assertThat(judged.failed())
        .extracting(f -> f.line().getAsInt())
        .containsExactly(3, 4, 5, 6, 7, 8);
    assertThat(judged.failed())
        .extracting(Failed::error)
        .satisfiesExactly(
            e -> assertThat(e).startsWith("no JSON: "),
            e -> assertThat(e).contains("an item is a JSON object"),
            e -> assertThat(e).contains("published"),
            e -> assertThat(e).contains("neither title, summary, body nor url"),
            e -> assertThat(e).contains("'url' is no http or https address"),
            e -> assertThat(e).contains("tier is 1, 2 or 3, not 9"));
    assertThat(BrokerForTests.items(names))
        .extracting(Item::title)
        .containsExactlyInAnyOrder("One", "Five");
    assertThat(meters.counter("wirewatch.poll.pushed", "outcome", "failed").count()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({"'',empty", "'{\"title\":\n\"a',no JSON", "hello there,no JSON"})
  void aBodyWithoutItems_isOneFault(String body, String error) {
    Outcome.Judged judged = send(body);

    assertThat(judged.taken()).isEmpty();
    assertThat(judged.failed())
        .singleElement()
        .extracting(Failed::error)
        .asString()
        .contains(error);
  }

  @Test
  void theSameItemAgain_hasTheSameId_fromItsCanonicalAddress() {
    String first =
        send("{\"title\":\"One\",\"url\":\"https://n.example/a?utm_source=x\"}")
            .taken()
            .getFirst()
            .id();
    String again =
        send("{\"title\":\"One, edited\",\"url\":\"http://n.example/a#top\"}")
            .taken()
            .getFirst()
            .id();

    assertThat(again).isEqualTo(first);
  }

  @Test
  void timesAreOfReceipt_whereTheSendersAreMissingOrInTheFuture() {
    send(
        """
        {"id":"a","title":"One","published":"2026-11-22T08:00:00+02:00","fetched":"2030-01-01T00:00:00Z"}
        {"id":"b","title":"Two"}
        {"id":"c","title":"Three","published":"2031-01-01T00:00:00Z"}
        """);

    List<Item> items = BrokerForTests.items(names);
    assertThat(items).hasSize(3).allSatisfy(i -> assertThat(i.fetched()).isEqualTo(NOW));
    assertThat(byId(items, "a").published()).isEqualTo("2026-11-22T06:00:00Z");
    assertThat(byId(items, "a").repairs()).isEmpty();
    assertThat(byId(items, "b").published()).isEqualTo(NOW);
    assertThat(byId(items, "b").repairs())
        .containsExactly("no date, taken from the time of receipt");
    assertThat(byId(items, "c").published()).isEqualTo(NOW);
    assertThat(byId(items, "c").repairs()).singleElement().asString().contains("in the future");
  }

  private static Item byId(List<Item> items, String id) {
    return items.stream().filter(i -> i.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void whatKafkaDoesNotTake_isToldAsOne_andTheRestIsTaken() {
    String huge = "{\"title\":\"One\",\"summary\":\"" + "x".repeat(1_200_000) + "\"}";

    Outcome.Judged judged = send("[" + huge + ",{\"title\":\"Two\"}]");

    assertThat(judged.taken()).extracting(Taken::index).containsExactly(1);
    assertThat(judged.failed())
        .singleElement()
        .satisfies(f -> assertThat(f.error()).contains("too large"));
  }

  @Test
  void withoutABroker_nothingIsTold_andTheSenderIsAskedToComeBack() {
    try (ItemIntake cut = intake(Map.of("bootstrap.servers", "127.0.0.1:9", "max.block.ms", 300))) {
      assertThat(cut.take("{\"title\":\"One\"}".getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(Outcome.Unavailable.class);
    }
  }
}
