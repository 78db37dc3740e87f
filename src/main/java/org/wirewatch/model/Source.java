package org.wirewatch.model;

import org.jspecify.annotations.Nullable;

/**
 * Who published an item.
 *
 * @param id lower-case slug; "unknown" where nobody told
 * @param name the configured name, else the feed's own title; may be empty
 * @param homepage address of the site; null where unknown
 * @param country ISO 3166-1 alpha-2 of the source's home; null where unknown
 * @param tier 1 (agencies and outlets of record) to 3 (everything else); 3 where unknown
 * @param family the publishing house: sister papers and an agency's copies count as one origin;
 *     null where unknown
 */
public record Source(
    String id,
    String name,
    @Nullable String homepage,
    @Nullable String country,
    int tier,
    @Nullable String family) {

  /** The source of text that came without one. */
  public static final Source UNKNOWN = new Source("unknown", "", null, null, 3, null);

  public Source {
    if (tier < 1 || tier > 3) {
      throw new IllegalArgumentException("tier is 1, 2 or 3, not " + tier);
    }
  }
}
