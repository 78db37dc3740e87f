package org.wirewatch.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wirewatch.model.Item;
import org.wirewatch.poll.SeenItems.Comparison;

class SeenItemsTest {
  private static final String LONG = "The harbour authority reported on the storm. ".repeat(6);

  @Test
  void whatWasNeverShownIsAddedInTheDocumentsOrder() {
    Comparison news = SeenItems.NONE.compare(List.of(item("b", "two"), item("a", "one")));

    assertThat(news.added()).extracting(Item::id).containsExactly("b", "a");
    assertThat(news.known()).isZero();
  }

  @Test
  void theSameDocumentAgainBringsNothing() {
    List<Item> document = List.of(item("a", "one"), item("b", "two"));

    Comparison again = seen(document).compare(document);

    assertThat(again.added()).isEmpty();
    assertThat(again.edited()).isEmpty();
    assertThat(again.known()).isEqualTo(2);
  }

  @Test
  void whatIsRememberedOfTheLargestDocumentsFitsIntoARecord() {
    List<Item> document =
        IntStream.range(0, PollConfig.MOST_ENTRIES).mapToObj(i -> item("a" + i, "t")).toList();

    SeenItems seen = seen(document);

    assertThat(seen.compare(document).added()).isEmpty();
    assertThat(seen(document).compare(List.of(item("new", "n"))).seen().encoded())
        .hasSizeLessThan(900_000);
  }

  @Test
  void aChangedTextIsAnEditOfTheSameItem() {
    Comparison news = seen(List.of(item("a", "one"))).compare(List.of(item("a", "one, corrected")));

    assertThat(news.added()).isEmpty();
    assertThat(news.edited()).extracting(Item::id).containsExactly("a");
  }

  @Test
  void anOldCopyFromACacheIsKnown() {
    SeenItems seen =
        seen(List.of(item("a", "one"))).compare(List.of(item("a", "one, corrected"))).seen();

    assertThat(seen.compare(List.of(item("a", "one"))).edited()).isEmpty();
  }

  @Test
  void twoItemsUnderOneIdDoNotReplaceEachOtherForEver() {
    List<Item> document = List.of(item("home", "one"), item("home", "two"));

    assertThat(seen(document).compare(document).edited()).isEmpty();
  }

  @Test
  void aFeedThatReissuesItsIdsBringsNothing() {
    List<Item> before = IntStream.range(0, 6).mapToObj(i -> item("old" + i, "text " + i)).toList();
    List<Item> after = new ArrayList<>();
    IntStream.range(0, 6).forEach(i -> after.add(item("new" + i, "text " + i)));
    after.add(item("really-new", "something else"));

    Comparison news = seen(before).compare(after);

    assertThat(news.added()).extracting(Item::id).containsExactly("really-new");
  }

  @Test
  void aLongTextUnderANewIdIsKnown() {
    assertThat(seen(List.of(item("a", LONG))).compare(List.of(item("b", LONG))).added()).isEmpty();
  }

  @Test
  void aShortTextThatRecursUnderANewIdIsAdded() {
    Comparison news =
        seen(List.of(item("monday", "Weather update"), item("x", "y"), item("z", "w")))
            .compare(List.of(item("tuesday", "Weather update"), item("x", "y"), item("z", "w")));

    assertThat(news.added()).extracting(Item::id).containsExactly("tuesday");
  }

  @Test
  void whatFellOutAndComesBackIsStillKnown() {
    SeenItems seen = seen(List.of(item("a", "one")));
    for (int poll = 0; poll < 20; poll++) {
      int number = poll;
      seen =
          seen.compare(IntStream.range(0, 20).mapToObj(i -> item(number + "/" + i, "t")).toList())
              .seen();
    }

    assertThat(seen.compare(List.of(item("a", "one"))).known()).isEqualTo(1);
  }

  @Test
  void memoryIsBounded() {
    SeenItems seen = SeenItems.NONE;
    for (int poll = 0; poll < 100; poll++) {
      int number = poll;
      seen =
          seen.compare(IntStream.range(0, 50).mapToObj(i -> item(number + "/" + i, "t")).toList())
              .seen();
    }

    assertThat(seen.size()).isEqualTo(550);
  }

  @Test
  void aDocumentLongerThanTheBoundIsHeldWhole() {
    List<Item> document =
        IntStream.range(0, 2_000).mapToObj(i -> item("i" + i, "text " + i)).toList();

    assertThat(seen(document).compare(document).known()).isEqualTo(2_000);
  }

  @Test
  void theWireFormIsReadBack() {
    SeenItems seen = seen(List.of(item("a", "one"), item("b", "two")));

    assertThat(SeenItems.decode(seen.encoded())).isEqualTo(seen);
    assertThatThrownBy(() -> SeenItems.decode("AAAA")).isInstanceOf(IllegalArgumentException.class);
  }

  private static SeenItems seen(List<Item> document) {
    return SeenItems.NONE.compare(document).seen();
  }

  private static Item item(String id, String body) {
    return Item.ofText(id, "", body);
  }
}
