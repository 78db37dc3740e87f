package org.wirewatch.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirewatch.model.EventTold;
import org.wirewatch.model.Item;
import org.wirewatch.model.Source;
import org.wirewatch.model.Status;

class EventReaderTest {
  private static final ItemReader ITEMS = new ItemReader();
  private static final EventReader EVENTS = new EventReader();

  @Test
  void twoCountriesInOneSentence_areTwoEvents() {
    List<EventTold> told =
        told("Jordan reopened its airspace while Iraq kept its own closed.", "airspace-closed");
    assertThat(told)
        .extracting(EventTold::status)
        .containsExactlyInAnyOrder(Status.ENDED, Status.IN_EFFECT);
    assertThat(told)
        .extracting(EventTold::places)
        .containsExactlyInAnyOrder(List.of("JO"), List.of("IQ"));
  }

  @ParameterizedTest
  @CsvSource({
    "Kenya closes its airspace, KE",
    "Zambia cierra su espacio aéreo, ZM",
    "Peru schließt Luftraum, PE",
    "Niger ferme son espace aérien, NE"
  })
  void headlineOfNoLanguageThatCanBeTold_isReadByTheWordsThatItHas(String title, String place) {
    Item item = Item.ofText("e", title, "");
    assertThat(EVENTS.read(ITEMS.read(item).reading()))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.slug()).isEqualTo("airspace-closed");
          assertThat(finding.events().getFirst().places()).containsExactly(place);
        });
  }

  @Test
  void pronoun_takesUpTheEventOfTheSentenceBefore() {
    List<EventTold> told =
        told(
            "Qatar closed its airspace on Monday. It was reopened hours later.", "airspace-closed");
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().status()).isEqualTo(Status.ENDED);
    assertThat(told.getFirst().places()).containsExactly("QA");
  }

  @Test
  void foreignLeadersWord_isAnnouncedOnly_andTheActorIsNoPlace() {
    EventTold told =
        told("Trump declares Venezuela's airspace closed", "airspace-closed").getFirst();
    assertThat(told.status()).isEqualTo(Status.ANNOUNCED);
    assertThat(told.places()).containsExactly("VE");
    assertThat(told.actors()).contains("leader:donald-trump");
  }

  @Test
  void leaderByNameAlone_mayBeAskedToResign_andWhoAsksIsNotOut() {
    EventTold told =
        told("Demonstrators urged Emmanuel Macron to resign.", "leader-out").getFirst();
    assertThat(told.status()).isEqualTo(Status.POSSIBLE);
    assertThat(told.places()).containsExactly("FR");
    assertThat(read("Emmanuel Macron urges the banker to resign."))
        .noneMatch(finding -> finding.slug().equals("leader-out"));
  }

  @Test
  void borderIsOfWhoIsNamedFirst_notOfWhomItIsSharedWith() {
    EventTold told = told("Kenya has shut its border with Somalia.", "border-closed").getFirst();
    assertThat(told.places()).containsExactly("KE");
  }

  @ParameterizedTest
  @CsvSource({
    "A strong earthquake struck at dawn., DE",
    "A strong European earthquake struck at dawn., DE",
    "A strong Asian earthquake struck at dawn., ''",
    "An earthquake struck Latin America at dawn and was felt by millions., ''",
  })
  void aRegion_isNotTheMainCountryThatLiesElsewhere(String sentence, String place) {
    String text = "Germany's insurers lost a tenth of their worth. Germany is afraid. ";

    assertThat(told(text + sentence, "earthquake").getFirst().places())
        .containsExactlyElementsOf(place.isEmpty() ? List.of() : List.of(place));
  }

  @Test
  void countryListBetweenWillAndTheDoing_partsThemNot() {
    EventTold told =
        told("Oman will join Qatar and Kuwait in closing its airspace.", "airspace-closed")
            .getFirst();
    assertThat(told.status()).isEqualTo(Status.ANNOUNCED);
  }

  @Test
  void causeAndAddressee_areNoPlaces() {
    EventTold told =
        told("Pakistan closes its airspace to Indian airlines", "airspace-closed").getFirst();
    assertThat(told.places()).containsExactly("PK");
  }

  @Test
  void closureThatIsExtended_isInEffect() {
    assertThat(told("Niger extends closure of its airspace", "airspace-closed"))
        .extracting(EventTold::status)
        .containsExactly(Status.IN_EFFECT);
  }

  @Test
  void yearBeforeTheItems_isPast() {
    assertThat(told("Russia invaded Georgia in 2008.", "invasion"))
        .extracting(EventTold::status)
        .containsExactly(Status.PAST);
  }

  @Test
  void newsWinsOverItsBackground() {
    EventTold told =
        told(
                "Poland closed its border with Belarus on Friday. Poland had also closed the border"
                    + " in 2021.",
                "border-closed")
            .getFirst();
    assertThat(told.status()).isEqualTo(Status.IN_EFFECT);
  }

  @ParameterizedTest
  @CsvSource({
    "en, 'The centre backs made a no-fly zone of their box and the visitors never scored.'",
    "zh, 主队后防把禁区变成禁飞区，客队全场没有一次射正。",
    "nl, 'Voor de kieviten boven ons weiland zit het luchtruim al jaren dicht, want er vliegt"
        + " geen mug meer en van insecten moeten zij leven.'"
  })
  void figureOfSpeech_namesNothingThatGoesWithTheRealThing(String language, String text) {
    assertThat(told(text, language, "airspace-closed")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "en, A no-fly zone was set up and pilots were told to land.",
    "en, Sudan got a no-fly zone of its own.",
    "de, Der Luftraum ist gesperrt."
  })
  void closing_namesWhoFliesOrACountry_orIsTooBriefTo(String language, String text) {
    assertThat(told(text, language, "airspace-closed")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "en, The villagers evacuated from Lower Brook on Monday have returned to their homes.",
    "es, Los vecinos evacuados el lunes en Arenal volvieron a sus casas.",
    "de, Die am Montag in Steinach evakuierten Bewohner sind wieder in ihre Häuser gezogen.",
    "tr, Pazartesi günü tahliye edilen köylüler evlerine döndü."
  })
  void evacuatedPeopleWhoAreHomeAgain_areNotEvacuatedNow(String language, String text) {
    assertThat(told(text, language, "evacuation"))
        .extracting(EventTold::status)
        .containsExactly(Status.ENDED);
  }

  @Test
  void wholeOfAQuotedTitle_isNoEvent() {
    assertThat(
            told(
                "Die Schau «Geschlossener Luftraum» in Bern zeigt 40 Bilder.",
                "de",
                "airspace-closed"))
        .isEmpty();
  }

  @Test
  void drillAndFilm_areNoEvents() {
    assertThat(read("The navies held a drill simulating a missile strike on the island."))
        .isEmpty();
    assertThat(read("In the film, gunmen attack a bank in Rome.")).isEmpty();
  }

  @Test
  void question_leavesItOpen_unlessItAsksWhy() {
    assertThat(told("Is Poland closing its airspace?", "airspace-closed").getFirst().status())
        .isEqualTo(Status.POSSIBLE);
    assertThat(told("Why has Poland closed its airspace?", "airspace-closed").getFirst().status())
        .isEqualTo(Status.IN_EFFECT);
  }

  @Test
  void whatStaysOpen_isDenied_andWhatIsOpenAgain_hasEnded() {
    assertThat(told("Oman's airspace remains open.", "airspace-closed").getFirst().status())
        .isEqualTo(Status.DENIED);
    assertThat(told("Oman's airspace is open again.", "airspace-closed").getFirst().status())
        .isEqualTo(Status.ENDED);
  }

  @Test
  void no_deniesTheNounBehindIt_andNothingFartherOff() {
    assertThat(told("There is no curfew in Kenya.", "curfew").getFirst().status())
        .isEqualTo(Status.DENIED);
    assertThat(
            told("Kenya declared a curfew and reported no arrests.", "curfew").getFirst().status())
        .isEqualTo(Status.IN_EFFECT);
  }

  @Test
  void presidentOfNoCountry_isNoLeader() {
    assertThat(read("The president resigned after the match."))
        .noneMatch(finding -> finding.slug().equals("leader-out"));
  }

  @Test
  void usersOfAnAirspace_ownItNot() {
    EventTold told =
        told("Nigeria bars Emirati carriers from its airspace", "airspace-closed").getFirst();
    assertThat(told.places()).containsExactly("NG");
  }

  @Test
  void listOfThings_sharesTheVerb() {
    assertThat(read("Sudan closed its airspace, airports and borders on Sunday."))
        .extracting(EventFinding::slug)
        .contains("airspace-closed", "airport-closed", "border-closed");
  }

  private static List<EventTold> told(String text, String slug) {
    return read(text).stream()
        .filter(finding -> finding.slug().equals(slug))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + slug))
        .events();
  }

  private static List<EventTold> told(String text, String language, String slug) {
    Item item = Item.ofText("e", "", text).withLanguage(language);
    return EVENTS.read(ITEMS.read(item).reading()).stream()
        .filter(finding -> finding.slug().equals(slug))
        .flatMap(finding -> finding.events().stream())
        .toList();
  }

  private static List<EventFinding> read(String text) {
    Item item =
        new Item(
            "t",
            null,
            text.endsWith(".") ? "" : text,
            "",
            text.endsWith(".") ? text : "",
            "en",
            Instant.parse("2026-11-20T12:00:00Z"),
            null,
            null,
            Source.UNKNOWN,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of());
    return EVENTS.read(ITEMS.read(item).reading());
  }
}
