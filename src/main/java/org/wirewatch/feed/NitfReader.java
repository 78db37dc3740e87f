package org.wirewatch.feed;

/** News Industry Text Format (IPTC NITF 3), the mark-up of news agencies' stories. */
final class NitfReader {
  private NitfReader() {}

  static FeedDraft read(Element root, Inherited inherited) {
    FeedDraft feed = new FeedDraft("NITF", inherited);
    EntryDraft entry = new EntryDraft(inherited.within(root));
    fill(root, entry);
    feed.entries.add(entry);
    return feed;
  }

  /** Reads a story on its own or within another format. */
  static void fill(Element nitf, EntryDraft entry) {
    for (Element part : nitf.children()) {
      switch (part.localName()) {
        case "head" -> head(part, entry);
        case "body" -> body(part, entry);
        default -> {}
      }
    }
  }

  private static void head(Element head, EntryDraft entry) {
    for (Element field : head.children()) {
      switch (field.localName()) {
        case "title" -> entry.title = entry.title.or(GivenText.either(field.text()));
        case "docdata" -> field.children().forEach(data -> documentData(data, entry));
        case "pubdata" -> publication(field, entry);
        default -> {}
      }
    }
  }

  private static void publication(Element data, EntryDraft entry) {
    entry.published.add(data.attributeOr("date.publication", ""));
    String name = data.attributeOr("name", "");
    entry.sourceName = name.isBlank() ? entry.sourceName : name;
  }

  private static void documentData(Element data, EntryDraft entry) {
    switch (data.localName()) {
      case "doc-id" -> entry.guid = entry.guid == null ? data.attribute("id-string") : entry.guid;
      case "date.issue", "date.release" -> entry.published.add(data.attributeOr("norm", ""));
      case "doc.copyright" -> entry.rights = data.attribute("holder");
      case "key-list" ->
          data.children().forEach(word -> entry.categories.add(word.attributeOr("key", "")));
      default -> {}
    }
  }

  private static void body(Element body, EntryDraft entry) {
    for (Element part : body.children()) {
      switch (part.localName()) {
        case "body.head" -> part.children().forEach(field -> bodyHead(field, entry));
        case "body.content" -> entry.body = entry.body.or(GivenText.html(part.markup(true)));
        default -> {}
      }
    }
  }

  private static void bodyHead(Element field, EntryDraft entry) {
    switch (field.localName()) {
      case "hedline" -> {
        Element headline = field.child("hl1");
        entry.title =
            GivenText.html((headline == null ? field : headline).markup(true)).or(entry.title);
      }
      case "byline" -> {
        Element person = field.child("person");
        entry.authors.add((person == null ? field : person).text());
      }
      case "abstract" -> entry.summary = GivenText.html(field.markup(true));
      case "distributor" ->
          entry.sourceName = entry.sourceName == null ? field.text() : entry.sourceName;
      default -> {}
    }
  }
}
