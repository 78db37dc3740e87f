package org.wirewatch.search;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Flag;
import org.wirewatch.model.FlaggedItem;
import org.wirewatch.model.Item;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Status;

/**
 * An item or an alert as the index holds it. Immutable.
 *
 * @param time of publication of an item, of the newest revision of an alert
 * @param text everything besides the title that is searched
 * @param kept when it was written to its topic: the time that retention counts from
 * @param entries that it was flagged with, or that the alert is of
 * @param places codes of the countries where it is, those of its entries included
 * @param severity of an alert; null for items
 */
record Indexed(
    Kind kind,
    String id,
    Instant time,
    Instant kept,
    String title,
    String text,
    @Nullable String url,
    String source,
    @Nullable String language,
    Set<String> watchlists,
    Set<String> entries,
    Set<String> places,
    Set<Status> statuses,
    @Nullable Severity severity,
    Alert.@Nullable State state,
    @Nullable Alert alert) {
  private static final String COUNTRY = "country:";

  /** What can be searched for. */
  enum Kind {
    ITEM,
    ALERT
  }

  Indexed {
    watchlists = Set.copyOf(watchlists);
    entries = Set.copyOf(entries);
    places = Set.copyOf(places);
    statuses = Set.copyOf(statuses);
  }

  /**
   * An item, with what was flagged of it before.
   *
   * @param flagged what the index knows of the item; null for nothing
   */
  static Indexed of(Item item, Instant kept, @Nullable Indexed flagged) {
    Instant published = item.published();
    return new Indexed(
        Kind.ITEM,
        item.id(),
        published == null ? kept : published,
        kept,
        item.title(),
        item.summary() + "\n" + item.body(),
        item.url(),
        item.source().name().isBlank() ? item.source().id() : item.source().name(),
        item.language(),
        flagged == null ? Set.of() : flagged.watchlists(),
        flagged == null ? Set.of() : flagged.entries(),
        flagged == null ? Set.of() : flagged.places(),
        flagged == null ? Set.of() : flagged.statuses(),
        null,
        null,
        null);
  }

  /**
   * A flagged item: what it is about, on top of what the index knows of it.
   *
   * @param item as indexed; null where only its flags have come so far
   */
  static Indexed of(FlaggedItem flagged, Instant kept, @Nullable Indexed item) {
    Set<String> watchlists = new LinkedHashSet<>();
    Set<String> entries = new LinkedHashSet<>();
    Set<String> places = new LinkedHashSet<>();
    Set<Status> statuses = new LinkedHashSet<>();
    for (Flag flag : flagged.flags()) {
      if (flag.about()) {
        watchlists.add(flag.watchlist());
        entries.add(flag.entry());
        places.addAll(flag.places());
        country(flag.entry(), places);
        if (flag.status() != null) {
          statuses.add(flag.status());
        }
      }
    }
    Instant published = flagged.published();
    return new Indexed(
        Kind.ITEM,
        flagged.item(),
        item == null ? (published == null ? kept : published) : item.time(),
        item == null ? kept : item.kept(),
        item == null ? flagged.title() : item.title(),
        item == null ? "" : item.text(),
        item == null ? null : item.url(),
        item == null ? "" : item.source(),
        flagged.language(),
        watchlists,
        entries,
        places,
        statuses,
        null,
        null,
        null);
  }

  /** The newest revision of an alert. */
  static Indexed of(Alert alert, Instant kept) {
    Set<String> text = new LinkedHashSet<>();
    text.add(alert.summary());
    alert.story().reports().forEach(r -> text.add(r.title()));
    alert.evidence().forEach(q -> text.add(q.quote()));
    text.remove(alert.headline());
    Set<String> places = new LinkedHashSet<>(alert.places());
    country(alert.entry(), places);
    List<Alert.Report> reports = alert.story().reports();
    Alert.@Nullable Report first = reports.isEmpty() ? null : reports.getFirst();
    Status status = alert.status();
    return new Indexed(
        Kind.ALERT,
        alert.id(),
        alert.times().revised(),
        kept,
        alert.headline(),
        String.join("\n", text),
        first == null ? null : first.url(),
        first == null ? "" : first.source(),
        first == null ? null : first.language(),
        Set.of(alert.watchlist()),
        Set.of(alert.entry()),
        places,
        status == null ? Set.of() : Set.of(status),
        alert.severity(),
        alert.state(),
        alert);
  }

  private static void country(String entry, Set<String> places) {
    if (entry.startsWith(COUNTRY)) {
      places.add(entry.substring(COUNTRY.length()));
    }
  }

  /** What tells it from everything else in the index. */
  String key() {
    return key(kind, id);
  }

  static String key(Kind kind, String id) {
    return kind + ":" + id;
  }
}
