package org.wirewatch.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirewatch.model.Entry;
import org.wirewatch.model.Evidence;
import org.wirewatch.model.Field;
import org.wirewatch.model.Flag;
import org.wirewatch.model.Item;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Source;
import org.wirewatch.model.Watchlist;

class JudgeTest {
  private static final Item LAKE =
      Item.ofText(
              "i1",
              "Kenya drains lake for dam",
              "Kenya began to drain a lake on Monday. Engineers in Nairobi said the Kenyan dam"
                  + " would be ready in May. Uganda has seen the plans.")
          .withLanguage("en");

  @Test
  void everyMention_isEvidenceWithItsExactSlice() {
    Flag flag = judge(LAKE, country("KE")).getFirst();
    assertThat(flag.evidence())
        .extracting(Evidence::text)
        .containsExactly("Kenya", "Kenya", "Nairobi", "Kenyan");
    assertThat(flag.mentions()).isEqualTo(4);
    assertThat(flag.evidence())
        .allSatisfy(evidence -> {
          String field = LAKE.text(evidence.field());
          assertThat(field.substring(evidence.start(), evidence.end())).isEqualTo(evidence.text());
          assertThat(evidence.sentence().getFirst()).isLessThanOrEqualTo(evidence.start());
          assertThat(evidence.sentence().getLast()).isGreaterThanOrEqualTo(evidence.end());
        });
    assertThat(flag.evidence().getFirst().field()).isEqualTo(Field.TITLE);
  }

  @Test
  void countryOfTheHeadline_isWhatTheItemIsAbout_thePassingOneIsNot() {
    List<Flag> flags = judge(LAKE, country("UG"), country("KE"));
    assertThat(flags).extracting(Flag::entry).containsExactly("country:UG", "country:KE");
    assertThat(flags).extracting(Flag::about).containsExactly(false, true);
    assertThat(flags.getLast().salience()).isGreaterThan(flags.getFirst().salience());
  }

  @Test
  void countryOfTheDatelineOnly_isMentionedAndNotWhatTheItemIsAbout() {
    Item wire =
        Item.ofText(
            "wire",
            "",
            "PARIS, Nov 3 - Peru's finance minister said on Monday that the bond would be repaid"
                + " early. Peru sold it in March.");
    List<Flag> flags = judge(wire, country("FR"), country("PE"));
    assertThat(flags).extracting(Flag::entry).containsExactly("country:FR", "country:PE");
    assertThat(flags).extracting(Flag::about).containsExactly(false, true);
  }

  @Test
  void itemInALanguageThatTheWatchlistDoesNotTake_isNotFlagged() {
    Watchlist spanish = watchlist(List.of("es"), Watchlist.Sources.ALL, country("KE"));
    assertThat(Judge.of(List.of(spanish)).judge(LAKE).flags()).isEmpty();
  }

  @Test
  void excludedSource_isNotFlagged() {
    Watchlist.Sources sources = new Watchlist.Sources(List.of(), List.of("satire"));
    Judge judge = Judge.of(List.of(watchlist(List.of(), sources, country("KE"))));
    Item satire = LAKE.withSource(new Source("satire", "Satire", null, null, 3, null));
    assertThat(judge.judge(satire).flags()).isEmpty();
    assertThat(judge.judge(LAKE).flags()).hasSize(1);
  }

  @Test
  void phrasesOfAUser_areFlaggedWhereTheyStand() {
    Flag flag =
        judge(LAKE, query("dam", Entry.Watch.Query.ofAny(List.of("kenyan dam")))).getFirst();
    assertThat(flag.entry()).isEqualTo("dam");
    assertThat(flag.evidence()).extracting(Evidence::text).containsExactly("Kenyan dam");
  }

  @Test
  void screenedItem_hasTheFlagsOfAJudgedOne_whateverIsWatched() {
    List<Entry> watched =
        List.of(
            query("dam", Entry.Watch.Query.ofAny(List.of("kenyan dam"))),
            query("ship", Entry.Watch.Query.of("frigate")),
            query("kenya", Entry.Watch.Query.of("country:KE")),
            query("all", Entry.Watch.Query.of("*")),
            country("KE"));
    for (Entry entry : watched) {
      Judge judge = Judge.of(List.of(watchlist(List.of(), Watchlist.Sources.ALL, entry)));
      assertThat(judge.screen(LAKE).flags()).isEqualTo(judge.judge(LAKE).flags());
    }
  }

