package org.wirewatch.match;

/** What the fields and functions around a word ask of it. */
record Scope(Zone zone, Matching.Letters letters) {
  static final Scope PLAIN = new Scope(Zone.ANYWHERE, Matching.Letters.ANY);

  Scope with(Matching.Letters asked) {
    return new Scope(zone, asked);
  }
}
