package org.wirewatch.match;

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
   * Whether this is surely found in every item that {@code other} is found in: both are lists of
   * words and phrases, and each of the other's contains one of these.
   */
  public boolean covers(CompiledQuery other) {
    return QueryLint.covers(query, other.query);
  }

  Query query() {
    return query;
  }

  @Override
  public String toString() {
    return source;
  }
}
