package org.wirewatch.feed;

import org.jspecify.annotations.Nullable;

/**
 * What an element inherits: the address against which its own are resolved and its language.
 *
 * @param base absolute; empty where none is known
 * @param explicit whether the document itself gave the base ({@code xml:base})
 * @param language as written ({@code xml:lang}); null where none is known
 */
record Inherited(String base, boolean explicit, @Nullable String language) {

  Inherited(String base, @Nullable String language) {
    this(base, false, language);
  }

  /** The inherited of what is in the element. */
  Inherited within(Element element) {
    String innerBase = element.attribute("xml:base");
    String innerLanguage = element.attribute("xml:lang");
    if (innerBase == null && innerLanguage == null) {
      return this;
    }
    return new Inherited(
        innerBase == null ? base : resolve(innerBase),
        explicit || innerBase != null,
        innerLanguage == null || innerLanguage.isBlank() ? language : innerLanguage);
  }

  /**
   * The inherited in a feed that tells its site's address: a feed may come from another host than
   * the pages that it speaks of.
   */
  Inherited withHomepage(@Nullable String homepage) {
    return explicit || homepage == null || !RelativeUrl.isAbsolute(homepage)
        ? this
        : new Inherited(homepage, false, language);
  }

  Inherited withLanguage(@Nullable String newLanguage) {
    return new Inherited(base, explicit, newLanguage);
  }

  /** The reference as an absolute address where a base is known. */
  String resolve(String reference) {
    return RelativeUrl.resolve(base, reference);
  }
}
