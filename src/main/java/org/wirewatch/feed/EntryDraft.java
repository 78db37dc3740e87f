package org.wirewatch.feed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Link;

/**
 * What a document says of one entry, as it says it: a reader fills it in, {@link ItemMaker}
 * understands it. Of several candidates for one field the first that serves is taken. Confined to
 * one thread.
 */
final class EntryDraft {
  final Inherited inherited;
  GivenText title = GivenText.NONE;
  GivenText summary = GivenText.NONE;
  GivenText body = GivenText.NONE;

  /** Whether an element that is called a summary gave it, rather than a description. */
  boolean hasOwnSummary;

  @Nullable String guid;

  /** Where the article is, the best candidate first; absolute. */
  final List<String> urls = new ArrayList<>(2);

  final List<Link> links = new ArrayList<>(2);
  final List<String> published = new ArrayList<>(2);
  final List<String> updated = new ArrayList<>(2);
  final List<String> authors = new ArrayList<>(2);
  final List<String> categories = new ArrayList<>(4);
  @Nullable String rights;
  @Nullable String language;

  /** The outlet that an aggregated entry was taken from. */
  @Nullable String sourceName;

  @Nullable String sourceUrl;

  EntryDraft(Inherited inherited) {
    this.inherited = inherited;
  }

  void url(String reference) {
    if (!reference.isBlank()) {
      urls.add(inherited.resolve(reference));
    }
  }

  void link(Inherited from, String rel, @Nullable String href, @Nullable String type) {
    if (href != null && !href.isBlank()) {
      links.add(
          new Link(rel, from.resolve(href), type == null || type.isBlank() ? null : type.strip()));
    }
  }

  /** Several in one string are separated by {@code separators}, a regular expression. */
  static void addAll(List<String> to, String values, String separators) {
    for (String value : values.split(separators, -1)) {
      if (!value.isBlank()) {
        to.add(value.strip());
      }
    }
  }
}
