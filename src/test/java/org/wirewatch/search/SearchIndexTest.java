package org.wirewatch.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Item;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Status;

class SearchIndexTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // opened before each test
  private SearchIndex index;

  @BeforeEach
  void open() throws IOException {
    index = SearchIndex.open(folder.resolve("index"));
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  private static Indexed item(String id, String title, String text) {
    return Indexed.of(Item.ofText(id, title, text), NOW, null);
  }

  private static Indexed alert(String id, Severity severity, Status status, Instant time) {
    return new Indexed(
        Indexed.Kind.ALERT,
        id,
        time,
        time,
        "Port closed",
        "",
        null,
        "Harbour News",
        "en",
        Set.of("desk"),
        Set.of("event:port-closed"),
        Set.of("PE"),
        Set.of(status),
        severity,
        Alert.State.OPEN,
        null);
  }

  private void put(Indexed... all) throws IOException {
    for (Indexed one : all) {
      index.put(one);
    }
    index.refresh();
  }

  /** Parameters as in an address: {@code a=b&c=d}. */
  private List<String> find(String parameters) throws IOException {
    Map<String, List<String>> given =
        Arrays.stream(parameters.split("&"))
            .map(p -> p.split("=", 2))
            .collect(Collectors.toMap(p -> p[0], p -> List.of(p[1])));
    return index.search(SearchQuery.of(given, NOW)).top().stream().map(Indexed::id).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The port of Callao was SHUT after a blast        | callao shut
          Die Häfen bleiben geschlossen                    | hafen geschlossen
          Cierran el aeropuerto de Córdoba                 | CORDOBA
          中国宣布关闭部分空域                                  | 空域
          日本政府はベネズエラの空港閉鎖を発表した                  | 空港閉鎖
          日本政府はベネズエラの空港閉鎖を発表した                  | ベネズエラ
          베네수엘라가 영공을 폐쇄했다                          | 베네수엘라
          أغلقت السلطات المجال الجوي                        | مجال جوي
          ایران حریم هوایی خود را بست                       | حريم هوايي
          Власти закрыли порт Кальяо                       | КАЛЬЯО порт
          भारत ने हवाई क्षेत्र बंद किया                          | हवाई क्षेत्र
          The U.S. re-opened its embassy                   | U.S. re-opened
          Airports reopened                                | airport*
          Port closed, border open                         | "border open"
          """,
      quoteCharacter = '\u0001')
  void textOfWhateverLanguage_isFound(String text, String query) throws Exception {
    put(item("1", text, ""), item("2", "Cake recipes", "Flour and sugar"));

    assertThat(find("q=" + query)).containsExactly("1");
  }

  @ParameterizedTest
  @CsvSource({"'port -closed'", "'\"closed port\"'", "域空", "'!!! ('", "'closed AND'"})
  void whatDoesNotFit_isNotFound_andNothingIsAFault(String query) throws Exception {
    put(item("1", "The port is closed 空域", ""));

    assertThat(find("q=" + query)).isEmpty();
  }

  @Test
  void eitherOfTwoWords_isEnoughWithABar() throws Exception {
    put(item("1", "Port closed", ""), item("2", "Border open", ""), item("3", "Cake", ""));

    assertThat(find("q=port|border")).containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void theTitleCountsMore_andTimeOnRequest() throws Exception {
    put(item("text", "Harbour", "the strait"), item("title", "The strait", "a ship"));

    assertThat(find("q=strait")).containsExactly("title", "text");
  }

  @Test
  void everyConditionMustHold_andOfAListAnyMember() throws Exception {
    put(
        alert("old", Severity.HIGH, Status.ENDED, NOW.minus(Duration.ofDays(3))),
        alert("new", Severity.CRITICAL, Status.IN_EFFECT, NOW),
        item("item", "Port closed", ""));

    assertThat(find("kind=alert")).containsExactly("new", "old");
    assertThat(find("kind=item&q=port")).containsExactly("item");
    assertThat(find("entry=event:port-closed&severity=high,critical"))
        .containsExactly("new", "old");
    assertThat(find("entry=event:*&status=in-effect")).containsExactly("new");
    assertThat(find("country=pe&since=1d")).containsExactly("new");
    assertThat(find("until=2026-11-20&q=port")).containsExactly("old");
    assertThat(find("watchlist=other")).isEmpty();
    assertThat(find("q=port&sort=time&limit=1")).hasSize(1);
    assertThat(index.search(SearchQuery.of(Map.of("limit", List.of("1")), NOW)).total())
        .isEqualTo(3);
  }

  @Test
  void aLaterVersion_takesThePlaceOfTheEarlier() throws Exception {
    put(item("1", "Port shut", ""));
    put(item("1", "Port reopened", ""));

    assertThat(find("q=shut")).isEmpty();
    assertThat(find("q=reopened")).containsExactly("1");
  }

  @Test
  void whatIsOlderThanItsRetention_isDropped() throws Exception {
    put(
        alert("old", Severity.HIGH, Status.ENDED, NOW.minus(Duration.ofDays(3))),
        alert("new", Severity.HIGH, Status.ENDED, NOW),
        item("item", "Port", ""));

    index.drop(Indexed.Kind.ALERT, NOW.minus(Duration.ofDays(1)));
    index.refresh();

    assertThat(find("limit=10")).containsExactlyInAnyOrder("new", "item");
  }

  @Test
  void whatWasCommitted_isThereWithItsProgressAfterwards_andTheRestIsNot() throws Exception {
    put(item("1", "Port shut", ""));
    index.commit(Map.of("offset:a-0", "7"));
    put(item("2", "Border shut", ""));
    index.close();

    open();

    assertThat(find("q=shut")).containsExactly("1");
    assertThat(index.progress()).containsEntry("offset:a-0", "7");
  }

  @Test
  void aBrokenIndex_isBegunAnew() throws Exception {
    put(item("1", "Port shut", ""));
    index.commit(Map.of("offset:a-0", "7"));
    index.close();
    try (Stream<Path> files = Files.list(folder.resolve("index"))) {
      for (Path file : files.filter(f -> !f.endsWith("write.lock")).toList()) {
        Files.writeString(file, "broken");
      }
    }

    open();

    assertThat(index.progress()).isEmpty();
    put(item("2", "Border shut", ""));
    assertThat(find("q=shut")).containsExactly("2");
  }
}
