package org.wirewatch.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirewatch.story.Reports.DESK;
import static org.wirewatch.story.Reports.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Change;
import org.wirewatch.model.Kind;
import org.wirewatch.model.Severity;

class FloodsTest {
  private static final int MOST = 10;

  private final MemoryStores stores = new MemoryStores();
  private final Floods floods =
      new Floods(new StoryLimits(10, 10, 2, Duration.ofMinutes(1), MOST), stores);
  private final List<Alert> told = new ArrayList<>();
  private int stories;

  @Test
  void beyondTheMostOfAnHour_alertsAreHeldBack_andTheOwnerIsToldOnce() {
    int admitted = raise(100, NOON, Duration.ofSeconds(10));

    assertThat(admitted).isEqualTo(MOST);
    assertThat(told)
        .singleElement()
        .satisfies(alert -> {
          assertThat(alert.change()).isEqualTo(Change.NEW);
          assertThat(alert.severity()).isEqualTo(Severity.LOW);
          assertThat(alert.entry()).isEqualTo(DESK.entry());
          assertThat(alert.headline()).contains("floods");
          assertThat(alert.why()).contains("more than 10 alerts within an hour");
        });
  }

  @Test
  void aFloodThatLasts_isToldEveryHour_withHowManyWereHeldBack() {
    raise(400, NOON, Duration.ofSeconds(30));

    assertThat(told)
        .extracting(Alert::change)
        .containsExactly(Change.NEW, Change.MORE_REPORTS, Change.MORE_REPORTS, Change.MORE_REPORTS);
    assertThat(told).extracting(Alert::revision).containsExactly(1, 2, 3, 4);
    assertThat(told).extracting(Alert::id).containsOnly(told.getFirst().id());
    assertThat(told.getLast().story().items()).isGreaterThan(300);
  }

  @Test
  void aFloodThatEbbs_isResolved_andTheEntryRaisesAlertsAgain() {
    raise(50, NOON, Duration.ofSeconds(10));

    told.addAll(floods.ebb(NOON.plus(Duration.ofHours(5))));
    int admitted = raise(3, NOON.plus(Duration.ofHours(6)), Duration.ofMinutes(1));

    assertThat(told.getLast().change()).isEqualTo(Change.RESOLVED);
    assertThat(told.getLast().times().revised()).isEqualTo(NOON.plus(Duration.ofHours(2)));
    assertThat(admitted).isEqualTo(3);
  }

  @Test
  void whatCalmsDownWithoutFallingSilent_isResolvedToo() {
    raise(50, NOON, Duration.ofSeconds(10));
    raise(2, NOON.plus(Duration.ofMinutes(61)), Duration.ofMinutes(1));
    assertThat(raise(1, NOON.plus(Duration.ofMinutes(122)), Duration.ofMinutes(1))).isEqualTo(1);
    assertThat(told.getLast().change()).isEqualTo(Change.RESOLVED);
  }

  @Test
  void anEntryWithinItsMeasure_isNotHeldBack() {
    assertThat(raise(50, NOON, Duration.ofMinutes(10))).isEqualTo(50);
    assertThat(told).isEmpty();
  }

  private int raise(int many, Instant from, Duration apart) {
    int admitted = 0;
    for (int i = 0; i < many; i++) {
      Instant at = from.plus(apart.multipliedBy(i));
      Report report = Reports.report("item-" + stories++, "Gazette", at, "Title", "Text.");
      Story story = story("s-" + stories, at);
      admitted += floods.admits(story, report, DESK, at, told) ? 1 : 0;
    }
    return admitted;
  }

  private static Story story(String id, Instant at) {
    return new Story(
        id,
        "query:x",
        Kind.QUERY,
        at,
        at,
        at,
        at,
        1,
        1,
        "item",
        null,
        at,
        List.of(),
        List.of(),
        Map.of(),
        "");
  }
}
