package org.wirewatch.feed;

/** JSON Feed 1.0 and 1.1, read into elements by {@link JsonTree}. */
final class JsonFeedReader {
  private JsonFeedReader() {}

  static FeedDraft read(Element root, Scope scope) {
    FeedDraft feed = new FeedDraft("JSON Feed", scope);
    for (Element field : root.children()) {
      switch (field.name()) {
        case "title" -> feed.title = Words.either(field.text());
        case "home_page_url" -> feed.homepage = scope.resolve(field.text());
        case "feed_url" -> feed.polling.self = scope.resolve(field.text());
        case "language" -> feed.language = field.text();
        case "hubs" -> feed.polling.hub = field.childText("url");
        default -> {}
      }
    }
    Scope inner = scope.withHomepage(feed.homepage);
    for (Element field : root.children()) {
      if (field.name().equals("items")) {
        item(field, feed, inner);
      }
    }
    inheritAuthors(root, feed);
    return feed;
  }

  /** JSON Feed 1.1: the feed's authors are those of items that name none. */
  private static void inheritAuthors(Element root, FeedDraft feed) {
    EntryDraft all = new EntryDraft(feed.scope);
    for (Element field : root.children()) {
      if (field.name().equals("author") || field.name().equals("authors")) {
        author(field, all);
      }
    }
    for (EntryDraft entry : feed.entries) {
      if (entry.authors.isEmpty()) {
        entry.authors.addAll(all.authors);
      }
    }
  }

  private static void item(Element item, FeedDraft feed, Scope scope) {
    if (!item.isComplete()) {
      feed.cutOff++;
      return;
    }
    EntryDraft entry = new EntryDraft(scope);
    for (Element field : item.children()) {
      field(field, entry, scope);
    }
    feed.entries.add(entry);
  }

  private static void field(Element field, EntryDraft entry, Scope scope) {
    switch (field.name()) {
      case "id" -> entry.guid = field.text().strip();
      case "url" -> entry.urls.addFirst(scope.resolve(field.text()));
      case "external_url" -> {
        entry.url(field.text());
        entry.link(scope, "related", field.text(), null);
      }
      case "title" -> entry.title = Words.either(field.text());
      case "summary" -> entry.summary = Words.either(field.text());
      case "content_html" -> entry.body = Words.html(field.text()).or(entry.body);
      case "content_text" -> entry.body = entry.body.or(Words.either(field.text()));
      case "date_published" -> entry.published.add(field.text());
      case "date_modified" -> entry.updated.add(field.text());
      case "language" -> entry.language = field.text();
      case "tags" -> entry.categories.add(field.text());
      case "author", "authors" -> author(field, entry);
      case "image", "banner_image" -> entry.link(scope, "preview", field.text(), "image/*");
      case "attachments" ->
          entry.link(scope, "enclosure", field.attribute("url"), field.attribute("mime_type"));
      default -> {}
    }
  }

  private static void author(Element author, EntryDraft entry) {
    entry.authors.add(author.hasChildren() ? author.childText("name") : author.text());
  }
}
