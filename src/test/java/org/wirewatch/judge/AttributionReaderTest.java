package org.wirewatch.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Dunmore Wire|The port is shut because of the storm, Dunmore Wire reported.",
        "en|Dunmore Post|The port is shut, the Dunmore Post reported. Ships wait outside.",
        "de|Dunmore Anzeiger|Der Hafen ist dicht, berichtete der Dunmore Anzeiger.",
        "de|Dunmore Nachrichten|Der Hafen ist dicht, so die Agentur Dunmore Nachrichten zufolge.",
        "fr|Agence Dunmore|Le port est fermé, rapporte Agence Dunmore. Personne n'est blessé.",
        "es|Diario Dunmore|El puerto está cerrado, informó Diario Dunmore.",
        "ru|Данморский Вестник|Порт закрыт из-за шторма, сообщил Данморский Вестник."
      })
  void unlistedPaperThatReports_isAnOriginal(String language, String outlet, String text) {
    Item item = Item.ofText("i", "", text).withLanguage(language);
    assertThat(reader.read(item).attribution())
        .isEqualTo(new Attribution(List.of(outlet), true, null));
  }

  @Test
  void guardAtAPostWhoSpoke_isNoPaper() {
    assertThat(read("The port is shut. Nobody passes the Old Post, said Harbour Master Lee."))
        .isEqualTo(Attribution.OWN);
    assertThat(read("The port is shut, said Times Square Alliance. Ships wait outside."))
        .isEqualTo(Attribution.OWN);
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
    assertThat(reader.read(item).attribution())
        .isEqualTo(new Attribution(List.of(), false, "thomson-reuters"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(AFP) The port of Dunmore is shut. Nobody was hurt. Ships wait outside.",
        "DUNMORE, March 2 (AFP) - The port is shut. Nobody was hurt. Ships wait outside.",
        "The port of Dunmore is shut. Nobody was hurt.\nWith files from AFP",
        "The port of Dunmore is shut. Nobody was hurt. Ships wait outside. (AFP)",
        "The port of Dunmore is shut. Nobody was hurt.\nSource: AFP",
      })
  void agencyThatIsCreditedAtTheBeginningOrTheEnd_isTheOriginal(String text) {
    assertThat(read(text)).isEqualTo(new Attribution(List.of("AFP"), true, "afp"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh|AFP|法新社东京3月2日电 港口因风暴关闭。没有人受伤。船只在外等候。",
        "ru|TASS|ДАНМОР, 2 марта. /ТАСС/. Порт закрыт из-за шторма. Никто не пострадал.",
        "ru|RIA Novosti|ДАНМОР, 2 мар - РИА Новости. Порт закрыт из-за шторма. Никто не пострадал.",
        "ja|Reuters|[ダンモア 2日 ロイター] 港は嵐のため閉鎖された。けが人はいない。",
      })
  void agencysOwnDateline_inAnyScript_isItsReport(String language, String agency, String text) {
    Item item = Item.ofText("i", "", text).withLanguage(language);

    assertThat(reader.read(item).attribution().originals()).containsExactly(agency);
    assertThat(reader.read(item).attribution().republisher()).isTrue();
  }

  @Test
  void agencyInTheByline_isTheOriginal() {
    Item plain = Item.ofText("i", "Port shut", "The port is shut.").withLanguage("en");

    assertThat(reader.read(by(plain, "Jane Roe and Reuters")).attribution())
        .isEqualTo(new Attribution(List.of("Reuters"), true, "thomson-reuters"));
    assertThat(reader.read(by(plain, "Jane Roe")).attribution()).isEqualTo(Attribution.OWN);
  }

  @Test
  void outletBehindTheDashOfTheHeadline_isTheOriginal() {
    Item item = Item.ofText("i", "Port of Dunmore shut - Reuters", "Ships wait outside.");

    assertThat(reader.read(item.withLanguage("en")).attribution().voice())
        .isEqualTo("thomson-reuters");
  }

  @Test
  void agencyThatIsTheNewsItself_isNotCredited() {
    assertThat(read("Reuters will cut 200 jobs. Staff were told on Monday. A union protested."))
        .isEqualTo(Attribution.OWN);
  }

  private static Item by(Item item, String author) {
    return new Item(
        item.id(),
        item.url(),
        item.title(),
        item.summary(),
        item.body(),
        item.language(),
        item.published(),
        item.updated(),
        item.fetched(),
        item.source(),
        item.feed(),
        item.guid(),
        List.of(author),
        item.categories(),
        item.links(),
        item.rights(),
        item.repairs());
  }

  private Attribution read(String text) {
    return reader.read(Item.ofText("i", "", text).withLanguage("en")).attribution();
  }
}
