package org.wirewatch.judge;

import org.jspecify.annotations.Nullable;

/** One kind of evidence that words which name a country mean something else here. */
@FunctionalInterface
interface Rule {
  /** In plain words what speaks against the country; null where nothing does. */
  @Nullable String against(Span span, Sense.OfCountry sense, Scene scene);
}
