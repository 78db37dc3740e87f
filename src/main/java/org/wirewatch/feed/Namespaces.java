package org.wirewatch.feed;

import org.jspecify.annotations.Nullable;

/** The namespaces in scope: an immutable chain, the innermost declaration first. */
record Namespaces(String prefix, String uri, @Nullable Namespaces outer) {
  /** No declaration. */
  static final Namespaces NONE = new Namespaces("", "", null);

  Namespaces with(String newPrefix, String newUri) {
    return new Namespaces(newPrefix, newUri, this);
  }

  /** Whether both are one and the same link of the chain, which is quicker told than equality. */
  @SuppressWarnings("ReferenceEquality")
  boolean isSame(Namespaces other) {
    return this == other;
  }

  /** The namespace of a prefix; empty if it was not declared. */
  String find(String wanted) {
    for (Namespaces scope = this; scope != null; scope = scope.outer) {
      if (scope.prefix.equals(wanted)) {
        return scope.uri;
      }
    }
    return "";
  }
}
