package org.wirewatch.search;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Status;

/**
 * Something found. Immutable.
 *
 * @param kind {@code item} or {@code alert}
 * @param time of publication of an item, of the newest revision of an alert
 * @param title of the item, headline of the alert
 * @param snippet the beginning of its text
 * @param url of the item, or of the alert's first report; null where there is none
 * @param entries that it is about
 * @param places codes of countries
 * @param severity of an alert; null for items
 * @param state of an alert; null for items
 */
public record SearchHit(
    String kind,
    String id,
    Instant time,
    String title,
    String snippet,
    @Nullable String url,
    String source,
    @Nullable String language,
    List<String> watchlists,
    List<String> entries,
    List<String> places,
    List<Status> statuses,
    @Nullable Severity severity,
    Alert.@Nullable State state) {
  private static final int SNIPPET = 240;

  static SearchHit of(Indexed found) {
    return new SearchHit(
        found.kind().name().toLowerCase(Locale.ROOT),
        found.id(),
        found.time(),
        found.title(),
        snippet(found.text().strip()),
        found.url(),
        found.source(),
        found.language(),
        found.watchlists().stream().sorted().toList(),
        found.entries().stream().sorted().toList(),
        found.places().stream().sorted().toList(),
        found.statuses().stream().sorted().toList(),
        found.severity(),
        found.state());
  }

  /** Never half of a surrogate pair. */
  private static String snippet(String text) {
    if (text.length() <= SNIPPET) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(SNIPPET - 1)) ? SNIPPET - 1 : SNIPPET;
    return text.substring(0, end) + "…";
  }
}
