package org.wirewatch.feed;

/**
 * NewsML-G2 (IPTC), single items and messages of many, whose text is NITF, XHTML or plain; and of
 * its predecessor NewsML 1 what names and dates a story.
 */
final class NewsMlReader {
  private final FeedDraft feed;

  private NewsMlReader(FeedDraft feed) {
    this.feed = feed;
  }

  static FeedDraft read(Element root, Inherited inherited) {
    FeedDraft feed = new FeedDraft("NewsML", inherited);
    new NewsMlReader(feed).find(root, inherited);
    return feed;
  }

  private void find(Element element, Inherited inherited) {
    if (!element.localName().equals("newsitem")) {
      element.children().forEach(child -> find(child, inherited.within(child)));
    } else if (element.isComplete()) {
      EntryDraft entry = new EntryDraft(inherited.within(element));
      fill(element, entry);
      feed.entries.add(entry);
    } else {
      feed.cutOff++;
    }
  }

  /** Reads an item on its own or within another format. */
  static void fill(Element item, EntryDraft entry) {
    String guid = item.attribute("guid");
    entry.guid = entry.guid == null ? guid : entry.guid;
    for (Element part : item.children()) {
      switch (part.localName()) {
        case "itemmeta" -> part.children().forEach(field -> itemMeta(field, entry));
        case "contentmeta" -> part.children().forEach(field -> contentMeta(field, entry));
        case "contentset" -> part.children().forEach(field -> content(field, entry));
        case "rightsinfo" -> entry.rights = part.childText("copyrightnotice");
        case "identification" -> part.children().forEach(field -> identification(field, entry));
        case "newsmanagement" -> part.children().forEach(field -> itemMeta(field, entry));
        case "newscomponent" -> component(part, entry);
        default -> {}
      }
    }
  }

  private static void itemMeta(Element field, EntryDraft entry) {
    switch (field.localName()) {
      case "firstcreated" -> entry.published.addFirst(field.text());
      case "versioncreated", "thisrevisioncreated" -> {
        entry.updated.add(field.text());
        entry.published.addLast(field.text());
      }
      case "title" -> entry.title = entry.title.or(GivenText.either(field.text()));
      case "provider" ->
          entry.sourceName = field.hasChildren() ? field.childText("name") : entry.sourceName;
      case "link" ->
          entry.link(
              entry.inherited, "related", field.attribute("href"), field.attribute("contenttype"));
      default -> {}
    }
  }

  private static void contentMeta(Element field, EntryDraft entry) {
    switch (field.localName()) {
      case "headline" -> entry.title = GivenText.html(field.markup(true)).or(entry.title);
      case "contentcreated" -> entry.published.addLast(field.text());
      case "contentmodified" -> entry.updated.addLast(field.text());
      case "language" -> entry.language = field.attributeOr("tag", field.text());
      case "by" -> entry.authors.addFirst(field.text());
      case "creator" -> entry.authors.add(field.childText("name"));
      case "subject" -> entry.categories.add(field.childText("name"));
      case "keyword" -> entry.categories.add(field.text());
      case "description" -> entry.summary = entry.summary.or(GivenText.html(field.markup(true)));
      default -> {}
    }
  }

  private static void content(Element field, EntryDraft entry) {
    switch (field.localName()) {
      case "inlinexml" -> field.children().forEach(document -> document(document, entry));
      case "inlinedata" -> entry.body = entry.body.or(GivenText.either(field.text()));
      case "remotecontent" ->
          entry.link(
              entry.inherited,
              "enclosure",
              field.attribute("href"),
              field.attribute("contenttype"));
      default -> {}
    }
  }

  private static void document(Element document, EntryDraft entry) {
    if (document.localName().equals("nitf")) {
      NitfReader.fill(document, entry);
    } else {
      entry.body = entry.body.or(GivenText.html(document.markup(true)));
    }
  }

  private static void identification(Element field, EntryDraft entry) {
    if (field.localName().equals("newsidentifier")) {
      entry.guid = entry.guid == null ? field.childText("publicidentifier") : entry.guid;
    }
  }

  /** NewsML 1: components hold the lines above a story, the story, or further components. */
  private static void component(Element component, EntryDraft entry) {
    for (Element part : component.children()) {
      switch (part.localName()) {
        case "newscomponent" -> component(part, entry);
        case "newslines" -> part.children().forEach(line -> newsLine(line, entry));
        case "descriptivemetadata" -> {
          Element language = part.child("language");
          entry.language = language == null ? entry.language : language.attribute("formalname");
        }
        case "contentitem" -> {
          Element data = part.child("datacontent");
          if (data != null && data.hasChildren()) {
            data.children().forEach(document -> document(document, entry));
          } else if (data != null) {
            entry.body = entry.body.or(GivenText.either(data.text()));
          }
        }
        default -> {}
      }
    }
  }

  private static void newsLine(Element line, EntryDraft entry) {
    switch (line.localName()) {
      case "headline" -> entry.title = entry.title.or(GivenText.either(line.text()));
      case "byline" -> entry.authors.add(line.text());
      case "copyrightline" -> entry.rights = line.text();
      case "keywordline" -> entry.categories.add(line.text());
      default -> {}
    }
  }
}
