package org.wirewatch.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirewatch.broker.EmbeddedBroker;
import org.wirewatch.json.Conforms;
import org.wirewatch.json.Json;
import org.wirewatch.model.Attribution;
import org.wirewatch.model.Flag;
import org.wirewatch.model.FlaggedItem;
import org.wirewatch.model.Item;
import org.wirewatch.model.Kind;
import org.wirewatch.model.Status;
import org.wirewatch.model.TopicNames;

/** The view over a real broker: fed, resumed, and built anew. */
class SearchViewIT {
  @TempDir static Path brokerFolder;
  @TempDir Path folder;

  private static EmbeddedBroker broker;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedBroker.start(brokerFolder, 0);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  private static Map<String, Object> client() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  private static TopicNames topics(String prefix) throws Exception {
    TopicNames names = new TopicNames(prefix);
    try (Admin admin = Admin.create(client())) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(names.items(), 2, (short) 1),
                  new NewTopic(names.flags(), 2, (short) 1),
                  new NewTopic(names.alerts(), 2, (short) 1)))
          .all()
          .get();
    }
    return names;
  }

  private static void write(String topic, String key, Object value) {
    try (Producer<String, String> producer =
        new KafkaProducer<>(client(), new StringSerializer(), new StringSerializer())) {
      var _ =
          producer.send(new ProducerRecord<>(topic, key, Json.mapper().writeValueAsString(value)));
    }
  }

  private static FlaggedItem flagged(String item, String title) {
    Flag flag =
        new Flag(
            "desk",
            "event:port-closed",
            Kind.EVENT,
            "Port closed",
            0.9,
            true,
            1,
            List.of(),
            Status.IN_EFFECT,
            List.of("PE"),
            List.of(),
            List.of());
    return new FlaggedItem(item, title, "en", null, Attribution.OWN, List.of(flag));
  }

  private SearchView view(TopicNames names, SimpleMeterRegistry meters) {
    SearchView view = new SearchView(folder, client(), names, InstantSource.system(), meters);
    view.start();
    return view;
  }

  private static List<SearchHit> find(SearchView view, String name, String value) throws Exception {
    SearchQuery query = SearchQuery.of(Map.of(name, List.of(value)), Instant.now());
    SearchResult result = view.search(query);
    assertThat(Conforms.faults("search", Json.mapper().writeValueAsString(result))).isEmpty();
    return result.hits();
  }

  private static void awaitFound(SearchView view, String name, String value, String... ids) {
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptionsInstanceOf(SearchUnavailable.class)
        .untilAsserted(() ->
            assertThat(find(view, name, value))
                .extracting(SearchHit::id)
                .containsExactlyInAnyOrder(ids));
  }

  @Test
  void itemsAndTheirFlags_areFound_andAnotherStartGoesOnWhereTheLastEnded() throws Exception {
    TopicNames names = topics("first");
    write(names.flags(), "1", flagged("1", "Port of Callao closed"));
    write(names.items(), "1", Item.ofText("1", "Port of Callao closed", "Ships wait outside."));
    write(names.items(), "2", Item.ofText("2", "Callao cooks", "A dish of the sea."));
    write(names.items(), "bad", "no item");
    try (SearchView view = view(names, new SimpleMeterRegistry())) {
      awaitFound(view, "q", "callao", "1", "2");
      awaitFound(view, "country", "PE", "1");
      assertThat(find(view, "q", "ships").getFirst())
          .satisfies(hit -> {
            assertThat(hit.entries()).containsExactly("event:port-closed");
            assertThat(hit.statuses()).containsExactly(Status.IN_EFFECT);
          });
    }
    write(names.items(), "3", Item.ofText("3", "Callao reopens", ""));
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    try (SearchView again = view(names, meters)) {
      awaitFound(again, "q", "callao", "1", "2", "3");
      assertThat(meters.counter("wirewatch.search.indexed").count()).isEqualTo(1);
      assertThat(again.problem()).isNull();
    }
    try (SearchView others = view(topics("second"), new SimpleMeterRegistry())) {
      awaitFound(others, "limit", "10");
    }
  }

  @Test
  void withoutABroker_whatWasReadBeforeIsStillFound_andTheProblemIsTold() throws Exception {
    TopicNames names = topics("third");
    write(names.items(), "1", Item.ofText("1", "Port of Callao closed", ""));
    try (SearchView view = view(names, new SimpleMeterRegistry())) {
      awaitFound(view, "q", "callao", "1");
    }
    Map<String, Object> nowhere =
        Map.of(
            "bootstrap.servers",
            "127.0.0.1:9",
            "default.api.timeout.ms",
            500,
            "request.timeout.ms",
            400);
    try (SearchView cut =
        new SearchView(folder, nowhere, names, InstantSource.system(), new SimpleMeterRegistry())) {
      cut.start();
      await().untilAsserted(() -> assertThat(cut.problem()).contains("not fed"));
      awaitFound(cut, "q", "callao", "1");
    }
  }
}
