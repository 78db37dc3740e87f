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

  Query query() {
    return query;
  }

  @Override
  public String toString() {
    return source;
  }
}
