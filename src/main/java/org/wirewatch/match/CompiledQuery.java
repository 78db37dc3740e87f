package org.wirewatch.match;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A query that was read and can be matched; see {@link QueryCompiler}. Immutable. */
public final class CompiledQuery {
  private final String source;
  private final Set<String> languages;
  private final Query query;

  CompiledQuery(String source, Set<String> languages, Query query) {
    this.source = source;
    this.languages = Set.copyOf(languages);
    this.query = query;
  }

  /** The query as written. */
  public String source() {
    return source;
  }

  /** The languages in which its words inflect. */
  public Set<String> languages() {
    return languages;
  }

  /**
   * Whether this is surely found in every item that {@code other} is found in, by how the two are
   * built; false where that does not tell, and for {@code *}, which is meant to.
   */
  public boolean covers(CompiledQuery other) {
    return !(query instanceof Query.All) && Containment.covers(query, other.query);
  }

  /** The judged mentions that it asks for, as in {@code country:VE}, in their order. */
  public Set<String> entities() {
    Set<String> entities = new LinkedHashSet<>();
    collect(query, entities);
    return entities;
  }

  /**
   * What is wrong with one of {@link #entities}, for whoever knows them, where it stands in the
   * query.
   */
  public QueryProblem fault(String entity, String message) {
    String name = entity.substring(entity.indexOf(':') + 1);
    String small = source.toLowerCase(Locale.ROOT);
    int whole = small.indexOf(entity.toLowerCase(Locale.ROOT));
    int offset = whole >= 0 ? whole : small.indexOf(name.toLowerCase(Locale.ROOT));
    return QueryProblem.at(true, source, Math.max(0, offset), message, "");
  }

  private static void collect(Query query, Set<String> entities) {
    switch (query) {
      case Query.Mention(String entity, Zone _) -> entities.add(entity);
      case Query.And(List<Query> operands) -> operands.forEach(o -> collect(o, entities));
      case Query.Or(List<Query> operands) -> operands.forEach(o -> collect(o, entities));
      case Query.Together(_, List<Query> operands) -> operands.forEach(o -> collect(o, entities));
      case Query.Not(Query operand) -> collect(operand, entities);
      case Query.AtLeast(_, Query operand) -> collect(operand, entities);
      case Query.Within(_, Query left, Query right) -> {
        collect(left, entities);
        collect(right, entities);
      }
      case Query.Near(_, Query left, Query right) -> {
        collect(left, entities);
        collect(right, entities);
      }
      case Query.All _, Query.Text _, Query.Fact _ -> {}
    }
  }

  Query query() {
    return query;
  }

  @Override
  public String toString() {
    return source;
  }
}
