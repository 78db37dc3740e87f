package org.wirewatch.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Entry;
import org.wirewatch.model.Evidence;
import org.wirewatch.model.Flag;
import org.wirewatch.model.FlaggedItem;
import org.wirewatch.model.Item;
import org.wirewatch.model.Kind;
import org.wirewatch.model.Status;
import org.wirewatch.model.Watchlist;
import org.wirewatch.text.Fingerprint;
import org.wirewatch.text.Fingerprinter;

/**
 * Cuts a flagged item into one sighting for each thing watched, with all who watch it. A country or
 * a leader that the item only mentions is not sighted; an event and a query always are. Immutable,
 * thread-safe.
 */
public final class Sightings {
  /** Quotes kept of one report. */
  static final int QUOTES = 3;

  private static final int LONGEST_QUOTE = 600;

  private final Map<String, Watched> entries = new LinkedHashMap<>();

  private record Watched(String thing, Subscriber subscriber) {}

  public Sightings(Iterable<Watchlist> watchlists) {
    for (Watchlist watchlist : watchlists) {
      for (Entry entry : watchlist.entries()) {
        entries.put(key(watchlist.id(), entry.id()), watched(watchlist, entry));
      }
    }
  }

  /**
   * The sightings of an item, one a thing.
   *
   * @param at when the item reached us
   * @param freshness how old by its publisher an item may be to raise an alert; null for any age
   */
  public List<Sighting> of(
      Item item, FlaggedItem flagged, Instant at, @Nullable Duration freshness) {
    Map<String, List<Flag>> byThing = new LinkedHashMap<>();
    for (Flag flag : flagged.flags()) {
      Watched watched = entries.get(key(flag.watchlist(), flag.entry()));
      if (watched != null && isSighted(flag)) {
        byThing.computeIfAbsent(watched.thing(), _ -> new ArrayList<>()).add(flag);
      }
    }
    if (byThing.isEmpty()) {
      return List.of();
    }
    String text = item.summary() + "\n" + item.body();
    Fingerprint print = Fingerprinter.of(item.title(), text, flagged.language());
    List<String> credited = flagged.attribution().originals();
    if (!credited.isEmpty()) {
      print = print.without(Fingerprinter.ofMentions(credited));
    }
    boolean fresh = isFresh(item, at, freshness);
    List<Sighting> sightings = new ArrayList<>();
    for (Map.Entry<String, List<Flag>> each : byThing.entrySet()) {
      sightings.add(sighting(each.getKey(), each.getValue(), item, flagged, at, fresh, print));
    }
    return sightings;
  }

  private Sighting sighting(
      String thing,
      List<Flag> flags,
      Item item,
      FlaggedItem flagged,
      Instant at,
      boolean fresh,
      Fingerprint print) {
    Flag flag = widest(flags);
    List<Subscriber> subscribers =
        flags.stream()
            .map(f -> entries.get(key(f.watchlist(), f.entry())))
            .map(w -> java.util.Objects.requireNonNull(w).subscriber())
            .toList();
    Report report =
        new Report(
            item.id(),
            item.title(),
            item.url(),
            item.source().name().isBlank() ? item.source().id() : item.source().name(),
            Origins.voice(flagged.attribution(), item.source(), item.url()),
            item.source().tier(),
            flagged.language(),
            flagged.attribution().originals(),
            flagged.attribution().republisher(),
            item.published(),
            item.fetched(),
            at,
            fresh,
            new Report.Telling(flag.salience(), flag.status(), flag.places(), flag.actors()),
            quotes(item, flag),
            subscribers,
            particular(print, flag, flagged.language()).encoded());
    return new Sighting(thing, flag.kind(), report);
  }

  /** What of the print tells the reports on one thing apart. */
  private static Fingerprint particular(Fingerprint print, Flag flag, @Nullable String language) {
    List<String> mentions = flag.evidence().stream().map(Evidence::text).distinct().toList();
    return switch (flag.kind()) {
      case QUERY -> print.dimmed(Fingerprinter.ofMentions(mentions));
      case EVENT -> print.withoutWords(Fingerprinter.ofMentions(EventWords.of(mentions, language)));
      case COUNTRY, LEADER -> print.without(Fingerprinter.ofMentions(mentions));
    };
  }

  /** The flag that tells most: entries may be narrowed to some places, the thing is not. */
  private static Flag widest(List<Flag> flags) {
    Flag widest = flags.getFirst();
    for (Flag flag : flags) {
      if (flag.events().size() > widest.events().size()) {
        widest = flag;
      }
    }
    return widest;
  }

  /** What is told in passing, an event too, is a mention and nobody's alert. */
  private static boolean isSighted(Flag flag) {
    return flag.about() || flag.kind() == Kind.QUERY;
  }

  private static boolean isFresh(Item item, Instant at, @Nullable Duration freshness) {
    Instant published = item.published();
    return freshness == null || published == null || !published.isBefore(at.minus(freshness));
  }

  private static List<Alert.Quote> quotes(Item item, Flag flag) {
    Map<List<Object>, List<Evidence>> bySentence = new LinkedHashMap<>();
    for (Evidence evidence : flag.evidence()) {
      if (evidence.sentence().size() == 2) {
        bySentence
            .computeIfAbsent(List.of(evidence.field(), evidence.sentence()), _ -> new ArrayList<>())
            .add(evidence);
      }
    }
    Set<Alert.Quote> quotes = new LinkedHashSet<>();
    bySentence.values().stream().limit(QUOTES).forEach(e -> quotes.add(quote(item, e)));
    return List.copyOf(quotes);
  }

  private static Alert.Quote quote(Item item, List<Evidence> mentions) {
    Evidence first = mentions.getFirst();
    String text = item.text(first.field());
    int from = Math.clamp(first.sentence().get(0), 0, text.length());
    int to =
        Math.clamp(first.sentence().get(1), from, Math.min(text.length(), from + LONGEST_QUOTE));
    List<List<Integer>> highlights =
        mentions.stream()
            .filter(e -> e.start() >= from && e.end() <= to)
            .map(e -> List.of(e.start() - from, e.end() - from))
            .toList();
    return new Alert.Quote(item.id(), text.substring(from, to), highlights);
  }

  private static Watched watched(Watchlist watchlist, Entry entry) {
    boolean anyStatus = entry.statuses().contains(Status.PAST);
    Subscriber subscriber =
        new Subscriber(watchlist.id(), entry.id(), entry.name(), entry.severity(), anyStatus);
    return new Watched(thing(entry.watch()), subscriber);
  }

  private static String thing(Entry.Watch watch) {
    return switch (watch) {
      case Entry.Watch.Country country -> "country:" + country.code();
      case Entry.Watch.Leader leader -> "leader:" + leader.slug();
      case Entry.Watch.Event event -> "event:" + event.slug();
      case Entry.Watch.Query query ->
          "query:" + Ids.hash(String.join("\n", query.any()) + "\n\n" + query.query());
    };
  }

  private static String key(String watchlist, String entry) {
    return watchlist + '\n' + entry;
  }
}
