package org.wirewatch.story;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wirewatch.model.Kind;
import org.wirewatch.model.Status;

/** Which reports go together, besides those that share most of their words. */
class FitTest {
  /** A Monday. */
  private static final Instant MONDAY = Reports.NOON;

  private final MemoryStores stores = new MemoryStores();
  private final List<String> stories = new ArrayList<>();
  private int number;

  @Test
  void aStrikeOnTuesday_isNotMondaysOnTheSameTown() {
    String first = mondaysStrike();
    String second =
        strike(
            MONDAY.plus(Duration.ofHours(13)),
            "Drones hit hotel in Ostrivka",
            "Guests of a hotel were hurt on Tuesday as drones fell on Ostrivka's station square.");

    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void whatCameOfMondaysStrike_isToldOnTuesdayAsMondays() {
    String first = mondaysStrike();
    String second =
        strike(
            MONDAY.plus(Duration.ofHours(13)),
            "Ostrivka depot still burning",
            "Firemen fought the blaze on Tuesday that Monday's drones lit at the Ostrivka depot.");

    assertThat(second).isEqualTo(first);
  }

  @Test
  void theReopeningOfTheOneShutAirportOfACountry_isThatAirports() {
    String shut = smokeInTheTower();
    String open =
        airport(
            MONDAY.plus(Duration.ofHours(3)),
            Status.ENDED,
            "First travellers on their way from Zaventem",
            "Brussels Airport works again. After five hours on our suitcases we are off, says a"
                + " family from Breda.");

    assertThat(open).isEqualTo(shut);
  }

  @Test
  void theReopeningOfOneOfTwoShutAirports_needsMoreThanACountry() {
    smokeInTheTower();
    airport(
        MONDAY.plusSeconds(600),
        Status.IN_EFFECT,
        "Bomb scare empties Charleroi terminal",
        "Police cleared the hall at Gosselies after a suitcase was left behind.");
    String open =
        airport(
            MONDAY.plus(Duration.ofHours(3)),
            Status.ENDED,
            "First travellers on their way",
            "After five hours on our suitcases we are off, says a family from Breda.");

    assertThat(stories).filteredOn(open::equals).hasSize(1);
  }

  @Test
  void aSkyClosedAgainOnAnotherDay_isAnotherClosing() {
    String first = sky(MONDAY, Status.IN_EFFECT, "Sky over Ostria shut", "Shut on Monday.");
    sky(MONDAY.plusSeconds(7200), Status.ENDED, "Sky over Ostria open", "Open again on Monday.");
    Instant thursday = MONDAY.plus(Duration.ofDays(3));

    assertThat(sky(thursday, Status.IN_EFFECT, "Sky over Ostria shut", "Balloons on Thursday."))
        .isNotEqualTo(first);
  }

  @Test
  void aSlowReportOfASkyOpenAgain_namesTheDayOfTheClosing() {
    String first = sky(MONDAY, Status.IN_EFFECT, "Sky over Ostria shut", "Shut on Monday.");
    sky(MONDAY.plusSeconds(7200), Status.ENDED, "Sky over Ostria open", "Open again on Monday.");
    Instant tuesday = MONDAY.plus(Duration.ofHours(20));

    assertThat(sky(tuesday, Status.IN_EFFECT, "How Ostria shut its sky", "It shut it on Monday."))
        .isEqualTo(first);
  }

  @Test
  void twoStatesThatCloseTheirBordersWithAThird_areTwoStories() {
    String ostria =
        border(
            MONDAY,
            List.of("PL", "BY"),
            "Ostria shuts crossings",
            "Gates at Ostrivka fell at noon after a hangar burnt.");
    String westria =
        border(
            MONDAY.plusSeconds(1800),
            List.of("LT", "BY"),
            "Westria closes its bridges",
            "Lorries were sent back as balloons with cigarettes drifted over the bridge.");

    assertThat(westria).isNotEqualTo(ostria);
  }

  @Test
  void theTollOfMondaysStrike_maySayOnlyWhenItRose() {
    String first = mondaysStrike();
    String toll =
        strike(
            MONDAY.plus(Duration.ofHours(13)),
            "Ostrivka depot toll rises to nine",
            "The death toll of the drones on the Ostrivka depot rose on Tuesday, doctors said.");

    assertThat(toll).isEqualTo(first);
  }

  @Test
  void whatIsToldAsBackground_joinsWhatGoesOnIfItsParticularsAgree() {
    String first = mondaysStrike();
    Report looksBack =
        Reports.telling(
            report(
                MONDAY.plus(Duration.ofHours(4)),
                "en",
                "Ostrivka depot after the drones",
                "Drones struck the depot in Ostrivka on Monday; clerks now sweep the glass."),
            Status.PAST,
            List.of("UA"));

    assertThat(file("event:air-strike", Kind.EVENT, looksBack)).isEqualTo(first);
  }

  @Test
  void crediting_anOutletOfTheStory_speaksForIt() {
    Report wire =
        report(
            MONDAY,
            "en",
            "Farm minister quits",
            "Minister Femke Roorda resigned after keeping figures from lawmakers.");
    Report french =
        report(
            MONDAY.plusSeconds(3600),
            "fr",
            "Démission de la ministre",
            "La ministre de l'Agriculture, Femke Roorda, a quitté ses fonctions lundi.");
    String first = file("country:NL", Kind.COUNTRY, wire);

    assertThat(file("country:NL", Kind.COUNTRY, Reports.citing(french, wire.source())))
        .isEqualTo(first);
  }

  private String mondaysStrike() {
    return strike(
        MONDAY, "Drones hit depot in Ostrivka", "Drones struck a depot in Ostrivka on Monday.");
  }

  private String smokeInTheTower() {
    return airport(
        MONDAY,
        Status.IN_EFFECT,
        "Smoke in tower stops flights",
        "No plane has left Brussels Airport in Zaventem since smoke rose from the tower.");
  }

  private String strike(Instant at, String title, String text) {
    Report report = Reports.telling(report(at, "en", title, text), Status.IN_EFFECT, List.of("UA"));
    return file("event:air-strike", Kind.EVENT, report);
  }

  private String sky(Instant at, Status status, String title, String text) {
    Report report = Reports.telling(report(at, "en", title, text), status, List.of("LV"));
    return file("event:airspace-closed", Kind.EVENT, report);
  }

  private String border(Instant at, List<String> places, String title, String text) {
    Report report = Reports.telling(report(at, "en", title, text), Status.IN_EFFECT, places);
    return file("event:border-closed", Kind.EVENT, report);
  }

  private String airport(Instant at, Status status, String title, String text) {
    Report report = Reports.telling(report(at, "en", title, text), status, List.of("BE"));
    return file("event:airport-closed", Kind.EVENT, report);
  }

  private Report report(Instant at, @Nullable String language, String title, String text) {
    Report plain = Reports.report("item-" + number, "Outlet " + number, at, title, text);
    number++;
    return Reports.with(plain, 2, language, List.of(), null, List.of(), List.of(), plain.print());
  }

  /** Files a report and tells the id of the story that it is in. */
  private String file(String thing, Kind kind, Report report) {
    Shelf shelf = Shelf.restored(thing, StoryLimits.DEFAULT, stores);
    new Correlator().file(new Sighting(thing, kind, report), shelf);
    String id = requireNonNull(shelf.byItem(report.item())).story().id();
    stories.add(id);
    return id;
  }
}
