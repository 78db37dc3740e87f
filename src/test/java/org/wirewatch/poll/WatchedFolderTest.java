package org.wirewatch.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirewatch.feed.FeedLimits;
import org.wirewatch.feed.FeedParser;
import org.wirewatch.json.Json;
import org.wirewatch.model.Item;
import org.wirewatch.model.TopicNames;
import org.wirewatch.text.LanguageDetector;

class WatchedFolderTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir Path folder;

  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(
          true, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.jsonl | {"title":"One"}{nl}{"title":"Two","body":"b"} | One,Two
          a.json  | {"title":"One",{nl} "body":"b"}               | One
          a.json  | [{"title":"One"},{"title":"Two"}]             | One,Two
          a.xml   | <rss version="2.0"><channel><item><title>One</title></item></channel></rss> | One
          a.html  | <!DOCTYPE html><html><head><title>One</title></head><body><p>b</p></body></html> | One
          a.txt   | One{nl}{nl}The text of the article.           | One
          """)
  void filesAreReadByTheirContent(String name, String content, String titles) throws Exception {
    drop(name, content.replace("{nl}", "\n"));

    lookTwice();

    assertThat(written()).extracting(Item::title).containsExactly(titles.split(","));
    assertThat(written()).allSatisfy(item -> assertThat(item.fetched()).isEqualTo(NOW));
    assertThat(folder.resolve("done").resolve(name)).exists();
    assertThat(folder.resolve(name)).doesNotExist();
  }

  @Test
  void goodLinesAreWrittenAndBadOnesExplained() throws Exception {
    drop("a.jsonl", "{\"title\":\"One\"}\n{\"title\":\n[]\n{\"title\":\"Two\"}\n");

    lookTwice();

    assertThat(written()).extracting(Item::title).containsExactly("One", "Two");
    assertThat(Files.readAllLines(folder.resolve("failed/a.jsonl.why.txt")))
        .satisfiesExactly(
            one -> assertThat(one).startsWith("line 2: no JSON"),
            two -> assertThat(two).startsWith("line 3: an item is a JSON object"));
  }

  @ParameterizedTest
  @CsvSource({"empty.txt, ''", "page.html, <html></html>"})
  void whatHoldsNothingGoesToFailed(String name, String content) throws Exception {
    drop(name, content);

    lookTwice();

    assertThat(written()).isEmpty();
    assertThat(folder.resolve("failed").resolve(name)).exists();
    assertThat(folder.resolve("failed").resolve(name + ".why.txt")).isNotEmptyFile();
  }

  @Test
  void aFileThatStillGrowsIsLeftAlone() throws Exception {
    WatchedFolder watched = watched();
    drop("a.txt", "One");
    assertThat(watched.look(producer)).isZero();
    drop("a.txt", "One\n\nThe rest.");
    assertThat(watched.look(producer)).isZero();

    assertThat(watched.look(producer)).isEqualTo(1);
  }

  @Test
  void unfinishedAndHiddenFilesAreNeverTaken() throws Exception {
    drop("a.part", "One");
    drop(".hidden", "One");

    lookTwice();

    assertThat(written()).isEmpty();
  }

  @Test
  void aSecondFileOfTheSameNameOverwritesNothing() throws Exception {
    drop("a.txt", "One");
    lookTwice();
    drop("a.txt", "Two");
    lookTwice();

    assertThat(folder.resolve("done/a.txt")).hasContent("One");
    assertThat(folder.resolve("done/1-a.txt")).hasContent("Two");
  }

  private void drop(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }

  private void lookTwice() throws IOException, InterruptedException {
    WatchedFolder watched = watched();
    watched.look(producer);
    watched.look(producer);
  }

  private WatchedFolder watched() {
    FeedParser parser = new FeedParser(FeedLimits.DEFAULT, LanguageDetector::detect);
    return new WatchedFolder(
        folder, 1_000_000, new ItemFile(parser), TopicNames.DEFAULT, InstantSource.fixed(NOW));
  }

  private List<Item> written() {
    return producer.history().stream()
        .map(r -> new String(r.value(), StandardCharsets.UTF_8))
        .map(json -> Json.mapper().readValue(json, Item.class))
        .toList();
  }
}
