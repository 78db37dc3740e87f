package org.wirewatch.feed;

import org.jspecify.annotations.Nullable;

/**
 * What an element inherits: the address against which its own are resolved ({@code xml:base}) and
 * its language ({@code xml:lang}).
 *
 * @param base absolute; empty where none is known
 * @param language as written; null where none is known
 */
record Scope(String base, @Nullable String language) {

  /** The scope of what is in the element. */
  Scope within(Element element) {
    String innerBase = element.attribute("xml:base");
    String innerLanguage = element.attribute("xml:lang");
    if (innerBase == null && innerLanguage == null) {
      return this;
    }
    return new Scope(
        innerBase == null ? base : resolve(innerBase),
        innerLanguage == null || innerLanguage.isBlank() ? language : innerLanguage);
  }

  Scope withBase(String newBase) {
    return new Scope(newBase, language);
  }

  Scope withLanguage(@Nullable String newLanguage) {
    return new Scope(base, newLanguage);
  }

  /** The reference as an absolute address where a base is known. */
  String resolve(String reference) {
    return RelativeUrl.resolve(base, reference);
  }
}
