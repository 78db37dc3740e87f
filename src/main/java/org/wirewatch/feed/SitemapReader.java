package org.wirewatch.feed;

/**
 * Sitemaps (sitemaps.org 0.9) with Google's news, image and video extensions; a sitemap index gives
 * the addresses of its parts and no items.
 */
final class SitemapReader {
  private SitemapReader() {}

  static FeedDraft read(Element root, Scope scope) {
    boolean index = root.localName().equals("sitemapindex");
    FeedDraft feed = new FeedDraft(index ? "sitemap index" : "sitemap", scope);
    for (Element child : root.children()) {
      if (child.localName().equals("sitemap")) {
        String address = child.childText("loc");
        if (!address.isEmpty()) {
          feed.parts.add(scope.resolve(address));
        }
      } else if (child.localName().equals("url")) {
        url(child, feed, scope);
      }
    }
    return feed;
  }

  private static void url(Element url, FeedDraft feed, Scope scope) {
    if (!url.isComplete()) {
      feed.cutOff++;
      return;
    }
    EntryDraft entry = new EntryDraft(scope);
    for (Element field : url.children()) {
      switch (field.name()) {
        case "loc" -> entry.url(field.text());
        case "lastmod" -> entry.updated.add(field.text());
        case "news:news" -> news(field, entry);
        case "image:image" -> entry.link(scope, "preview", field.childText("image:loc"), "image/*");
        case "video:video" -> video(field, entry, scope);
        default -> {}
      }
    }
    feed.entries.add(entry);
  }

  private static void news(Element news, EntryDraft entry) {
    for (Element field : news.children()) {
      switch (field.name()) {
        case "news:title" -> entry.title = Words.either(field.text());
        case "news:publication_date" -> entry.published.add(field.text());
        case "news:keywords" -> EntryDraft.addAll(entry.categories, field.text(), ",");
        case "news:genres" -> EntryDraft.addAll(entry.categories, field.text(), ",");
        case "news:publication" -> {
          entry.sourceName = field.childText("news:name");
          entry.language = field.childText("news:language");
        }
        default -> {}
      }
    }
  }

  private static void video(Element video, EntryDraft entry, Scope scope) {
    entry.title = entry.title.or(Words.either(video.childText("video:title")));
    entry.summary = entry.summary.or(Words.either(video.childText("video:description")));
    entry.link(scope, "enclosure", video.childText("video:content_loc"), "video/*");
  }
}
