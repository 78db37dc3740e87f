package org.wirewatch.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirewatch.story.Reports.NOON;
import static org.wirewatch.story.Reports.citing;
import static org.wirewatch.story.Reports.report;
import static org.wirewatch.story.Reports.telling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Change;
import org.wirewatch.model.Kind;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Status;

class AlertLifecycleTest {
  private static final String THING = "event:airspace-closed";
  private static final List<String> VE = List.of("VE");

  private final MemoryStores stores = new MemoryStores();
  private final Shelf shelf = Shelf.restored(THING, StoryLimits.DEFAULT, stores);
  private final Correlator correlator = new Correlator();
  private final AlertLifecycle lifecycle = new AlertLifecycle(StoryLimits.DEFAULT, stores, stores);

  @Test
  void aSecondVoiceCorroborates() {
    file(closed("1", "Gazette", NOON));

    Alert alert = file(closed("2", "Herald", NOON.plusSeconds(30))).getLast();

    assertThat(alert.change()).isEqualTo(Change.CORROBORATED);
    assertThat(alert.story().originals()).isEqualTo(2);
    assertThat(alert.why()).contains("2 independent originals", "tier-2 source");
  }

  @Test
  void anAgencysCopiesAreOneOriginal() {
    file(citing(closed("1", "Gazette", NOON), "Northern Agency"));
    file(citing(closed("2", "Herald", NOON.plusSeconds(30)), "Northern Agency"));

    assertThat(originals()).isEqualTo(1);
  }

  @Test
  void aVerbatimCopyWithoutCreditIsNoOriginal() {
    String text =
        "Pilots were told on Monday that the sky over the country is shut to all civil flights until"
            + " further notice, the aviation authority said in a notice to airlines.";
    file(told(report("1", "Gazette", NOON, "Sky shut", text), Status.IN_EFFECT));
    file(told(report("2", "Herald", NOON.plusSeconds(9), "Sky shut", text), Status.IN_EFFECT));

    assertThat(originals()).isEqualTo(1);
  }

  @Test
  void aReopeningChangesTheStatusOfTheSameAlertAndResolvesIt() {
    Alert first = file(closed("1", "Gazette", NOON)).getLast();

    Alert last =
        file(told(
                report(
                    "2", "Herald", NOON.plusSeconds(7200), "Airspace reopened", "Flights resume."),
                Status.ENDED))
            .getLast();

    assertThat(last.id()).isEqualTo(first.id());
    assertThat(last.change()).isEqualTo(Change.STATUS_CHANGED);
    assertThat(last.status()).isEqualTo(Status.ENDED);
    assertThat(last.state()).isEqualTo(Alert.State.RESOLVED);
  }

  @Test
  void aSlowOutletDoesNotCloseTheSkyAgain() {
    file(closed("1", "Gazette", NOON));
    file(told(report("2", "Herald", NOON.plusSeconds(7200), "Reopened", "Over."), Status.ENDED));

    List<Alert> alerts = file(closed("3", "Courier", NOON.plusSeconds(7800)));

    assertThat(alerts).noneMatch(a -> a.status() == Status.IN_EFFECT);
  }

  @Test
  void aChangedWordingIsNoRevision() {
    file(closed("1", "Gazette", NOON));

    assertThat(file(closed("1", "Gazette", NOON.plusSeconds(600)))).isEmpty();
    assertThat(stores.states(THING, storyId())).allMatch(s -> s.due() == null);
  }

  @Test
  void aFurtherReport_longAfterTheLastRevision_isNotToldBeforeItCame() {
    Instant later = NOON.plusSeconds(1800);
    file(citing(closed("1", "Gazette", NOON), "Northern Agency"));
    file(citing(closed("2", "Herald", later), "Northern Agency"));

    assertThat(stores.states(THING, storyId()))
        .singleElement()
        .satisfies(state -> assertThat(state.due()).isEqualTo(later));
  }

  @Test
  void anOldEventRetoldWakesNobody() {
    assertThat(file(told(report("1", "Gazette", NOON, "In 1990", "It was shut."), Status.PAST)))
        .isEmpty();
  }

  @Test
  void quietResolves() {
    file(closed("1", "Gazette", NOON));

    List<Alert> alerts = new ArrayList<>();
    correlator
        .close(shelf, NOON.plus(Duration.ofDays(30)))
        .forEach(d -> alerts.addAll(lifecycle.on(d, shelf)));

    assertThat(alerts)
        .singleElement()
        .satisfies(alert -> assertThat(alert.change()).isEqualTo(Change.RESOLVED));
    assertThat(stores.stories(THING)).isEmpty();
  }

  @Test
  void aNewerTextOfAnItemWhoseStoryIsOver_tellsNothingIfItIsNearlyTheSame() {
    file(closed("1", "Gazette", NOON));
    Instant later = NOON.plus(Duration.ofDays(15));

    assertThat(file(closed("1", "Gazette", later)))
        .extracting(Alert::change)
        .containsExactly(Change.RESOLVED);
  }

  @Test
  void anItemThatTellsOfAnotherMatterAfterItsStoryIsOver_opensOneWithAnIdOfItsOwn() {
    Alert first = file(closed("1", "Gazette", NOON)).getLast();
    Instant later = NOON.plus(Duration.ofDays(15));
    String text = "Balloons drifted over the runway at night and all landings were put off again.";

    List<Alert> alerts =
        file(told(report("1", "Gazette", later, "Balloons stop flights", text), Status.IN_EFFECT));

    assertThat(alerts).extracting(Alert::change).containsExactly(Change.RESOLVED, Change.NEW);
    assertThat(alerts.getLast().id()).isNotEqualTo(first.id());
    assertThat(alerts.getLast().story().id()).isNotEqualTo(first.story().id());
  }

  @Test
  void possibleIsOneStepQuieterThanTheEntrysLevel() {
    Alert alert =
        file(told(report("1", "Gazette", NOON, "May close", "It may be shut."), Status.POSSIBLE))
            .getLast();

    assertThat(alert.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(alert.why())
        .contains(
            "entry's own level is high", "the event is possible (-1)", "which makes it medium");
  }

  private static Report closed(String item, String outlet, Instant at) {
    String text = outlet + " reports that the air space is shut to civil flights.";
    return told(
        report(item, outlet, at, "Air space closed, says " + outlet, text), Status.IN_EFFECT);
  }

  private static Report told(Report report, Status status) {
    return telling(report, status, VE);
  }

  private List<Alert> file(Report report) {
    List<Alert> alerts = new ArrayList<>();
    correlator
        .file(new Sighting(THING, Kind.EVENT, report), shelf)
        .forEach(d -> alerts.addAll(lifecycle.on(d, shelf)));
    return alerts;
  }

  private String storyId() {
    return stores.stories(THING).getFirst().id();
  }

  private int originals() {
    return stores.states(THING, storyId()).getFirst().originals();
  }
}