  @Test
  void starQuery_holdsForEveryItem() {
    assertThat(judge(LAKE, query("all", Entry.Watch.Query.of("*")))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Turkey prices climb before the holidays | Farmers lost birds to the heat. | false",
        "Turkey shortage looms for Thanksgiving | Shops in Ohio will have fewer birds. | false",
        "China plates fetch a record | A set of porcelain cups went under the hammer. | false",
        "Turkey prices climb as lira slides | Consumers in Turkey paid more for bread. | true",
        "Turkey reports bird flu at two poultry farms | Ten thousand hens were culled. | true",
        "Turkey farmers fear drought | Growers say yields fell. Turkey plans to import wheat. | true"
      })
  void capitalAtTheHeadOfASentence_provesNothing_theItemsOtherWordsDo(
      String title, String body, boolean isState) {
    Item item = Item.ofText("i4", title, body).withLanguage("en");
    assertThat(judge(item, country("TR"), country("CN"))).hasSize(isState ? 1 : 0);
  }

  @Test
  void queryForAJudgedCountry_holdsOnlyWhereTheCountryIsMeant() {
    Entry entry = query("tr", Entry.Watch.Query.of("country:TR"));
    Item bird = Item.ofText("i2", "", "Roast the turkey for an hour.").withLanguage("en");
    Item state = Item.ofText("i3", "", "Turkey raised its rates.").withLanguage("en");
    assertThat(judge(bird, entry)).isEmpty();
    assertThat(judge(state, entry)).hasSize(1);
  }

  @Test
  void queryThatCannotBeRead_isAProblemAndTheRestGoesOn() {
    Judge judge =
        Judge.of(
            List.of(
                watchlist(
                    List.of(),
                    Watchlist.Sources.ALL,
                    query("bad", Entry.Watch.Query.of("(dam AND")),
                    country("KE"))));
    assertThat(judge.problems()).extracting(Unwatchable::entry).containsExactly("bad");
    assertThat(judge.judge(LAKE).flags()).hasSize(1);
  }

  @Test
  void itemWithoutMentions_isAnsweredWithoutFlags() {
    assertThat(judge(Item.ofText("i4", "", ""), country("KE"))).isEmpty();
  }

  @Test
  void refusedReading_isKeptWithItsReason() {
    Item item = Item.ofText("i5", "", "Michael Jordan bought a team.").withLanguage("en");
    List<WhyNot> refused =
        Judge.of(List.of(watchlist(List.of(), Watchlist.Sources.ALL, country("JO")))).whyNot(item);
    assertThat(refused)
        .anySatisfy(each -> {
          assertThat(each.entry()).isEqualTo("country:JO");
          assertThat(each.evidence().text()).isEqualTo("Jordan");
          assertThat(each.reason()).contains("Michael Jordan");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "airspace-closed | Qatar closes its airspace | place_by_clause_name | Qatar",
        "airspace-closed | Authorities closed Polish airspace. | place_by_bound_demonym | Polish",
        "explosion | A car exploded near a market in Karachi, killing nine | place_by_clause_place |"
            + " Karachi",
      })
  void explanationOfAnEvent_saysByWhatItsPlaceWasFound(
      String event, String text, String cue, String word) {
    Entry watched =
        new Entry(
            "event:" + event,
            event,
            new Entry.Watch.Event(event),
            Severity.MEDIUM,
            Set.of(),
            Set.of());
    Explained explained =
        Judge.of(List.of(watchlist(List.of(), Watchlist.Sources.ALL, watched)))
            .explain(Item.ofText("i6", text, "").withLanguage("en"));
    assertThat(explained.reasons())
        .flatExtracting(Why::cues)
        .anySatisfy(each -> {
          assertThat(each.cue()).isEqualTo(cue);
          assertThat(each.span()).isNotNull().extracting(Evidence::text).isEqualTo(word);
        });
  }

  private static List<Flag> judge(Item item, Entry... entries) {
    return Judge.of(List.of(watchlist(List.of(), Watchlist.Sources.ALL, entries)))
        .judge(item)
        .flags();
  }

  private static Watchlist watchlist(
      List<String> languages, Watchlist.Sources sources, Entry... entries) {
    return new Watchlist("w", "Desk", languages, Severity.MEDIUM, List.of(entries), sources);
  }

  private static Entry country(String code) {
    return new Entry(
        "country:" + code,
        code,
        new Entry.Watch.Country(code),
        Severity.MEDIUM,
        Set.of(),
        Set.of());
  }

  private static Entry query(String id, Entry.Watch.Query query) {
    return new Entry(id, id, query, Severity.MEDIUM, Set.of(), Set.of());
  }
}
