package org.wirewatch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirewatch.model.Item;

class ItemsTest {
  @Test
  void id_withUrl_isOfTheCanonicalAddress() {
    String id = Items.id("https://www.n.example/a/?utm_source=x", "n", "guid", "text");

    assertThat(Items.id("http://n.example/a#b", "other", null, "")).isEqualTo(id);
  }

  @Test
  void id_withoutUrl_isOfSourceAndGuid() {
    String id = Items.id(null, "n", "1", "old text");

    assertThat(Items.id("", "n", "1", "new text")).isEqualTo(id);
    assertThat(Items.id(null, "other", "1", "old text")).isNotEqualTo(id);
  }

  @Test
  void id_withNeither_isOfTheText() {
    assertThat(Items.id(null, "n", null, "text")).isEqualTo(Items.id(null, "m", " ", " text "));
  }

  @Test
  void complete_givenIdAndLanguage_areKept() {
    Item given = Item.ofText("mine", "Title", "Body").withLanguage("pt_br");

    Item item = Items.complete(given, _ -> Optional.of("en"));

    assertThat(item.id()).isEqualTo("mine");
    assertThat(item.language()).isEqualTo("pt-BR");
  }

  @Test
  void complete_missingIdAndLanguage_areFilledInAndTheTextIsUntouched() {
    Item item =
        Items.complete(Item.ofText("", "A  title", "Body &amp; soul\n"), _ -> Optional.of("en"));

    assertThat(item.id()).matches("[0-9a-f]{32}");
    assertThat(item.language()).isEqualTo("en");
    assertThat(item.body()).isEqualTo("Body &amp; soul\n");
  }

  @Test
  void ofText_firstLineAlone_isTheTitle() {
    Item item =
        Items.ofText("Strait closed\r\n\r\nThe strait\r\nis closed.\n", _ -> Optional.empty());

    assertThat(item.title()).isEqualTo("Strait closed");
    assertThat(item.body()).isEqualTo("The strait\r\nis closed.");
  }

  @Test
  void ofText_oneParagraph_isTheBody() {
    assertThat(Items.ofText("The strait\nis closed.", _ -> Optional.empty()).body())
        .isEqualTo("The strait\nis closed.");
  }
}
