package org.wirewatch.feed;

/**
 * The modules that any feed's entry may carry: Dublin Core, content, Media RSS, iTunes, FeedBurner,
 * and Atom's elements within RSS.
 */
final class ModuleReader {
  private static final String LIST = "[,;|]";

  private ModuleReader() {}

  static void read(Element field, EntryDraft entry, Inherited inherited) {
    switch (prefix(field.name())) {
      case "" -> plain(field, entry);
      case "dc", "dcterms" -> dublinCore(field, entry);
      case "media" -> media(field, entry, inherited);
      case "itunes", "googleplay" -> itunes(field, entry);
      case "atom" -> AtomReader.field(field, entry, inherited);
      default -> other(field, entry, inherited);
    }
  }

  private static String prefix(String name) {
    int colon = name.indexOf(':');
    return colon < 0 ? "" : name.substring(0, colon);
  }

  /** Elements that RSS does not have but publishers write. */
  private static void plain(Element field, EntryDraft entry) {
    switch (field.name()) {
      case "body", "content", "fulltext", "full-text", "story" ->
          entry.body = entry.body.or(GivenText.html(field.markup(false)));
      case "summary", "abstract" -> summary(GivenText.html(field.markup(false)), entry);
      case "updated", "lastmod", "lastbuilddate", "modified" -> entry.updated.add(field.text());
      case "copyright", "rights" -> entry.rights = field.text();
      case "language" -> entry.language = field.text();
      case "creator" -> entry.authors.add(field.text());
      case "tags", "keywords" -> EntryDraft.addAll(entry.categories, field.text(), LIST);
      default -> {}
    }
  }

  /** What RSS calls a description is the text itself where a summary stands beside it. */
  private static void summary(GivenText summary, EntryDraft entry) {
    if (!summary.isBlank()) {
      entry.body = entry.body.or(entry.summary);
      entry.summary = summary;
      entry.hasOwnSummary = true;
    }
  }

  private static void dublinCore(Element field, EntryDraft entry) {
    switch (field.localName()) {
      case "title" -> entry.title = entry.title.or(GivenText.either(field.text()));
      case "description", "abstract" ->
          entry.summary = entry.summary.or(GivenText.html(field.markup(false)));
      case "creator", "author" -> entry.authors.add(field.text());
      case "subject" -> EntryDraft.addAll(entry.categories, field.text(), ";");
      case "date", "issued", "created", "datesubmitted" -> entry.published.add(field.text());
      case "modified" -> entry.updated.add(field.text());
      case "language" -> entry.language = field.text();
      case "rights", "accessrights" -> entry.rights = field.text();
      case "identifier" -> entry.guid = entry.guid == null ? field.text().strip() : entry.guid;
      default -> {}
    }
  }

  private static void media(Element field, EntryDraft entry, Inherited inherited) {
    switch (field.localName()) {
      case "group", "content" -> {
        String medium = field.attributeOr("medium", "");
        String type = field.attributeOr("type", medium.isEmpty() ? "" : medium + "/*");
        entry.link(inherited, "enclosure", field.attribute("url"), type);
        field.children().forEach(child -> media(child, entry, inherited.within(child)));
      }
      case "title" -> entry.title = entry.title.or(GivenText.either(field.text()));
      case "description", "text" -> entry.summary = entry.summary.or(GivenText.html(field.text()));
      case "keywords" -> EntryDraft.addAll(entry.categories, field.text(), LIST);
      case "category" -> entry.categories.add(field.attributeOr("label", field.text()));
      case "thumbnail" -> entry.link(inherited, "preview", field.attribute("url"), "image/*");
      case "copyright" -> entry.rights = field.text();
      default -> {}
    }
  }

  private static void itunes(Element field, EntryDraft entry) {
    switch (field.localName()) {
      case "title" -> entry.title = entry.title.or(GivenText.either(field.text()));
      case "summary", "description" ->
          entry.summary = entry.summary.or(GivenText.html(field.text()));
      case "subtitle" -> entry.summary = entry.summary.or(GivenText.either(field.text()));
      case "author" -> entry.authors.add(field.text());
      case "keywords" -> EntryDraft.addAll(entry.categories, field.text(), LIST);
      case "category" -> entry.categories.add(field.attributeOr("text", field.text()));
      default -> {}
    }
  }

  private static void other(Element field, EntryDraft entry, Inherited inherited) {
    switch (field.name()) {
      case "content:encoded", "xhtml:body", "xhtml:div", "xhtml:section" ->
          entry.body = entry.body.or(GivenText.html(field.markup(false)));
      case "feedburner:origlink" -> entry.urls.addFirst(inherited.resolve(field.text()));
      case "wfw:commentrss" ->
          entry.link(inherited, "replies", field.text(), "application/rss+xml");
      case "cap:event" -> entry.categories.add(field.text());
      default -> {}
    }
  }
}
