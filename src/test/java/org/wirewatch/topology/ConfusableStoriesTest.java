package org.wirewatch.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wirewatch.config.WatchlistReader;
import org.wirewatch.judge.Judge;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Change;
import org.wirewatch.model.Item;
import org.wirewatch.model.Source;
import org.wirewatch.model.Status;
import org.wirewatch.model.Watchlist;

/** From item to alert, with the real judge: what is easily taken for one story, and is not. */
class ConfusableStoriesTest {
  private static final List<Watchlist> EVENTS =
      WatchlistReader.read("all.yaml", "watchlists: [{id: all, entries: [{pack: events}]}]")
          .value();
  private static final Judge JUDGE = Judge.of(EVENTS);

  private static final Item MONDAY_EN =
      item(
          "mon-en",
          "en",
          "2026-05-04T03:10:00Z",
          "Drones hit fuel depot in Odesa, one killed",
          "A Russian drone attack on Odesa set a fuel depot on fire early on Monday and killed a"
              + " night watchman, regional governor Oleh Bilyk said.");
  private static final Item MONDAY_UK =
      item(
          "mon-uk",
          "uk",
          "2026-05-04T04:00:00Z",
          "Дрони вдарили по нафтобазі в Одесі, загинув сторож",
          "Російські дрони в ніч на понеділок влучили в нафтобазу в Одесі, загинув нічний сторож,"
              + " повідомив голова області Олег Білик.");
  private static final Item MONDAY_FR =
      item(
          "mon-fr",
          "fr",
          "2026-05-04T06:30:00Z",
          "Ukraine : une attaque de drones incendie un dépôt de carburant à Odessa",
          "Des drones russes ont frappé lundi un dépôt de carburant à Odessa, tuant un gardien de"
              + " nuit, selon le gouverneur Oleh Bilyk.");
  private static final Item TUESDAY_EN =
      item(
          "tue-en",
          "en",
          "2026-05-05T02:50:00Z",
          "Missile strike on Odesa apartment block kills four",
          "A Russian missile struck a nine-storey apartment block in Odesa in the early hours of"
              + " Tuesday, killing four people including a child, rescuers said.");
  private static final Item TUESDAY_UK =
      item(
          "tue-uk",
          "uk",
          "2026-05-05T03:40:00Z",
          "Ракета влучила в багатоповерхівку в Одесі, четверо загиблих",
          "Російська ракета влучила у дев'ятиповерховий будинок в Одесі вночі у вівторок. Загинули"
              + " четверо людей, серед них дитина.");
  private static final Item TUESDAY_FR =
      item(
          "tue-fr",
          "fr",
          "2026-05-05T03:50:00Z",
          "Quatre morts dans une frappe de missile sur un immeuble à Odessa",
          "Un missile russe a frappé un immeuble de neuf étages à Odessa dans la nuit de lundi à"
              + " mardi, tuant quatre personnes dont un enfant.");

  @Test
  void strikesADayApartInOneCity_stayApartInEveryLanguage() {
    Map<String, Set<String>> stories =
        stories(MONDAY_EN, MONDAY_UK, MONDAY_FR, TUESDAY_EN, TUESDAY_UK, TUESDAY_FR);

    assertThat(stories.values()).contains(Set.of("mon-en", "mon-uk", "mon-fr"));
    assertThat(stories.values()).noneMatch(s -> s.contains("mon-en") && s.size() > 3);
  }

  @Test
  void oneSortOfEventInTwoCountriesAtOneHour_isTwoStories() {
    Map<String, Set<String>> stories =
        stories(
            item(
                "pe-en",
                "en",
                "2026-05-06T10:05:00Z",
                "Magnitude 6.1 earthquake shakes southern Peru",
                "A magnitude 6.1 earthquake struck near Arequipa in southern Peru on Wednesday."),
            item(
                "id-en",
                "en",
                "2026-05-06T10:20:00Z",
                "Magnitude 6.0 earthquake strikes off Indonesia's Sulawesi",
                "A magnitude 6.0 earthquake struck off Sulawesi in Indonesia on Wednesday."),
            item(
                "pe-es",
                "es",
                "2026-05-06T10:25:00Z",
                "Sismo de magnitud 6,1 sacude Arequipa",
                "Un sismo de magnitud 6,1 sacudió este miércoles Arequipa, en el sur de Perú."),
            item(
                "id-id",
                "id",
                "2026-05-06T10:40:00Z",
                "Gempa magnitudo 6,0 guncang Sulawesi",
                "Gempa bermagnitudo 6,0 mengguncang Sulawesi Tengah, Indonesia, Rabu."));

    assertThat(stories.values())
        .containsExactlyInAnyOrder(Set.of("pe-en", "pe-es"), Set.of("id-en", "id-id"));
  }

  /** In German no capital tells the airport's name from the other nouns. */
  @Test
  void twoAirportsShutOnOneEvening_areTwoStories() {
    Map<String, Set<String>> stories =
        stories(
            item(
                "leipzig",
                "de",
                "2026-05-09T18:00:00Z",
                "Flughafen Leipzig nach Drohnensichtung gesperrt",
                "Der Flughafen Leipzig ist am Samstagabend wegen einer Drohne gesperrt worden."),
            item(
                "koeln",
                "de",
                "2026-05-09T18:30:00Z",
                "Flughafen Köln nach Bombenfund evakuiert",
                "Der Flughafen Köln wurde am Samstagabend evakuiert, nachdem bei Bauarbeiten eine"
                    + " Weltkriegsbombe gefunden worden war."));

    assertThat(stories.values()).doesNotContain(Set.of("leipzig", "koeln"));
  }

