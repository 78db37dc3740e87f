package org.wirewatch.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirewatch.match.Compilation;
import org.wirewatch.match.CompiledQuery;
import org.wirewatch.match.QueryCompiler;
import org.wirewatch.match.QueryProblem;
import org.wirewatch.model.Entry;

/**
 * Reports what the query language says of the entries' own terms, each where it stands, and which
 * entry finds what another finds anyway. Of one watchlist.
 */
final class OwnTerms {
  /** More entries of own terms than this are not compared with one another. */
  private static final int MOST_COMPARED = 500;

  private final QueryCompiler compiler;
  private final KnownNames names;
  private final List<Problem> problems;
  private final Map<String, CompiledQuery> read = new LinkedHashMap<>();

  OwnTerms(QueryCompiler compiler, KnownNames names, List<Problem> problems) {
    this.compiler = compiler;
    this.names = names;
    this.problems = problems;
  }

  /** Whether the terms of an entry can be matched. */
  boolean compile(Section section, String id, Entry.Watch.Query watch) {
    boolean listed = !watch.any().isEmpty();
    Compilation compilation = listed ? compiler.any(watch.any()) : compiler.compile(watch.query());
    compilation.problems().forEach(problem -> report(section, listed ? "any" : "query", problem));
    return switch (compilation) {
      case Compilation.Compiled compiled -> {
        boolean known = checkEntities(section, compiled.query());
        compare(section, id, compiled.query());
        yield known;
      }
      case Compilation.Refused _ -> false;
    };
  }

  private void report(Section section, String key, QueryProblem problem) {
    Position at =
        section.value(key).orElseThrow() instanceof Yaml.Scalar scalar
            ? scalar.in(problem.line(), problem.column())
            : section.at(key);
    String mend = problem.suggestion().isEmpty() ? "" : "; try: " + problem.suggestion();
    String message = problem.message() + mend;
    problems.add(problem.error() ? Problem.error(at, message) : Problem.warning(at, message));
  }

  /** Whether all that it names of the packs is in them: what is not there would never match. */
  private boolean checkEntities(Section section, CompiledQuery query) {
    boolean known = true;
    for (String entity : query.entities()) {
      Optional<String> problem = names.unknown(entity);
      if (problem.isPresent()) {
        known = false;
        report(section, "query", query.fault(entity, problem.get()));
      }
    }
    return known;
  }

  private void compare(Section section, String id, CompiledQuery query) {
    if (read.size() >= MOST_COMPARED) {
      return;
    }
    read.forEach((other, earlier) -> {
      if (earlier.covers(query)) {
        contained(section, id, other);
      } else if (query.covers(earlier)) {
        contained(section, other, id);
      }
    });
    read.putIfAbsent(id, query);
  }

  private void contained(Section section, String narrow, String wide) {
    problems.add(
        Problem.warning(
            section.at("id"),
            "whatever entry '"
                + narrow
                + "' finds, entry '"
                + wide
                + "' finds too: one contains"
                + " the other"));
  }
}
