package org.wirewatch.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirewatch.match.QueryCompiler;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Watchlist;
import org.wirewatch.pack.Packs;

/**
 * Reads watchlist files. Packs, regions and lists are expanded into single entries; an entry that
 * cannot be read is a problem and is left out, the rest stands.
 */
public final class WatchlistReader {
  private final KnownNames vocabulary = new KnownNames(Packs.load());
  private final List<Problem> problems;
  private final Map<String, Position> ids = new HashMap<>();

  WatchlistReader(List<Problem> problems) {
    this.problems = problems;
  }

  /** The watchlists of several files; no id may stand twice among them. */
  public static Loaded<List<Watchlist>> read(List<Path> files) {
    WatchlistReader reader = new WatchlistReader(new ArrayList<>());
    List<Watchlist> watchlists = new ArrayList<>();
    for (Path file : files) {
      Loaded<Optional<String>> text = WrittenFiles.text(file);
      reader.problems.addAll(text.problems());
      text.value().ifPresent(t -> watchlists.addAll(reader.document(file.toString(), t)));
    }
    return new Loaded<>(watchlists, reader.problems);
  }

  /** The watchlists of one text; {@code name} stands for it in positions. */
  public static Loaded<List<Watchlist>> read(String name, String text) {
    WatchlistReader reader = new WatchlistReader(new ArrayList<>());
    List<Watchlist> watchlists = reader.document(name, text);
    return new Loaded<>(watchlists, reader.problems);
  }

  private List<Watchlist> document(String name, String text) {
    Loaded<Yaml> yaml = Yaml.read(name, text);
    problems.addAll(yaml.problems());
    if (yaml.hasErrors()) {
      return List.of();
    }
    Section root = new Section(yaml.value(), "", problems, Yaml.Scalar::text);
    if (!root.has("watchlists")) {
      problems.add(
          Problem.error(
              root.at(),
              "no 'watchlists' here; begin the file with 'watchlists:' and a list of them"));
    }
    List<Watchlist> watchlists = watchlists(root.sections("watchlists"));
    root.end();
    return watchlists;
  }

  List<Watchlist> watchlists(List<Section> sections) {
    List<Watchlist> watchlists = new ArrayList<>();
    for (Section section : sections) {
      watchlist(section).ifPresent(watchlists::add);
    }
    return watchlists;
  }

  private Optional<Watchlist> watchlist(Section section) {
    String id = section.required("id", "caribbean-desk");
    boolean usable = !id.isEmpty() && firstUse(id, section.at("id"));
    String name = section.text("name", id);
    List<String> languages = section.texts("languages");
    Severity severity = section.choice("severity", Severity.MEDIUM);
    QueryCompiler compiler = new QueryCompiler(languages, vocabulary::doubtful);
    EntryReader entries =
        new EntryReader(
            vocabulary, severity, new OwnTerms(compiler, vocabulary, problems), problems);
    section.sections("entries").forEach(entries::read);
    if (!section.has("entries")) {
      section.error(
          section.at(), "watchlist '" + id + "' has no 'entries'; nothing would ever match");
    }
    Section sources = section.section("sources");
    Watchlist.Sources which =
        new Watchlist.Sources(sources.numbers("tier", 1, 3), sources.texts("exclude"));
    sources.end();
    section.end();
    return usable
        ? Optional.of(new Watchlist(id, name, languages, severity, entries.entries(), which))
        : Optional.empty();
  }

  private boolean firstUse(String id, Position at) {
    Position earlier = ids.putIfAbsent(id, at);
    if (earlier != null) {
      problems.add(
          Problem.error(
              at,
              "watchlist '"
                  + id
                  + "' stands already at "
                  + earlier
                  + "; give this one another id"));
    }
    return earlier == null;
  }
}
