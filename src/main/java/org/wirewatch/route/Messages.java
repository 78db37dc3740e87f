package org.wirewatch.route;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Notification;

/** Makes notifications whose ids are the same whenever they say the same. Pure. */
final class Messages {
  /** How many alerts one message tells; the rest are counted. */
  static final int MOST_ALERTS = 50;

  private static final Comparator<Alert> LOUDEST_THEN_NEWEST =
      Comparator.comparing(Alert::severity)
          .thenComparing(alert -> alert.times().revised(), Comparator.reverseOrder())
          .thenComparing(Alert::id);

  private Messages() {}

  static Notification of(
      Notification.Form form,
      String receiver,
      String group,
      List<GroupState.Member> members,
      Instant now) {
    List<String> why = members.stream().flatMap(m -> m.why().stream()).distinct().limit(5).toList();
    return of(
        form,
        receiver,
        group,
        members.stream().map(GroupState.Member::alert).toList(),
        0,
        why,
        now);
  }

  /**
   * @param more alerts that were left out before
   */
  static Notification of(
      Notification.Form form,
      String receiver,
      String group,
      List<Alert> alerts,
      int more,
      List<String> why,
      Instant now) {
    if (form == Notification.Form.ALERT) {
      return Notification.ofAlert(receiver, alerts.getFirst(), why, now);
    }
    List<Alert> sorted = alerts.stream().sorted(LOUDEST_THEN_NEWEST).toList();
    List<Alert> told = sorted.stream().limit(MOST_ALERTS).toList();
    String thread = told.size() == 1 && more == 0 ? told.getFirst().id() : group;
    return new Notification(
        id(form, receiver, sorted, now),
        receiver,
        form,
        thread,
        told,
        more + sorted.size() - told.size(),
        why,
        now);
  }

  /** An alert without its quotations and with one report: enough for a line. */
  static Alert outline(Alert a) {
    Alert.Story story = a.story();
    return new Alert(
        a.id(),
        a.revision(),
        a.state(),
        a.change(),
        a.watchlist(),
        a.entry(),
        a.kind(),
        a.name(),
        a.status(),
        a.places(),
        a.severity(),
        a.headline(),
        "",
        new Alert.Story(
            story.id(),
            story.firstSeen(),
            story.lastSeen(),
            story.items(),
            story.sources(),
            story.originals(),
            story.reports().stream().limit(1).toList()),
        List.of(),
        List.of(),
        a.times(),
        List.of(),
        a.mergedInto());
  }

  /** A reminder repeats what was said, so the moment makes the difference. */
  private static String id(
      Notification.Form form, String receiver, List<Alert> alerts, Instant now) {
    String content =
        Stream.concat(
                Stream.of(form.name(), receiver, now.toString()),
                alerts.stream().map(alert -> alert.id() + ":" + alert.revision()))
            .collect(Collectors.joining("\n"));
    return "n-" + UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
  }
}
