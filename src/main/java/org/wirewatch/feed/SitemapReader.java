package org.wirewatch.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Sitemaps (sitemaps.org 0.9) with Google's news, image and video extensions; a sitemap index gives
 * the addresses of its parts, the last changed first, and no items.
 */
final class SitemapReader {
  private SitemapReader() {}

  static FeedDraft read(Element root, Inherited inherited) {
    boolean index = root.localName().equals("sitemapindex");
    FeedDraft feed = new FeedDraft(index ? "sitemap index" : "sitemap", inherited);
    List<Element> parts = new ArrayList<>();
    for (Element child : root.children()) {
      if (child.localName().equals("sitemap")) {
        parts.add(child);
      } else if (child.localName().equals("url")) {
        url(child, feed, inherited);
      }
    }
    // The dates are ISO 8601, so that their text sorts as they do; without one comes last.
    parts.sort(Comparator.comparing((Element part) -> part.childText("lastmod")).reversed());
    parts.stream()
        .map(part -> part.childText("loc"))
        .filter(address -> !address.isEmpty())
        .forEach(address -> feed.parts.add(inherited.resolve(address)));
    return feed;
  }

  private static void url(Element url, FeedDraft feed, Inherited inherited) {
    if (!url.isComplete()) {
      feed.cutOff++;
      return;
    }
    EntryDraft entry = new EntryDraft(inherited);
    for (Element field : url.children()) {
      switch (field.name()) {
        case "loc" -> entry.url(field.text());
        case "lastmod" -> entry.updated.add(field.text());
        case "news:news" -> news(field, entry);
        case "image:image" ->
            entry.link(inherited, "preview", field.childText("image:loc"), "image/*");
        case "video:video" -> video(field, entry, inherited);
        default -> {}
      }
    }
    feed.entries.add(entry);
  }

  private static void news(Element news, EntryDraft entry) {
    for (Element field : news.children()) {
      switch (field.name()) {
        case "news:title" -> entry.title = GivenText.either(field.text());
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

  private static void video(Element video, EntryDraft entry, Inherited inherited) {
    entry.title = entry.title.or(GivenText.either(video.childText("video:title")));
    entry.summary = entry.summary.or(GivenText.either(video.childText("video:description")));
    entry.link(inherited, "enclosure", video.childText("video:content_loc"), "video/*");
  }
}
