package org.wirewatch.feed;

import java.util.List;

/**
 * RSS 0.9x, 2.0 and, as RDF, 0.90, 1.0 and 1.1: the same elements in another arrangement. In RDF
 * the items stand beside the channel, in 0.9x and 2.0 in it; both are taken anywhere.
 */
final class RssReader {
  private final FeedDraft feed;

  private RssReader(FeedDraft feed) {
    this.feed = feed;
  }

  static FeedDraft read(Element root, Inherited inherited) {
    String format =
        root.name().equals("rss") ? "RSS " + root.attributeOr("version", "") : "RSS (RDF)";
    FeedDraft feed = new FeedDraft(format.strip(), inherited.within(root));
    new RssReader(feed).container(root, feed.inherited);
    return feed;
  }

  private void container(Element parent, Inherited inherited) {
    for (Element child : parent.children()) {
      Inherited inner = inherited.within(child);
      switch (child.name()) {
        case "channel" -> channel(child, inner);
        case "item" -> item(child, inner);
        case "items" -> container(child, inner);
        default -> {}
      }
    }
  }

  private void channel(Element channel, Inherited inherited) {
    List<Element> children = channel.children();
    for (Element child : children) {
      channelField(child, inherited.within(child));
    }
    Inherited named = feed.language == null ? inherited : inherited.withLanguage(feed.language);
    Inherited inner = named.withHomepage(feed.homepage);
    container(channel, inner);
  }

  private void channelField(Element field, Inherited inherited) {
    switch (field.name()) {
      case "title" -> feed.title = feed.title.or(GivenText.either(field.markup(false)));
      case "dc:title", "media:title" -> feed.title = feed.title.or(GivenText.either(field.text()));
      case "link" -> homepage(field, inherited);
      case "language", "dc:language" -> feed.language = field.text().strip();
      case "copyright", "dc:rights" -> feed.rights = field.text();
      case "ttl" -> feed.polling.ttl(field.text());
      case "sy:updateperiod" -> feed.polling.updatePeriod(field.text());
      case "sy:updatefrequency" -> feed.polling.updateFrequency(field.text());
      case "skiphours" -> field.children().forEach(hour -> feed.polling.skipHour(hour.text()));
      case "skipdays" -> field.children().forEach(day -> feed.polling.skipDay(day.text()));
      case "atom:link" -> atomLink(field, inherited);
      default -> {}
    }
  }

  private void homepage(Element link, Inherited inherited) {
    String href = link.attributeOr("href", link.text());
    if (feed.homepage == null && !href.isBlank()) {
      feed.homepage = inherited.resolve(href);
    }
  }

  private void atomLink(Element link, Inherited inherited) {
    String href = inherited.resolve(link.attributeOr("href", ""));
    switch (link.attributeOr("rel", "alternate")) {
      case "hub" -> feed.polling.hub = href;
      case "self" -> feed.polling.self = href;
      default -> {}
    }
  }

  private void item(Element item, Inherited inherited) {
    if (!item.isComplete()) {
      feed.cutOff++;
      return;
    }
    EntryDraft entry = new EntryDraft(inherited);
    for (Element field : item.children()) {
      if (!core(field, entry, inherited.within(field))) {
        ModuleReader.read(field, entry, inherited.within(field));
      }
    }
    String about = item.attribute("rdf:about");
    if (about != null && RelativeUrl.isAbsolute(about.strip())) {
      entry.url(about);
      entry.guid = entry.guid == null ? about.strip() : entry.guid;
    }
    feed.entries.add(entry);
  }

  /** Reads an element of RSS itself; false if it is none. */
  private static boolean core(Element field, EntryDraft entry, Inherited inherited) {
    switch (field.name()) {
      case "title" -> entry.title = GivenText.either(field.markup(false)).or(entry.title);
      case "link" ->
          entry.urls.addFirst(inherited.resolve(field.attributeOr("href", field.text())));
      case "guid" -> guid(field, entry, inherited);
      case "description" -> description(GivenText.html(field.markup(false)), entry);
      case "pubdate", "pubdatetime", "date", "published" -> entry.published.add(field.text());
      case "author" ->
          entry.authors.add(field.hasChildren() ? field.childText("name") : field.text());
      case "category" -> entry.categories.add(field.text());
      case "enclosure" ->
          entry.link(inherited, "enclosure", field.attribute("url"), field.attribute("type"));
      case "comments" -> entry.link(inherited, "replies", field.text(), null);
      case "source" -> {
        entry.sourceName = field.text();
        entry.sourceUrl = field.attribute("url");
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The summary, unless an element named so stands beside it: then it is the whole text. */
  private static void description(GivenText description, EntryDraft entry) {
    if (entry.hasOwnSummary) {
      entry.body = entry.body.or(description);
    } else {
      entry.summary = description.or(entry.summary);
    }
  }

  /** RSS 2.0: a guid is the item's address unless it says that it is not. */
  private static void guid(Element guid, EntryDraft entry, Inherited inherited) {
    String value = guid.text().strip();
    if (!value.isEmpty()) {
      entry.guid = value;
      boolean denied = guid.attributeOr("ispermalink", "true").strip().equalsIgnoreCase("false");
      if (!denied && RelativeUrl.isAbsolute(value)) {
        entry.urls.addLast(inherited.resolve(value));
      }
    }
  }
}
