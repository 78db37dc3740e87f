package org.wirewatch.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.wirewatch.json.Json;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Attribution;
import org.wirewatch.model.Entry;
import org.wirewatch.model.Evidence;
import org.wirewatch.model.Field;
import org.wirewatch.model.Flag;
import org.wirewatch.model.FlaggedItem;
import org.wirewatch.model.Item;
import org.wirewatch.model.Kind;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Source;
import org.wirewatch.model.TopicNames;
import org.wirewatch.model.Watchlist;
import org.wirewatch.route.Router;
import org.wirewatch.route.Routing;
import org.wirewatch.story.StoryLimits;
import org.wirewatch.topology.RouteSettings.Pace;
import org.wirewatch.topology.TopologySettings.StoreKind;

/** The topology in a driver, with a judge that looks for a word. */
final class TopologyFixture implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private static final Topics TOPICS = new Topics(TopicNames.DEFAULT, TopicsConfig.DEFAULT);

  private static final Router DESK = Router.of(Routing.DEFAULT);

  final Topics topics = TOPICS;
  final TopologyTestDriver driver;
  final MeterRegistry meters = new SimpleMeterRegistry();
  private final TestInputTopic<String, Item> items;
  private final TestOutputTopic<String, Alert> alerts;

  TopologyFixture(Watchlist... watchlists) {
    Properties config = new Properties();
    config.putAll(
        AlertTopology.streamsConfig(
            topics,
            Map.of(
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "none:0",
                // Under exactly once the driver forgets what a transaction without items sent.
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.AT_LEAST_ONCE)));
    driver = new TopologyTestDriver(AlertTopology.build(settings(meters)), config, NOON);
    items =
        driver.createInputTopic(
            topics.items().name(),
            topics.items().key().serializer(),
            topics.items().value().serializer());
    alerts =
        driver.createOutputTopic(
            topics.alerts().name(),
            topics.alerts().key().deserializer(),
            topics.alerts().value().deserializer());
    for (Watchlist watchlist : watchlists) {
      define(watchlist);
    }
  }

  static TopologySettings settings(MeterRegistry meters) {
    return new TopologySettings(
        TOPICS,
        TopologyFixture::byWord,
        new RouteSettings(() -> DESK, Pace.LIVE, meters),
        Duration.ofHours(6),
        StoryLimits.DEFAULT,
        StoreKind.IN_MEMORY,
        meters);
  }

  void define(Watchlist watchlist) {
    define(watchlist.id(), Json.mapper().writeValueAsBytes(watchlist));
  }

  void define(String id, byte[] definition) {
    driver
        .createInputTopic(
            topics.watchlists().name(),
            topics.watchlists().key().serializer(),
            topics.watchlists().value().serializer())
        .pipeInput(id, definition);
  }

  TopologyFixture push(Instant at, Item item) {
    items.pipeInput(item.id(), item, at);
    return this;
  }

  /** Each when it was fetched. */
  void push(List<Item> fetched) {
    fetched.forEach(item -> push(Objects.requireNonNull(item.fetched()), item));
  }

  void pushBytes(byte[] value) {
    driver
        .createInputTopic(topics.items().name(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput("key", value);
  }

  List<TestRecord<byte[], byte[]>> deadLetters() {
    return driver
        .createOutputTopic(
            topics.deadLetters().name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  static Item at(Item item, Instant at) {
    return timed(item, at, at);
  }

  static Item fetchedAt(Item item, Instant fetched) {
    return timed(item, item.published(), fetched);
  }

  private static Item timed(Item item, @Nullable Instant published, Instant fetched) {
    return new Item(
        item.id(),
        item.url(),
        item.title(),
        item.summary(),
        item.body(),
        "en",
        published,
        null,
        fetched,
        item.source(),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of());
  }

  /** How many entries a store has. */
  long entries(String store) {
    return driver.getKeyValueStore(store).approximateNumEntries();
  }

  List<Alert> alerts() {
    return alerts.readValuesToList();
  }

  static Watchlist watching(String id, String query) {
    Entry entry =
        new Entry(
            "entry-of-" + id,
            "All",
            Entry.Watch.Query.of(query),
            Severity.MEDIUM,
            Set.of(),
            Set.of());
    return new Watchlist(id, id, List.of(), Severity.MEDIUM, List.of(entry), Watchlist.Sources.ALL);
  }

  static Item item(String id, String source, String title, String body) {
    return Item.ofText(id, title, body).withSource(new Source(source, source, null, null, 2, null));
  }

  static Function<Item, FlaggedItem> byWord(Collection<Watchlist> watchlists) {
    return item ->
        new FlaggedItem(
            item.id(),
            item.title(),
            "en",
            item.published(),
            Attribution.OWN,
            watchlists.stream()
                .flatMap(w ->
                    w.entries().stream().filter(e -> takes(e, item)).map(e -> flag(w, e, item)))
                .toList());
  }

  /** A query is a word here, or a star for every item. */
  private static boolean takes(Entry entry, Item item) {
    String word = entry.watch() instanceof Entry.Watch.Query query ? query.query() : "*";
    String text = (item.title() + " " + item.body()).toLowerCase(Locale.ROOT);
    return word.equals("*") || text.contains(word);
  }

  /** The evidence is the word, in the title if it is there. */
  private static Flag flag(Watchlist watchlist, Entry entry, Item item) {
    String word = entry.watch() instanceof Entry.Watch.Query query ? query.query() : "*";
    Field field = at(item.title(), word) < 0 ? Field.BODY : Field.TITLE;
    String text = item.text(field);
    int from = at(text, word);
    int end = word.equals("*") ? text.length() : from + word.length();
    Evidence all =
        new Evidence(field, from, end, text.substring(from, end), List.of(0, text.length()));
    return new Flag(
        watchlist.id(),
        entry.id(),
        Kind.QUERY,
        entry.name(),
        1,
        true,
        1,
        List.of(all),
        null,
        List.of(),
        List.of(),
        List.of());
  }

  private static int at(String text, String word) {
    return word.equals("*") ? 0 : text.toLowerCase(Locale.ROOT).indexOf(word);
  }

  @Override
  public void close() {
    driver.close();
  }
}
