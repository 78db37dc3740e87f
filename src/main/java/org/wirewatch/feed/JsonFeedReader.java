package org.wirewatch.feed;

/** JSON Feed 1.0 and 1.1, read into elements by {@link JsonTree}. */
final class JsonFeedReader {
  private JsonFeedReader() {}

  static FeedDraft read(Element root, Inherited inherited) {
    FeedDraft feed = new FeedDraft("JSON Feed", inherited);
    for (Element field : root.children()) {
      switch (field.name()) {
        case "title" -> feed.title = GivenText.either(field.text());
        case "home_page_url" -> feed.homepage = inherited.resolve(field.text());
        case "feed_url" -> feed.polling.self = inherited.resolve(field.text());
        case "language" -> feed.language = field.text();
        case "hubs" -> feed.polling.hub = field.childText("url");
        default -> {}
      }
    }
    Inherited inner = inherited.withHomepage(feed.homepage);
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
    EntryDraft all = new EntryDraft(feed.inherited);
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

  private static void item(Element item, FeedDraft feed, Inherited inherited) {
    if (!item.isComplete()) {
      feed.cutOff++;
      return;
    }
    EntryDraft entry = new EntryDraft(inherited);
    for (Element field : item.children()) {
      field(field, entry, inherited);
    }
    feed.entries.add(entry);
  }

  private static void field(Element field, EntryDraft entry, Inherited inherited) {
    switch (field.name()) {
      case "id" -> entry.guid = field.text().strip();
      case "url" -> entry.urls.addFirst(inherited.resolve(field.text()));
      case "external_url" -> {
        entry.url(field.text());
        entry.link(inherited, "related", field.text(), null);
      }
      case "title" -> entry.title = GivenText.either(field.text());
      case "summary" -> entry.summary = GivenText.either(field.text());
      case "content_html" -> entry.body = GivenText.html(field.text()).or(entry.body);
      case "content_text" -> entry.body = entry.body.or(GivenText.either(field.text()));
      case "date_published" -> entry.published.add(field.text());
      case "date_modified" -> entry.updated.add(field.text());
      case "language" -> entry.language = field.text();
      case "tags" -> entry.categories.add(field.text());
      case "author", "authors" -> author(field, entry);
      case "image", "banner_image" -> entry.link(inherited, "preview", field.text(), "image/*");
      case "attachments" ->
          entry.link(inherited, "enclosure", field.attribute("url"), field.attribute("mime_type"));
      default -> {}
    }
  }

  private static void author(Element author, EntryDraft entry) {
    entry.authors.add(author.hasChildren() ? author.childText("name") : author.text());
  }
}
