package org.wirewatch.story;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Change;
import org.wirewatch.model.Status;

/** What there is to tell one subscriber of a story at one moment. */
record Draft(Story story, List<Report> reports, Subscriber subscriber, int originals, Grade grade) {
  private static final int QUOTES = 10;

  static Draft of(Story story, List<Report> reports, Subscriber subscriber) {
    List<Report> taken = reports.stream().filter(r -> r.isFor(subscriber)).toList();
    Set<String> voices = new HashSet<>();
    taken.forEach(r -> voices.add(r.voice()));
    int originals = Math.max(1, voices.size());
    Grade grade = Grade.of(subscriber.severity(), story.status(), taken, originals);
    return new Draft(story, taken, subscriber, originals, grade);
  }

  Alert raised(Instant at) {
    return alert(1, at, at, Change.NEW, null);
  }

  Alert revised(AlertState state, Change change, Instant at, @Nullable String mergedInto) {
    return alert(state.revision() + 1, state.raised(), at, change, mergedInto);
  }

  AlertState stateAfter(Alert alert) {
    return new AlertState(
        alert.id(),
        story.thing(),
        story.id(),
        subscriber,
        alert.revision(),
        alert.state(),
        alert.status(),
        alert.severity(),
        originals,
        alert.times().raised(),
        alert.times().revised(),
        null);
  }

  private Alert alert(
      int revision, Instant raised, Instant revised, Change change, @Nullable String mergedInto) {
    Report lead = lead();
    Report first = reports.getFirst();
    boolean over = change == Change.RESOLVED || story.status() == Status.ENDED;
    return new Alert(
        Ids.alert(story.id(), subscriber),
        revision,
        over ? Alert.State.RESOLVED : Alert.State.OPEN,
        change,
        subscriber.watchlist(),
        subscriber.entry(),
        story.kind(),
        subscriber.name(),
        story.status(),
        story.places(),
        grade.severity(),
        headline(lead),
        lead.quotes().isEmpty() ? "" : lead.quotes().getFirst().quote(),
        told(),
        reports.stream().flatMap(r -> r.quotes().stream()).limit(QUOTES).toList(),
        grade.why(),
        new Alert.Times(first.published(), first.fetched(), raised, revised),
        reports.stream().map(Report::item).toList(),
        mergedInto);
  }

  private Alert.Story told() {
    boolean allKept = story.items() <= reports.size();
    return new Alert.Story(
        story.id(),
        story.firstSeen(),
        story.lastSeen(),
        allKept ? reports.size() : story.items(),
        (int) reports.stream().map(Report::source).distinct().count(),
        originals,
        reports.stream()
            .sorted(Comparator.comparing(Report::told).thenComparing(Report::item))
            .map(Report::summary)
            .toList());
  }

  /** The report that gave the story its status, else the first of the best tier. */
  private Report lead() {
    return reports.stream()
        .filter(r -> r.item().equals(story.lead()))
        .findFirst()
        .orElseGet(() -> reports.stream().min(Comparator.comparingInt(Report::tier)).orElseThrow());
  }

  private static String headline(Report lead) {
    if (!lead.title().isBlank() || lead.quotes().isEmpty()) {
      return lead.title();
    }
    return lead.quotes().getFirst().quote();
  }
}
