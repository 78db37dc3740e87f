package org.wirewatch.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirewatch.match.Compilation;
import org.wirewatch.match.CompiledQuery;
import org.wirewatch.match.EntityMention;
import org.wirewatch.match.ItemText;
import org.wirewatch.match.QueryCompiler;
import org.wirewatch.match.QueryMatch;
import org.wirewatch.match.QueryProblem;
import org.wirewatch.match.WatchlistIndex;
import org.wirewatch.model.Entry;
import org.wirewatch.model.EventTold;
import org.wirewatch.model.Evidence;
import org.wirewatch.model.Field;
import org.wirewatch.model.Flag;
import org.wirewatch.model.Item;
import org.wirewatch.model.Status;
import org.wirewatch.model.Watchlist;
import org.wirewatch.text.Tokens;

/** Compiled watchlists: who watches what. Immutable. */
final class Watches {
  private final Map<String, List<Watch>> byReferent = new HashMap<>();
  private final Map<String, Watch> byQuery = new HashMap<>();
  private final List<Unwatchable> problems = new ArrayList<>();
  private WatchlistIndex index = WatchlistIndex.EMPTY;
  private boolean events;
  private boolean names;

  /**
   * An entry of a watchlist.
   *
   * @param order its place among all entries of all watchlists
   */
  record Watch(Watchlist watchlist, Entry entry, int order) {

    /** Whether the watchlist takes the item at all. */
    boolean takes(Item item, ItemReading reading) {
      return watchlist.sources().take(item.source()) && takesLanguage(reading);
    }

    /** Why the watchlist does not take the item, of all reasons there are. */
    List<String> shutOut(Item item, ItemReading reading) {
      List<String> reasons = new ArrayList<>();
      String name = "watchlist " + watchlist.id() + " takes ";
      Watchlist.Sources sources = watchlist.sources();
      int tier = item.source().tier();
      if (!sources.tiers().isEmpty() && !sources.tiers().contains(tier)) {
        reasons.add(name + "tiers " + join(sources.tiers()) + "; this source is of tier " + tier);
      }
      if (sources.exclude().contains(item.source().id())) {
        reasons.add(name + "nothing from " + item.source().id());
      }
      if (!takesLanguage(reading)) {
        reasons.add(
            name
                + "languages "
                + join(watchlist.languages())
                + "; this is in "
                + reading.tokens().language());
      }
      return reasons;
    }

