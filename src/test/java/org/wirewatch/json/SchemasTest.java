package org.wirewatch.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirewatch.model.Delivery;
import org.wirewatch.model.Entry;
import org.wirewatch.model.FeedDefinition;
import org.wirewatch.model.Item;
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
        new Delivery("n", "r", "a", 1, 2, Delivery.Outcome.RETRYING, "421 busy", Instant.EPOCH);

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
}
