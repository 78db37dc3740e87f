package org.wirewatch.route;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Notification;

/** Makes notifications whose ids are the same whenever they say the same. Pure. */
final class Messages {
  /** How many alerts one message tells; the rest are counted. */
  static final int MOST_ALERTS = 50;

  /** How many of an alert's reports are passed on. */
  private static final int MOST_REPORTS = 100;

  private static final Comparator<Alert> LOUDEST_THEN_NEWEST =
      Comparator.comparing(Alert::severity)
          .thenComparing(alert -> alert.times().revised(), Comparator.reverseOrder())
          .thenComparing(Alert::id);

  private Messages() {}

  static Notification of(
      Notification.Form form,
      String receiver,
      String group,
      List<RouteState.Member> members,
      Instant now) {
    List<String> why =
        members.stream()
            .flatMap(m -> Stream.concat(m.why().stream(), m.said().words().stream()))
            .distinct()
            .limit(5)
            .toList();
    return of(
        form,
        receiver,
        group,
        members.stream().map(RouteState.Member::alert).toList(),
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
  static Alert outline(Alert alert) {
    return with(alert, "", alert.story().reports().stream().limit(1).toList(), List.of());
  }

  /**
   * An alert with as many reports as anybody reads in a message. Of each tier and language one
   * stays, so that conditions on them hold of it too.
   */
  static Alert brief(Alert alert) {
    List<Alert.Report> reports = alert.story().reports();
    if (reports.size() <= MOST_REPORTS) {
      return alert;
    }
    List<Alert.Report> kept = new ArrayList<>(reports.subList(0, MOST_REPORTS));
    Set<String> sorts = kept.stream().map(Messages::sort).collect(Collectors.toSet());
    reports.stream().skip(MOST_REPORTS).filter(r -> sorts.add(sort(r))).forEach(kept::add);
    return with(
        alert, alert.summary(), kept, alert.evidence().stream().limit(MOST_REPORTS).toList());
  }

  private static String sort(Alert.Report report) {
    return report.tier() + " " + report.language();
  }

  private static Alert with(
      Alert a, String summary, List<Alert.Report> reports, List<Alert.Quote> evidence) {
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
        summary,
        new Alert.Story(
            story.id(),
            story.firstSeen(),
            story.lastSeen(),
            story.items(),
            story.sources(),
            story.originals(),
            reports),
        evidence,
        evidence.isEmpty() ? List.of() : a.why(),
        a.times(),
        evidence.isEmpty() ? List.of() : a.flags().stream().limit(MOST_REPORTS).toList(),
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
