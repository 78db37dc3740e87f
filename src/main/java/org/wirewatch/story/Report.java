package org.wirewatch.story;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Status;

/**
 * What one item says about one watched thing, as far as stories and alerts need it.
 *
 * @param item the item's id
 * @param source the outlet's name
 * @param voice the key of the publishing house whose report it is, see {@link Origins}; in a story
 *     that of the report that it copies
 * @param tier 1 to 3
 * @param originals who the item says first reported it
 * @param republisher whether it is mainly another outlet's report
 * @param published by the publisher; null where not told
 * @param fetched when it was read; null for what was handed in
 * @param at when it reached us, event time: fetched, else published, else the record's time
 * @param fresh whether it was young enough, when it came, to raise an alert
 * @param telling what it tells of the thing
 * @param quotes sentences that carry the flag, at most {@link Sightings#QUOTES}
 * @param subscribers who watches the thing and takes this source and language
 * @param print the encoded {@link org.wirewatch.text.Fingerprint}
 */
public record Report(
    String item,
    String title,
    @Nullable String url,
    String source,
    String voice,
    int tier,
    @Nullable String language,
    List<String> originals,
    boolean republisher,
    @Nullable Instant published,
    @Nullable Instant fetched,
    Instant at,
    boolean fresh,
    Telling telling,
    List<Alert.Quote> quotes,
    List<Subscriber> subscribers,
    String print) {

  public Report {
    originals = List.copyOf(originals);
    quotes = List.copyOf(quotes);
    subscribers = List.copyOf(subscribers);
  }

  /**
   * What an item tells of the thing.
   *
   * @param salience in [0,1]
   * @param status of an event; null for other kinds
   * @param places ISO 3166-1 alpha-2, of an event
   * @param actors entries, of an event
   */
  public record Telling(
      double salience, @Nullable Status status, List<String> places, List<String> actors) {
    public Telling {
      places = List.copyOf(places);
      actors = List.copyOf(actors);
    }
  }

  /** When it was told: published, unless the publisher did not say or says it is yet to come. */
  public Instant told() {
    return published == null || published.isAfter(at) ? at : published;
  }

  /** The language without script or region; empty where unknown. */
  String primaryLanguage() {
    if (language == null) {
      return "";
    }
    int dash = language.indexOf('-');
    return dash < 0 ? language : language.substring(0, dash);
  }

  Report withVoice(String other) {
    return new Report(
        item,
        title,
        url,
        source,
        other,
        tier,
        language,
        originals,
        republisher,
        published,
        fetched,
        at,
        fresh,
        telling,
        quotes,
        subscribers,
        print);
  }

  boolean isFor(Subscriber subscriber) {
    return subscribers.stream()
        .anyMatch(s ->
            s.watchlist().equals(subscriber.watchlist()) && s.entry().equals(subscriber.entry()));
  }

  Alert.Report summary() {
    return new Alert.Report(item, title, url, source, originals, published, tier, language);
  }
}