  @Test
  void anOldEventRetold_raisesNothingAndJoinsNoNewOne() {
    Item crash =
        item(
            "new",
            "en",
            "2026-05-07T08:00:00Z",
            "Cargo plane crashes near Nairobi, crew of three killed",
            "A cargo plane crashed shortly after take-off near Nairobi, Kenya, on Thursday, killing"
                + " its crew of three.");

    Map<String, Set<String>> stories =
        stories(
            crash,
            item(
                "old-en",
                "en",
                "2026-05-07T10:00:00Z",
                "Kenya remembers victims of 2006 plane crash",
                "Families gathered on Thursday to remember the fourteen people killed when a"
                    + " military plane crashed near Marsabit in April 2006."),
            item(
                "old-fr",
                "fr",
                "2026-05-07T10:20:00Z",
                "Il y a vingt ans, un avion militaire s'écrasait au Kenya",
                "En avril 2006, un avion militaire s'est écrasé près de Marsabit, dans le nord du"
                    + " Kenya, faisant quatorze morts."),
            item(
                "old-es",
                "es",
                "2026-05-07T10:30:00Z",
                "Kenia recuerda a las víctimas del accidente aéreo de 2006",
                "En abril de 2006 un avión militar se estrelló cerca de Marsabit, en el norte de"
                    + " Kenia, y murieron catorce personas."),
            item(
                "old-ru",
                "ru",
                "2026-05-07T10:40:00Z",
                "Двадцать лет назад в Кении разбился военный самолёт",
                "В апреле 2006 года военный самолёт разбился близ Марсабита на севере Кении,"
                    + " погибли четырнадцать человек."));

    assertThat(stories.values()).containsExactly(Set.of("new"));
  }

  @Test
  void aDayOfAClosedSky_liveUpdatesLateReportsAndItsReopening_isOneAlert() {
    String live = "live";
    List<Alert> alerts =
        replay(
            item(
                live,
                "en",
                "2026-05-08T05:00:00Z",
                "Live: Jordan closes its airspace",
                "Jordan closed its airspace to all flights early on Friday, the civil aviation"
                    + " commission said."),
            item(
                live,
                "en",
                "2026-05-08T05:20:00Z",
                "Live: Jordan closes its airspace as jets pass over",
                "Jordan closed its airspace to all flights early on Friday, the civil aviation"
                    + " commission said. Air-raid sirens were heard in Amman."),
            item(
                "ar",
                "ar",
                "2026-05-08T06:00:00Z",
                "الأردن يغلق مجاله الجوي",
                "أعلنت هيئة تنظيم الطيران المدني في الأردن إغلاق المجال الجوي صباح الجمعة."),
            item(
                "de",
                "de",
                "2026-05-08T09:30:00Z",
                "Jordanien öffnet Luftraum wieder",
                "Jordanien hat seinen Luftraum nach vier Stunden wieder für den Flugverkehr"
                    + " geöffnet, teilte die Luftfahrtbehörde am Freitag mit."),
            item(
                "late-es",
                "es",
                "2026-05-08T05:40:00Z",
                "Jordania cierra su espacio aéreo",
                "Jordania cerró el viernes su espacio aéreo a todos los vuelos."));

    List<Alert> sky =
        alerts.stream().filter(a -> a.entry().equals("event:airspace-closed")).toList();
    assertThat(sky.stream().map(Alert::id).distinct()).hasSize(1);
    assertThat(sky.getLast().story().reports()).hasSize(4);
    assertThat(sky.getLast().status()).isEqualTo(Status.ENDED);
    assertThat(sky).filteredOn(a -> a.change() == Change.STATUS_CHANGED).hasSize(1);
  }

  @Test
  void aDenial_joinsItsStoryAndChangesItsStatus() {
    List<Alert> alerts =
        replay(
            item(
                "fr",
                "fr",
                "2026-05-10T11:50:00Z",
                "Coup d'État au Niger : des militaires prennent le pouvoir",
                "Des militaires ont annoncé dimanche à la télévision avoir pris le pouvoir au"
                    + " Niger."),
            item(
                "denied",
                "en",
                "2026-05-10T13:00:00Z",
                "Niger's government denies coup",
                "The government of Niger denied on Sunday that there had been a coup and said that"
                    + " the president was safe."));

    assertThat(alerts).extracting(Alert::change).containsExactly(Change.NEW, Change.STATUS_CHANGED);
    assertThat(alerts.getLast().status()).isEqualTo(Status.DENIED);
  }

  /** The items of every story that was told of, by its alert. */
  private static Map<String, Set<String>> stories(Item... items) {
    Map<String, Set<String>> stories = new LinkedHashMap<>();
    for (Alert alert : replay(items)) {
      stories.put(
          alert.id(),
          alert.story().reports().stream()
              .map(Alert.Report::item)
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    return stories;
  }

  private static List<Alert> replay(Item... items) {
    try (Replay replay = Replay.of(EVENTS, JUDGE::judge, null)) {
      List<Alert> alerts = new ArrayList<>();
      for (Item item : items) {
        alerts.addAll(replay.feed(item));
      }
      alerts.addAll(replay.finish());
      return alerts;
    }
  }

  private static Item item(String id, String language, String at, String title, String body) {
    Item plain =
        Item.ofText(id, title, body)
            .withSource(new Source("paper-" + id, "Paper " + id, null, null, 2, null));
    return TopologyFixture.at(plain, Instant.parse(at)).withLanguage(language);
  }
}
