package org.wirewatch.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirewatch.model.Action;
import org.wirewatch.model.Delivery;
import org.wirewatch.model.Entry;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.model.Item;
import org.wirewatch.model.Matchers;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Watchlist;

class SchemasTest {
  static List<String> names() {
    return Schemas.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everySchema_isASchemaOf2020(String name) {
    assertThat(Json.mapper().readTree(Schemas.text(name)).get("$schema").asString())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(Conforms.faults(name, "[]")).isNotEmpty();
  }

  @Test
  void text_unknownName_namesThoseThatThereAre() {
    assertThatThrownBy(() -> Schemas.text("itm")).hasMessageContaining("flagged-item");
  }

  @Test
  void anItem_conforms() {
    String json = Json.mapper().writeValueAsString(Item.ofText("1", "T", "B"));

    assertThat(Conforms.faults("item", json)).isEmpty();
    assertThat(Conforms.faults("feed-line", "{\"file\":\"f\"," + json.substring(1))).isEmpty();
    assertThat(Conforms.faults("feed-line", "{\"file\":\"f\",\"error\":\"e\"}")).isEmpty();
    assertThat(Conforms.faults("feed-line", "{\"error\":\"e\"}")).isNotEmpty();
  }

  @Test
  void aDelivery_conforms() {
    Delivery delivery =
        new Delivery(
            "n", "r", "t", "a", 1, 2, Delivery.Outcome.RETRYING, "421 busy", null, Instant.EPOCH);

    assertThat(Conforms.faults("delivery", Json.mapper().writeValueAsString(delivery))).isEmpty();
  }

  @Test
  void definitions_conform() {
    Watchlist watchlist =
        new Watchlist(
            "w",
            "W",
            List.of(),
            Severity.LOW,
            List.of(
                new Entry(
                    "c",
                    "C",
                    Entry.Watch.Query.ofAny(List.of("a")),
                    Severity.LOW,
                    Set.of("VE"),
                    Set.of())),
            Watchlist.Sources.ALL);
    FeedDefinition feed =
        new FeedDefinition(
            "https://a.example/f", "A", null, null, 3, null, Duration.ofMinutes(5), false);

    assertThat(Conforms.faults("watchlist", Json.mapper().writeValueAsString(watchlist))).isEmpty();
    assertThat(Conforms.faults("feed", Json.mapper().writeValueAsString(feed))).isEmpty();
  }

  static Stream<Action> actions() {
    Instant now = Instant.EPOCH;
    Matchers peru =
        new Matchers(
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of("PE"),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of());
    Action.Silence silence =
        new Action.Silence("s-1", "ana", now, peru, now, now.plusSeconds(60), "exercise", null);
    return Stream.of(
        new Action.Acknowledge("a-1", "ana", now, "on it"),
        new Action.Snooze("a-1", "ana", now, now.plusSeconds(60)),
        new Action.Assign("a-1", "ana", now, "bo"),
        new Action.FalseAlarm("a-1", "ana", now, "satire"),
        silence,
        silence.expired("bo", now.plusSeconds(30)));
  }

  @ParameterizedTest
  @MethodSource("actions")
  void anAction_conformsAndComesBackAsItWent(Action action) {
    JsonSerde<Action> serde = JsonSerde.of(Action.class);
    byte[] json = serde.serializer().serialize("t", action);

    assertThat(Conforms.faults("action", new String(json, UTF_8))).isEmpty();
    assertThat(serde.deserializer().deserialize("t", json)).isEqualTo(action);
  }
}
