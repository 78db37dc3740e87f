package org.wirewatch.serve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Alert;

/**
 * An alert as a page of its own. Immutable.
 *
 * @param merged the alert that goes on in its place; empty where none does
 * @param done what people have done about it
 * @param left what they can do yet; empty where they may not here
 * @param refused whether they could, but not here
 * @param asks whether they have to show the desk's token
 */
record AlertDetail(
    AlertRow row,
    String watchlist,
    String entry,
    int revision,
    String change,
    String raised,
    String merged,
    List<Quoted> quotes,
    List<String> why,
    List<Told> story,
    List<String> done,
    List<People.Choice> left,
    boolean refused,
    boolean asks) {

  /** Whether there is a form to act by. */
  boolean actable() {
    return !left.isEmpty();
  }

  /** A sentence, cut where its highlights begin and end. */
  record Quoted(List<Part> parts) {}

  /** A piece of a sentence. */
  record Part(String text, boolean marked) {}

  /**
   * One report.
   *
   * @param url empty unless it is one that a browser may be sent to
   */
  record Told(String time, String source, String title, String url, String originals) {}

  static AlertDetail of(Alert alert, People people, boolean mayAct, boolean asks) {
    return new AlertDetail(
        AlertRow.of(alert),
        alert.watchlist(),
        alert.entry(),
        alert.revision(),
        AlertRow.spelled(alert.change()),
        AlertRow.time(alert.times().raised()),
        Optional.ofNullable(alert.mergedInto()).orElse(""),
        alert.evidence().stream().map(AlertDetail::quoted).toList(),
        alert.why(),
        alert.story().reports().stream().map(AlertDetail::told).toList(),
        people.done(),
        mayAct ? people.left() : List.of(),
        !mayAct && !people.left().isEmpty(),
        asks);
  }

  private static Told told(Alert.Report report) {
    Instant published = report.published();
    return new Told(
        published == null ? "" : AlertRow.time(published),
        report.source(),
        report.title().isBlank() ? "(no headline)" : report.title(),
        link(report.url()),
        String.join(", ", report.originals()));
  }

  /** Addresses come from feeds: a script in one must not become a link. */
  private static String link(@Nullable String url) {
    return url != null && url.matches("(?i)https?://.*") ? url : "";
  }

  /** Highlights that overlap, or that lie outside, are passed over. */
  private static Quoted quoted(Alert.Quote quote) {
    String text = quote.quote();
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (List<Integer> highlight : quote.highlights()) {
      int start = highlight.getFirst();
      int end = highlight.getLast();
      if (start >= from && start < end && end <= text.length()) {
        parts.add(new Part(text.substring(from, start), false));
        parts.add(new Part(text.substring(start, end), true));
        from = end;
      }
    }
    parts.add(new Part(text.substring(from), false));
    return new Quoted(parts);
  }
}
