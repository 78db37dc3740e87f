package org.wirewatch.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Atom 0.3 and 1.0 (RFC 4287), with or without their namespace; a feed or a single entry. */
final class AtomReader {
  private final FeedDraft feed;
  private final List<String> authors = new ArrayList<>();

  private AtomReader(FeedDraft feed) {
    this.feed = feed;
  }

  static FeedDraft read(Element root, Inherited inherited) {
    boolean old = root.attributeOr("version", "").startsWith("0.");
    FeedDraft feed = new FeedDraft(old ? "Atom 0.3" : "Atom 1.0", inherited.within(root));
    AtomReader reader = new AtomReader(feed);
    if (root.localName().equals("entry")) {
      reader.entry(root, feed.inherited);
    } else {
      reader.feed(root);
    }
    return feed;
  }

  private void feed(Element root) {
    for (Element field : root.children()) {
      feedField(field, feed.inherited.within(field));
    }
    for (Element child : root.children()) {
      if (atomName(child).equals("entry")) {
        entry(child, feed.inherited.within(child));
      }
    }
  }

  private void feedField(Element field, Inherited inherited) {
    switch (atomName(field)) {
      case "title" -> feed.title = words(field);
      case "link" -> feedLink(field, inherited);
      case "rights", "copyright" -> feed.rights = words(field).plain();
      case "author" -> authors.add(person(field));
      case "dc:language", "language" -> feed.language = field.text().strip();
      case "sy:updateperiod" -> feed.polling.updatePeriod(field.text());
      case "sy:updatefrequency" -> feed.polling.updateFrequency(field.text());
      default -> {}
    }
  }

  private void feedLink(Element link, Inherited inherited) {
    String href = inherited.resolve(link.attributeOr("href", link.text()));
    switch (rel(link)) {
      case "alternate" -> feed.homepage = feed.homepage == null ? href : feed.homepage;
      case "self" -> feed.polling.self = href;
      case "hub" -> feed.polling.hub = href;
      default -> {}
    }
  }

  private void entry(Element element, Inherited inherited) {
    if (!element.isComplete()) {
      feed.cutOff++;
      return;
    }
    EntryDraft entry = new EntryDraft(inherited);
    for (Element field : element.children()) {
      if (field.name().startsWith("atom:") || field.name().indexOf(':') < 0) {
        field(field, entry, inherited.within(field));
      } else {
        ModuleReader.read(field, entry, inherited.within(field));
      }
    }
    if (entry.authors.isEmpty()) {
      entry.authors.addAll(authors);
    }
    feed.entries.add(entry);
  }

  /** One element of an entry; RSS items carry them too. */
  static void field(Element field, EntryDraft entry, Inherited inherited) {
    switch (atomName(field)) {
      case "title" -> entry.title = words(field).or(entry.title);
      case "summary", "tagline", "subtitle" -> entry.summary = words(field).or(entry.summary);
      case "content" -> content(field, entry, inherited);
      case "id" -> entry.guid = entry.guid == null ? blankToNull(field.text()) : entry.guid;
      case "link" -> link(field, entry, inherited);
      case "published", "issued", "created" -> entry.published.add(field.text());
      case "updated", "modified" -> entry.updated.add(field.text());
      case "author", "contributor" -> entry.authors.add(person(field));
      case "category" -> category(field, entry);
      case "rights", "copyright" -> entry.rights = words(field).plain();
      case "source" -> source(field, entry);
      default -> {}
    }
  }

  private static void source(Element source, EntryDraft entry) {
    for (Element field : source.children()) {
      switch (atomName(field)) {
        case "title" -> entry.sourceName = words(field).plain();
        case "id" ->
            entry.sourceUrl = entry.sourceUrl == null ? field.text().strip() : entry.sourceUrl;
        case "link" -> {
          if (rel(field).equals("alternate")) {
            entry.sourceUrl = field.attributeOr("href", "");
          }
        }
        default -> {}
      }
    }
  }

  private static void category(Element category, EntryDraft entry) {
    String label = category.attributeOr("label", "");
    entry.categories.add(label.isBlank() ? category.attributeOr("term", category.text()) : label);
  }

  private static void link(Element link, EntryDraft entry, Inherited inherited) {
    String href = link.attributeOr("href", link.text());
    String rel = rel(link);
    String type = link.attributeOr("type", "");
    if (rel.equals("alternate") && !href.isBlank()) {
      if (type.isEmpty() || type.contains("html")) {
        entry.urls.addFirst(inherited.resolve(href));
      } else {
        entry.urls.addLast(inherited.resolve(href));
      }
    } else if (!rel.equals("self") && !rel.equals("edit")) {
      entry.link(inherited, rel, href, type);
    }
  }

  private static String rel(Element link) {
    String rel = link.attributeOr("rel", "alternate").strip().toLowerCase(Locale.ROOT);
    String known = "http://www.iana.org/assignments/relation/";
    return rel.startsWith(known)
        ? rel.substring(known.length())
        : rel.isEmpty() ? "alternate" : rel;
  }

  private static void content(Element content, EntryDraft entry, Inherited inherited) {
    String src = content.attribute("src");
    if (src != null) {
      entry.link(inherited, "content", src, content.attribute("type"));
      if (entry.urls.isEmpty()) {
        entry.urls.addLast(inherited.resolve(src));
      }
    }
    for (Element child : content.children()) {
      switch (child.localName()) {
        case "alert" -> CapReader.embedded(child, entry);
        case "newsitem" -> NewsMlReader.fill(child, entry);
        case "nitf" -> NitfReader.fill(child, entry);
        default -> {}
      }
    }
    entry.body = entry.body.or(words(content));
  }

  /** A person construct: the name, else the address. */
  private static String person(Element person) {
    for (String part : new String[] {"name", "email", "uri", "url"}) {
      for (Element child : person.children()) {
        if (child.localName().equals(part) && !child.text().isBlank()) {
          return child.text();
        }
      }
    }
    return person.hasChildren() ? "" : person.text();
  }

  /** A text construct: {@code type} of Atom 1.0 with {@code mode} of 0.3. */
  private static GivenText words(Element element) {
    String type = element.attributeOr("type", "text").strip().toLowerCase(Locale.ROOT);
    String mode = element.attributeOr("mode", "");
    if (mode.equals("base64") || (mode.isEmpty() && isBinary(type))) {
      return base64(element.text());
    }
    if (element.hasChildren()) {
      return GivenText.html(element.markup(type.contains("xhtml") || mode.equals("xml")));
    }
    return type.contains("html")
        ? GivenText.html(element.text())
        : GivenText.either(element.text());
  }

  private static boolean isBinary(String type) {
    return type.contains("/")
        && !type.startsWith("text/")
        && !type.endsWith("xml")
        && !type.endsWith("html");
  }

  private static GivenText base64(String text) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text);
      String decoded = new String(bytes, StandardCharsets.UTF_8);
      return decoded.indexOf('\ufffd') < 0 ? GivenText.html(decoded) : GivenText.NONE;
    } catch (IllegalArgumentException _) {
      return GivenText.either(text);
    }
  }

  private static String atomName(Element element) {
    return element.name().startsWith("atom:") ? element.localName() : element.name();
  }

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