    private static String join(List<?> values) {
      return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private boolean takesLanguage(ItemReading reading) {
      String language = reading.tokens().language();
      return watchlist.languages().isEmpty()
          || language == null
          || watchlist.languages().stream().anyMatch(each -> base(each).equals(language));
    }

    private static String base(String language) {
      int end = language.indexOf('-');
      return (end < 0 ? language : language.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    Flag flag(double salience, List<Evidence> evidence) {
      return flag(salience, FocusModel.builtIn().isAbout(salience), evidence, null);
    }

    /** The events of a finding that the entry's conditions let through, if any. */
    Optional<Flag> flag(EventFinding finding) {
      List<EventTold> told =
          finding.events().stream()
              .filter(
                  event -> entry.statuses().isEmpty() || entry.statuses().contains(event.status()))
              .filter(event ->
                  entry.places().isEmpty()
                      || event.places().stream().anyMatch(entry.places()::contains))
              .toList();
      if (told.isEmpty()) {
        return Optional.empty();
      }
      EventFinding kept =
          new EventFinding(finding.slug(), finding.salience(), finding.about(), told);
      List<Evidence> evidence =
          told.stream().flatMap(event -> event.evidence().stream()).distinct().toList();
      return Optional.of(flag(kept.salience(), kept.about(), evidence, kept));
    }

    private Flag flag(
        double salience, boolean about, List<Evidence> evidence, @Nullable EventFinding finding) {
      List<EventTold> told = finding == null ? List.of() : finding.events();
      Optional<EventTold> first =
          told.stream()
              .filter(event -> event.status().isLive())
              .findFirst()
              .or(() -> told.stream().filter(event -> event.status() != Status.PAST).findFirst())
              .or(() -> told.stream().findFirst());
      return new Flag(
          watchlist.id(),
          entry.id(),
          entry.kind(),
          entry.name(),
          salience,
          about,
          evidence.size(),
          evidence,
          first.map(EventTold::status).orElse(null),
          first.map(EventTold::places).orElse(List.of()),
          first.map(EventTold::actors).orElse(List.of()),
          told);
    }
  }

  /** An entry and its flag for the item at hand. */
  record Watched(Watch watch, Flag flag) {}

  private Watches() {}

  static Watches of(Collection<Watchlist> watchlists) {
    Watches watches = new Watches();
    Map<String, CompiledQuery> queries = new HashMap<>();
    int order = 0;
    for (Watchlist watchlist : watchlists) {
      for (Entry entry : watchlist.entries()) {
        watches.add(new Watch(watchlist, entry, order++), queries);
      }
    }
    watches.index = WatchlistIndex.of(queries);
    return watches;
  }

  private void add(Watch watch, Map<String, CompiledQuery> queries) {
    switch (watch.entry().watch()) {
      case Entry.Watch.Country(String code) -> {
        add("country:" + code, watch);
        names = true;
        events = true;
      }
      case Entry.Watch.Leader(String slug) -> {
        add("leader:" + slug, watch);
        names = true;
      }
      case Entry.Watch.Event(String slug) -> {
        add("event:" + slug, watch);
        names = true;
        events = true;
      }
      case Entry.Watch.Query(List<String> any, String query) -> {
        QueryCompiler compiler = new QueryCompiler(watch.watchlist().languages());
        switch (any.isEmpty() ? compiler.compile(query) : compiler.any(any)) {
          case Compilation.Compiled compiled -> {
            String id = Integer.toString(watch.order());
            byQuery.put(id, watch);
            queries.put(id, compiled.query());
            Set<String> entities = compiled.query().entities();
            names |= !entities.isEmpty();
            events |= entities.stream().anyMatch(entity -> !entity.startsWith("leader:"));
          }
          case Compilation.Refused refused -> refused.problems().forEach(p -> refuse(watch, p));
        }
      }
    }
  }

  private void add(String referent, Watch watch) {
    byReferent.computeIfAbsent(referent, _ -> new ArrayList<>()).add(watch);
  }

  private void refuse(Watch watch, QueryProblem problem) {
    problems.add(new Unwatchable(watch.watchlist().id(), watch.entry().id(), problem.toString()));
  }

  List<Unwatchable> problems() {
    return List.copyOf(problems);
  }

  /** Whether anybody watches events, or countries, which events make more of. */
  boolean needsEvents() {
    return events;
  }

  /** Whether nobody watches anything but words, and an item has none of those. */
  boolean passesOver(Item item, Tokens tokens) {
    return !names && index.match(ItemText.of(item, tokens)).isEmpty();
  }

  /** The entries that watch a country, leader or event and take the item. */
  List<Watch> of(String referent, Item item, ItemReading reading) {
    List<Watch> watching = byReferent.get(referent);
    return watching == null
        ? List.of()
        : watching.stream().filter(watch -> watch.takes(item, reading)).toList();
  }

  /** The flags of the queries that hold. */
  List<Watched> queries(ItemReading reading, List<EventFinding> findings) {
    if (byQuery.isEmpty()) {
      return List.of();
    }
    ItemText text = new ItemText(reading.item(), reading.tokens(), mentions(reading, findings));
    List<Watched> watched = new ArrayList<>();
    for (QueryMatch match : index.match(text)) {
      Watch watch = byQuery.get(match.id());
      if (watch != null && watch.takes(reading.item(), reading)) {
        watched.add(new Watched(watch, flag(watch, match, reading.tokens())));
      }
    }
    return watched;
  }

  /** The entries of an id that watch a query. */
  private List<Watch> asking(String entry) {
    return byQuery.values().stream()
        .filter(watch -> watch.entry().id().equals(entry))
        .sorted(Comparator.comparingInt(Watch::order))
        .toList();
  }

  boolean asks(String entry) {
    return !asking(entry).isEmpty();
  }

  /** Why the queries of an entry flag an item or do not: one of each watchlist that has one. */
  List<TermByTerm> explain(String entry, ItemReading reading, List<EventFinding> findings) {
    ItemText text = new ItemText(reading.item(), reading.tokens(), mentions(reading, findings));
    return asking(entry).stream()
        .flatMap(watch ->
            index.explain(Integer.toString(watch.order()), text).stream()
                .map(query -> new TermByTerm(watch.shutOut(reading.item(), reading), query)))
        .toList();
  }

  private static Flag flag(Watch watch, QueryMatch match, Tokens tokens) {
    List<Evidence> evidence =
        match.places().stream()
            .map(place -> tokens.evidence(place.first(), place.start(), place.end()))
            .distinct()
            .toList();
    return watch.flag(QuerySalience.of(match.places(), tokens), evidence);
  }

  private static List<EntityMention> mentions(ItemReading reading, List<EventFinding> findings) {
    List<EntityMention> mentions = new ArrayList<>();
    for (Mention mention : reading.mentions()) {
      mentions.add(new EntityMention(mention.referent().entry(), mention.first(), mention.last()));
    }
    for (EventFinding finding : findings) {
      for (EventTold told : finding.events()) {
        told.evidence()
            .forEach(evidence ->
                mentions.add(mention("event:" + finding.slug(), evidence, reading.tokens())));
      }
    }
    return mentions;
  }

  private static EntityMention mention(String entity, Evidence evidence, Tokens tokens) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < tokens.size(); i++) {
      Field field = tokens.field(i);
      if (field == evidence.field()
          && tokens.end(i) > evidence.start()
          && tokens.start(i) < evidence.end()) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    return new EntityMention(entity, Math.max(0, first), Math.max(0, last));
  }
}
