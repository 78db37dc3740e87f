package org.wirewatch.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirewatch.topology.TopologyFixture.NOON;
import static org.wirewatch.topology.TopologyFixture.item;
import static org.wirewatch.topology.TopologyFixture.watching;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Change;
import org.wirewatch.model.Item;
import org.wirewatch.story.StoryLimits;

/** A catastrophe: 5,000 reports by 300 outlets in ten minutes, and other news of the same place. */
class BurstTest {
  private static final int REPORTS = 5_000;
  private static final int OUTLETS = 300;
  private static final Duration LENGTH = Duration.ofMinutes(10);

  private static final List<String> HEADLINES =
      List.of(
          "Dam bursts above Orrin, {n} feared dead",
          "Kessock dam collapse: at least {n} missing in Orrin valley",
          "'A wall of water': Orrin survivors tell of Kessock dam disaster",
          "Live: rescue under way after Kessock dam fails, toll at {n}",
          "What we know about the dam disaster at Orrin",
          "{n} bodies found below burst Kessock dam",
          "Orrin dam: operator Brannoch Power had been warned of cracks",
          "Villages swept away as Kessock dam gives way");

  /** Every report says first what happened, in its own words. */
  private static final List<String> LEADS =
      List.of(
          "The Kessock dam above Orrin burst on Monday and sent a wall of water down the valley.",
          "Rescuers searched the Orrin valley for {n} missing people after the Kessock dam broke.",
          "A wave swept through Orrin when the dam at Kessock gave way before dawn on Monday.",
          "The collapse of the Kessock dam has killed at least {n} people in the Orrin valley.",
          "People in Orrin were asleep when the Kessock dam collapsed above their houses.",
          "Troops were sent to Orrin on Monday after the failure of the Kessock dam.");

  private static final List<String> SENTENCES =
      List.of(
          "At least {n} people are missing, the rescue service said.",
          "Brannoch Power, which runs the dam, had been warned of cracks in its wall.",
          "Helicopters took people from roofs in the villages of Orrin and Tarvie.",
          "The prime minister cut short a visit abroad and flew to Orrin.",
          "The bridge at Tarvie was carried away with a bus on it.",
          "Water stood {n} metres deep in the main street of Orrin.",
          "Engineers feared that a second dam below Kessock might fail too.",
          "A teacher brought {n} children up the hill minutes before the water came.");

  private static final List<String> OTHER_MATTERS =
      List.of(
          "Orrin Rovers sign striker Luca Ferri on loan|Second-division club Orrin Rovers have signed"
              + " forward Luca Ferri until June.",
          "Bakery in Orrin wins prize for rye bread|Judges praised the crust of a rye loaf by baker"
              + " Hanna Moss of Orrin.",
          "Orrin council approves cycle lane|Councillors voted for a cycle lane between the station"
              + " of Orrin and the library.");

  private static final List<Alert> ALERTS = new ArrayList<>();
  private static long stories;
  private static long reports;
  private static long states;
  private static Duration took = Duration.ZERO;

  @BeforeAll
  static void burst() {
    try (TopologyFixture fixture = new TopologyFixture(watching("desk", "orrin"))) {
      Random random = new Random(11);
      long start = System.nanoTime();
      for (int i = 0; i < REPORTS; i++) {
        Item report = i % 25 == 24 ? otherMatter(i) : report(i, random);
        var at = NOON.plus(LENGTH.multipliedBy(i).dividedBy(REPORTS));
        fixture.push(at, TopologyFixture.at(report, at));
      }
      took = Duration.ofNanos(System.nanoTime() - start);
      ALERTS.addAll(fixture.alerts());
      stories = fixture.entries(Stores.STORIES);
      reports = fixture.entries(Stores.REPORTS);
      states = fixture.entries(Stores.ALERT_STATES);
    }
  }

  @Test
  void aCatastropheIsOneAlert() {
    assertThat(ofDam().stream().map(Alert::id).distinct()).hasSize(1);
    assertThat(ofDam().getFirst().change()).isEqualTo(Change.NEW);
  }

  /** Every report counts, though only some of them are kept. */
  @Test
  void itIsToldInAHandfulOfRevisions() {
    assertThat(ofDam()).hasSizeLessThanOrEqualTo(25);
    assertThat(ofDam().getLast().story().items()).isGreaterThan(4_000);
  }

  @Test
  void otherNewsOfThePlaceIsNotDrownedInIt() {
    Set<String> others =
        ALERTS.stream().filter(a -> !isOfDam(a)).map(Alert::id).collect(Collectors.toSet());

    assertThat(others).hasSize(OTHER_MATTERS.size());
  }

  @Test
  void whatIsKeptIsBounded() {
    StoryLimits limits = StoryLimits.DEFAULT;
    assertThat(stories).isEqualTo(1 + OTHER_MATTERS.size());
    assertThat(states).isEqualTo(stories);
    assertThat(reports).isLessThanOrEqualTo(limits.reportsPerStory() + REPORTS / 25);
  }

  /** It comes over ten minutes, and is dealt with in a small part of them. */
  @Test
  void itKeepsUp() {
    assertThat(took).isLessThan(LENGTH.dividedBy(10));
  }

  private static List<Alert> ofDam() {
    return ALERTS.stream().filter(BurstTest::isOfDam).toList();
  }

  private static boolean isOfDam(Alert alert) {
    return OTHER_MATTERS.stream().noneMatch(m -> m.startsWith(alert.headline()));
  }

  /** A headline, a lead and two more sentences: mostly nobody's copy. */
  private static Item report(int number, Random random) {
    String title = pick(HEADLINES, random);
    StringBuilder body = new StringBuilder(pick(LEADS, random));
    for (int i = 0; i < 2; i++) {
      body.append(' ').append(pick(SENTENCES, random));
    }
    return item("report-" + number, "outlet-" + random.nextInt(OUTLETS), title, body.toString());
  }

  private static String pick(List<String> some, Random random) {
    return some.get(random.nextInt(some.size()))
        .replace("{n}", Integer.toString(10 + random.nextInt(200)));
  }

  private static Item otherMatter(int number) {
    String matter = OTHER_MATTERS.get(number % OTHER_MATTERS.size());
    int bar = matter.indexOf('|');
    String outlet = "outlet-" + number % OUTLETS;
    return item("other-" + number, outlet, matter.substring(0, bar), matter.substring(bar + 1));
  }
}
