package org.wirewatch.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wirewatch.model.Attribution;
import org.wirewatch.model.Item;
import org.wirewatch.model.Source;

class AttributionReaderTest {
  private final ItemReader reader = new ItemReader();

  @Test
  void citedAndReportingOutlets_areOriginalsInTheOrderTold() {
    Attribution attribution =
        read(
            "The port is shut, our site informs, citing Reuters. The closure, which The New York"
                + " Times reported first, began at noon.");
    assertThat(attribution.originals()).containsExactly("Reuters", "The New York Times");
    assertThat(attribution.republisher()).isTrue();
  }

  @Test
  void outletInTheNewsItself_isNoOriginal() {
    assertThat(read("The BBC will cut 200 jobs in Cardiff and sell a studio."))
        .isEqualTo(Attribution.OWN);
  }

  @Test
  void peopleWhoSpoke_areNoOriginals() {
    assertThat(read("The port is shut, the minister told reporters, according to two officials."))
        .isEqualTo(Attribution.OWN);
  }

  @Test
  void sourceThatNamesItself_isItsOwnReport() {
    Item item =
        Item.ofText("i", "", "The port is shut, two officials told Reuters.")
            .withLanguage("en")
            .withSource(new Source("reuters", "Reuters", null, "GB", 1, null));
    assertThat(reader.read(item).attribution()).isEqualTo(Attribution.OWN);
  }

  private Attribution read(String text) {
    return reader.read(Item.ofText("i", "", text).withLanguage("en")).attribution();
  }
}
