package org.wirewatch.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.wirewatch.model.Change;
import org.wirewatch.model.Delivery;
import org.wirewatch.model.Entry;
import org.wirewatch.model.Evidence;
import org.wirewatch.model.Field;
import org.wirewatch.model.Flag;
import org.wirewatch.model.Item;
import org.wirewatch.model.Kind;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Source;
import org.wirewatch.model.Status;
import org.wirewatch.model.Watchlist;

class JsonTest {
  @Test
  void enumsAreWrittenInLowerCaseWithHyphens() {
    assertThat(Json.mapper().writeValueAsString(Change.MORE_REPORTS)).isEqualTo("\"more-reports\"");
    assertThat(Json.mapper().readValue("\"in-effect\"", Status.class)).isEqualTo(Status.IN_EFFECT);
  }

  @Test
  void readItem_onlyABody_isAnItemWithEverythingElseEmpty() {
    Item item = Json.readItem(Json.mapper().readTree("{\"body\":\"Text\",\"surplus\":{\"a\":1}}"));

    assertThat(item.body()).isEqualTo("Text");
    assertThat(item.id()).isEmpty();
    assertThat(item.title()).isEmpty();
    assertThat(item.source()).isEqualTo(Source.UNKNOWN);
    assertThat(item.links()).isEmpty();
  }

  @Test
  void readItem_partOfASource_keepsWhatIsGiven() {
    Item item =
        Json.readItem(
            Json.mapper()
                .readTree(
                    "{\"title\":\"T\",\"source\":{\"id\":\"a\",\"name\":\"A\",\"homepage\":null,\"tier\":2}}"));

    assertThat(item.source()).isEqualTo(new Source("a", "A", null, null, 2, null));
  }

  @Test
  void readItem_aNumberForATime_saysWhichProperty() {
    assertThatThrownBy(() ->
            Json.readItem(Json.mapper().readTree("{\"title\":\"T\",\"published\":\"yesterday\"}")))
        .isInstanceOf(Json.ItemFault.class)
        .hasMessageContaining("published");
  }

  @Test
  void item_roundTrip_keepsEverythingAndAddsNothing() {
    Item item =
        Item.ofText("1", "T", "B")
            .fetchedAt(Instant.parse("2026-11-22T10:00:00Z"), "http://a.example/f");
    String json = Json.mapper().writeValueAsString(item);

    assertThat(Json.mapper().readValue(json, Item.class)).isEqualTo(item);
    assertThat(json)
        .contains("\"fetched\":\"2026-11-22T10:00:00Z\"", "\"updated\":null")
        .doesNotContain("blank", "seen");
  }

  @Test
  void aDeliveryFromBeforeThereWereConversations_isReadAsOneOfItsAlerts() {
    String json =
        """
        {"notification":"a-1:1:duty","receiver":"duty","alert":"a-1","revision":1,"attempt":2,
         "outcome":"sent","detail":"ok","at":"2026-11-22T10:00:00Z"}
        """;

    assertThat(Json.mapper().readValue(json, Delivery.class))
        .isEqualTo(
            new Delivery(
                "a-1:1:duty",
                "duty",
                "a-1",
                "a-1",
                1,
                2,
                Delivery.Outcome.SENT,
                "ok",
                null,
                Instant.parse("2026-11-22T10:00:00Z")));
  }

  @Test
  void watchlist_roundTrip_keepsWhatIsWatched() {
    Watchlist watchlist =
        new Watchlist(
            "w",
            "W",
            List.of("en"),
            Severity.HIGH,
            List.of(
                new Entry(
                    "event:coup",
                    "Coup",
                    new Entry.Watch.Event("coup"),
                    Severity.CRITICAL,
                    Set.of("ML"),
                    Set.of(Status.IN_EFFECT)),
                new Entry(
                    "c",
                    "C",
                    Entry.Watch.Query.ofAny(List.of("a", "b")),
                    Severity.LOW,
                    Set.of(),
                    Set.of())),
            Watchlist.Sources.ALL);
    JsonSerde<Watchlist> serde = JsonSerde.of(Watchlist.class);

    assertThat(serde.deserializer().deserialize("t", serde.serializer().serialize("t", watchlist)))
        .isEqualTo(watchlist);
  }

  @Test
  void flag_ofACountry_hasNoStatus() {
    Flag flag =
        new Flag(
            "w",
            "country:VE",
            Kind.COUNTRY,
            "Venezuela",
            0.9,
            true,
            1,
            List.of(new Evidence(Field.BODY, 0, 9, "Venezuela", List.of(0, 20))),
            null,
            List.of(),
            List.of(),
            List.of());

    assertThat(Json.mapper().writeValueAsString(flag))
        .contains("\"kind\":\"country\"", "\"field\":\"body\"")
        .doesNotContain("status");
  }

  @Test
  void deserialize_noJson_isASerializationException() {
    assertThatThrownBy(() ->
            JsonSerde.of(Item.class)
                .deserializer()
                .deserialize("t", "{\"id\":".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("Item");
  }
}
