package org.wirewatch.feed;

import org.jspecify.annotations.Nullable;

/** The article that a page describes in JSON-LD with the words of schema.org. */
final class LinkedData {
  /** How far down an article may stand, in lists and graphs. */
  private static final int DEEPEST = 4;

  private LinkedData() {}

  /** Fills in what the data says; false if they hold no article. */
  static boolean fill(String json, EntryDraft entry) {
    Element article = article(JsonTree.read(json, FeedLimits.DEFAULT, new Repairs()), 0);
    if (article == null) {
      return false;
    }
    article.children().forEach(field -> field(field, entry));
    return true;
  }

  private static @Nullable Element article(Element data, int depth) {
    if (data.child("headline") != null) {
      return data;
    }
    for (Element child : data.children()) {
      Element found = depth < DEEPEST ? article(child, depth + 1) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static void field(Element field, EntryDraft entry) {
    switch (field.name()) {
      case "headline" -> entry.title = GivenText.either(field.text());
      case "description" -> entry.summary = GivenText.either(field.text());
      case "articlebody" -> entry.body = GivenText.either(field.text());
      case "datepublished" -> entry.published.add(field.text());
      case "datemodified" -> entry.updated.add(field.text());
      case "author" ->
          entry.authors.add(field.hasChildren() ? field.childText("name") : field.text());
      case "keywords" -> EntryDraft.addAll(entry.categories, field.text(), ",");
      case "inlanguage" -> entry.language = field.text();
      case "publisher" -> entry.sourceName = field.childText("name");
      default -> {}
    }
  }
}
