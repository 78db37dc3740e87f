package org.wirewatch.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Change;
import org.wirewatch.model.CountryName;
import org.wirewatch.model.Notification;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Status;

/**
 * One alert in words for people, the same in every channel. All texts are single lines without
 * control characters; escaping for its own format is the channel's.
 *
 * @param subject what is watched, where and how it stands: {@code Airspace closed · Venezuela ·
 *     announced}
 * @param change what is new since the last message; empty for the first
 * @param quote the sentence that carries the alert; null where there is none
 * @param standing who reports it: {@code 7 reports, 5 sources, 2 independent: Miami Herald,
 *     Reuters}
 * @param url the best report's address; null where none has one
 * @param revised when this revision was made, in the receiver's time zone
 */
record Telling(
    Alert alert,
    Severity severity,
    String subject,
    String change,
    String headline,
    String summary,
    @Nullable Quote quote,
    String standing,
    List<String> why,
    List<Source> sources,
    @Nullable String url,
    String revised) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm z", Locale.ENGLISH);
  private static final int MOST_SOURCES = 5;
  private static final int MOST_NAMES = 3;

  /** One report to show. */
  record Source(String name, String title, @Nullable String url) {}

  /** A quotation cut at its highlights. */
  record Quote(List<Part> parts) {
    /** A run of text, highlighted or not. */
    record Part(String text, boolean highlighted) {}

    String plain() {
      return parts.stream().map(Part::text).collect(Collectors.joining());
    }
  }

  static Telling of(Alert alert, ZoneId zone) {
    List<Source> sources = sources(alert);
    return new Telling(
        alert,
        alert.severity(),
        subject(alert),
        change(alert),
        Clean.line(alert.headline()),
        Clean.line(alert.summary()),
        quote(alert),
        standing(alert.story()),
        alert.why().stream().map(Clean::line).toList(),
        sources,
        sources.stream().flatMap(s -> Optional.ofNullable(s.url).stream()).findFirst().orElse(null),
        time(alert.times().revised(), zone));
  }

  static String time(Instant instant, ZoneId zone) {
    return TIME.format(instant.atZone(zone)).replace(" Z", " UTC");
  }

  /** What stands above the alerts of a message; empty where they speak for themselves. */
  static String lead(Notification notification) {
    int all = notification.alerts().size() + notification.more();
    return switch (notification.form()) {
      case ALERT -> "";
      case GROUP -> all + " alerts";
      case DIGEST -> "Digest: " + count(all, "alert");
      case REMINDER -> "Reminder: " + unanswered(notification);
      case ESCALATION -> "Escalated: " + unanswered(notification);
      case TEST -> "This is a test";
    };
  }

  /** That nobody has acknowledged it, and for how long, as far as that is worth telling. */
  static String unanswered(Notification notification) {
    Duration since =
        Duration.between(notification.alert().times().raised(), notification.created());
    String span =
        since.toDays() >= 2
            ? since.toDays() + " days"
            : since.toHours() == 0
                ? since.toMinutes() + " min"
                : since.toHours()
                    + " h"
                    + (since.toMinutesPart() == 0 ? "" : " " + since.toMinutesPart() + " min");
    return "nobody has acknowledged this" + (since.toMinutes() < 1 ? "" : " for " + span);
  }

  private static String subject(Alert alert) {
    List<String> parts = new ArrayList<>();
    parts.add(Clean.line(alert.name()));
    if (!alert.places().isEmpty()) {
      parts.add(alert.places().stream().map(CountryName::of).collect(Collectors.joining(", ")));
    }
    Status status = alert.status();
    if (status != null) {
      parts.add(word(status).replace('-', ' '));
    }
    return String.join(" · ", parts);
  }

  private static String change(Alert alert) {
    return switch (alert.change()) {
      case NEW -> "";
      case MORE_REPORTS -> "more reports";
      case CORROBORATED -> "corroborated by another independent source";
      case ESCALATED -> "escalated to " + word(alert.severity());
      case STATUS_CHANGED -> "status changed";
      case RESOLVED -> alert.mergedInto() == null ? "resolved" : "joined with another alert";
    };
  }

  private static String standing(Alert.Story story) {
    List<String> outlets =
        story.reports().stream()
            .map(report -> Clean.line(report.source()))
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    List<String> origins =
        story.reports().stream()
            .flatMap(report -> report.originals().stream())
            .map(Clean::line)
            .distinct()
            .toList();
    String standing = count(story.items(), "report");
    standing += outlets.isEmpty() ? "" : " by " + names(outlets, story.sources());
    standing += story.sources() > 1 ? "; " + story.originals() + " independent" : "";
    return origins.isEmpty()
        ? standing
        : standing + "; first reported by " + names(origins, origins.size());
  }

  /** The first few names, and how many there are besides. */
  private static String names(List<String> names, int all) {
    int shown = Math.min(names.size(), MOST_NAMES);
    String told = String.join(", ", names.subList(0, shown));
    return all > shown ? told + " and " + (all - shown) + " more" : told;
  }

  private static String count(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }

  /** The reports that have an address come first; each outlet once. */
  private static List<Source> sources(Alert alert) {
    List<Source> shown = new ArrayList<>();
    Set<String> outlets = new LinkedHashSet<>();
    for (boolean linked : new boolean[] {true, false}) {
      for (Alert.Report report : alert.story().reports()) {
        String url = Clean.url(report.url());
        if ((url != null) == linked && outlets.add(report.source())) {
          shown.add(new Source(Clean.line(report.source()), Clean.line(report.title()), url));
        }
      }
    }
    return shown.stream().limit(MOST_SOURCES).toList();
  }

  private static @Nullable Quote quote(Alert alert) {
    if (alert.evidence().isEmpty()) {
      return null;
    }
    Alert.Quote given = alert.evidence().getFirst();
    String text = given.quote();
    List<Quote.Part> parts = new ArrayList<>();
    int from = 0;
    for (List<Integer> span : given.highlights()) {
      int start = span.getFirst();
      int end = span.getLast();
      if (start < from || end > text.length() || start >= end) {
        continue; // overlapping or foreign offsets: the text matters more than its colour
      }
      add(parts, text.substring(from, start), false);
      add(parts, text.substring(start, end), true);
      from = end;
    }
    add(parts, text.substring(from), false);
    return parts.isEmpty() ? null : new Quote(List.copyOf(parts));
  }

  private static void add(List<Quote.Part> parts, String text, boolean highlighted) {
    String clean = Clean.inline(text);
    if (!clean.isEmpty()) {
      parts.add(new Quote.Part(clean, highlighted));
    }
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The change, the reports and the time in one line. */
  String facts() {
    return (change.isEmpty() ? "" : change + " · ") + standing + " · " + revised;
  }

  /** Whether the alert is over. */
  boolean isOver() {
    return alert.state() == Alert.State.RESOLVED || alert.change() == Change.RESOLVED;
  }
}
