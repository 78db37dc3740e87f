package org.wirewatch.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.wirewatch.model.Entry;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Status;

/**
 * Reads the entries of one watchlist. An entry written out wins over the same one from a pack,
 * wherever it stands; of two written out, the second is an error.
 */
final class EntryReader {
  private static final List<String> WAYS =
      List.of("country", "region", "leader", "event", "pack", "any", "query");

  private final KnownNames vocabulary;
  private final Severity level;
  private final OwnTerms ownTerms;
  private final List<Problem> problems;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Position> written = new LinkedHashMap<>();

  EntryReader(KnownNames vocabulary, Severity level, OwnTerms ownTerms, List<Problem> problems) {
    this.vocabulary = vocabulary;
    this.level = level;
    this.ownTerms = ownTerms;
    this.problems = problems;
  }

  List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  void read(Section section) {
    List<String> ways = WAYS.stream().filter(section::has).toList();
    Terms terms = terms(section);
    if (ways.size() != 1) {
      section.error(
          section.at(),
          ways.isEmpty()
              ? "an entry says what it watches: one of " + String.join(", ", WAYS)
              : "an entry watches one thing, not "
                  + String.join(" and ", ways)
                  + "; make them entries of their own");
    } else {
      switch (ways.getFirst()) {
        case "country" -> named(section, "country", terms, this::country, vocabulary::noCountry);
        case "leader" -> named(section, "leader", terms, this::leader, vocabulary::noLeader);
        case "event" -> named(section, "event", terms, this::event, vocabulary::noEvent);
        case "region" -> region(section, terms);
        case "pack" -> pack(section, terms);
        case "any" -> own(section, terms, Entry.Watch.Query.ofAny(phrases(section)));
        default -> own(section, terms, Entry.Watch.Query.of(section.text("query", "")));
      }
    }
    section.end();
  }

  /** What every entry may say beside what it watches. */
  private record Terms(Severity severity, Set<String> places, Set<Status> statuses) {
    Entry entry(String id, String name, Entry.Watch watch) {
      return new Entry(id, name, watch, severity, places, statuses);
    }
  }

  private Terms terms(Section section) {
    Set<String> places = new HashSet<>();
    for (Yaml value : section.values("places")) {
      String code = value instanceof Yaml.Scalar s ? s.text() : "";
      if (vocabulary.country(code).isPresent()) {
        places.add(code);
      } else {
        section.error(
            value.at(),
            vocabulary.noCountry(value instanceof Yaml.Scalar ? code : value.describe()));
      }
    }
    return new Terms(
        section.choice("severity", level),
        places,
        Set.copyOf(section.choices("status", Status.class)));
  }

  private void named(
      Section section,
      String key,
      Terms terms,
      Function<String, Optional<Named>> known,
      Function<String, String> complaint) {
    for (Yaml value : section.values(key)) {
      String word = value instanceof Yaml.Scalar s ? s.text() : value.describe();
      known
          .apply(word)
          .ifPresentOrElse(
              n -> write(value.at(), terms.entry(n.id(), n.name(), n.watch())),
              () -> section.error(value.at(), complaint.apply(word)));
    }
  }

  private record Named(String id, String name, Entry.Watch watch) {}

  private Optional<Named> country(String code) {
    return vocabulary
        .country(code)
        .map(n -> new Named("country:" + code, n, new Entry.Watch.Country(code)));
  }

  private Optional<Named> leader(String slug) {
    return vocabulary
        .leader(slug)
        .map(n -> new Named("leader:" + slug, n, new Entry.Watch.Leader(slug)));
  }

  private Optional<Named> event(String slug) {
    return vocabulary
        .event(slug)
        .map(n -> new Named("event:" + slug, n, new Entry.Watch.Event(slug)));
  }

  private void region(Section section, Terms terms) {
    for (Yaml value : section.values("region")) {
      String id = value instanceof Yaml.Scalar s ? s.text() : value.describe();
      vocabulary
          .region(id)
          .ifPresentOrElse(
              codes ->
                  codes.forEach(c ->
                      country(c).ifPresent(n -> fill(terms.entry(n.id(), n.name(), n.watch())))),
              () -> section.error(value.at(), vocabulary.noRegion(id)));
    }
  }

  private void pack(Section section, Terms terms) {
    for (String name : section.texts("pack")) {
      List<Optional<Named>> all =
          switch (name) {
            case "countries" -> vocabulary.countries().stream().map(this::country).toList();
            case "leaders" -> vocabulary.leaders().stream().map(this::leader).toList();
            case "events" -> vocabulary.events().stream().map(this::event).toList();
            default -> {
              section.error(
                  section.at("pack"),
                  "no pack '" + name + "'; there are countries, leaders, events");
              yield List.of();
            }
          };
      all.forEach(n -> n.ifPresent(m -> fill(terms.entry(m.id(), m.name(), m.watch()))));
    }
  }

  private List<String> phrases(Section section) {
    List<String> phrases = new ArrayList<>();
    List<Yaml> values = section.values("any");
    List<String> texts = section.texts("any");
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).isBlank()) {
        section.error(
            values.get(i).at(), "an empty phrase would match everything or nothing; write words");
      } else {
        phrases.add(texts.get(i));
      }
    }
    return phrases;
  }

  private void own(Section section, Terms terms, Entry.Watch.Query watch) {
    String id = section.required("id", "cartel");
    boolean empty = watch.any().isEmpty() && watch.query().isBlank();
    if (empty) {
      section.error(
          section.at(),
          "entry '" + id + "' has nothing to look for; write words under 'any' or a 'query'");
    }
    String name = section.text("name", id);
    if (!id.isEmpty() && !empty && ownTerms.compile(section, id, watch)) {
      write(section.at("id"), terms.entry(id, name, watch));
    }
  }

  private void write(Position at, Entry entry) {
    Position earlier = written.putIfAbsent(entry.id(), at);
    if (earlier == null) {
      entries.put(entry.id(), entry);
    } else {
      problems.add(
          Problem.error(
              at,
              "'"
                  + entry.id()
                  + "' stands already in line "
                  + earlier.line()
                  + "; an item gets one flag per entry, so make them one"));
    }
  }

  private void fill(Entry entry) {
    if (!written.containsKey(entry.id())) {
      entries.put(entry.id(), entry);
    }
  }
}
