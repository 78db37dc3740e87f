package org.wirewatch.feed;

import org.jspecify.annotations.Nullable;

/**
 * What an element inherits: the address against which its own are resolved and its language.
 *
 * @param base absolute; empty where none is known
 * @param explicit whether the document itself gave the base ({@code xml:base})
 * @param language as written ({@code xml:lang}); null where none is known
 */
record Scope(String base, boolean explicit, @Nullable String language) {

  Scope(String base, @Nullable String language) {
    this(base, false, language);
  }

  /** The scope of what is in the element. */
  Scope within(Element element) {
    String innerBase = element.attribute("xml:base");
    String innerLanguage = element.attribute("xml:lang");
    if (innerBase == null && innerLanguage == null) {
      return this;
    }
    return new Scope(
        innerBase == null ? base : resolve(innerBase),
        explicit || innerBase != null,
        innerLanguage == null || innerLanguage.isBlank() ? language : innerLanguage);
  }

  /**
   * The scope in a feed that tells its site's address: a feed may come from another host than the
   * pages that it speaks of.
   */
  Scope withHomepage(@Nullable String homepage) {
    return explicit || homepage == null || !RelativeUrl.isAbsolute(homepage)
        ? this
        : new Scope(homepage, false, language);
  }

  Scope withLanguage(@Nullable String newLanguage) {
    return new Scope(base, explicit, newLanguage);
  }

  /** The reference as an absolute address where a base is known. */
  String resolve(String reference) {
    return RelativeUrl.resolve(base, reference);
  }
}
