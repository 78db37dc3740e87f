package org.wirewatch.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirewatch.model.Link;

/**
 * Public warnings in the Common Alerting Protocol (OASIS CAP 1.0 to 1.2): one item for each
 * language that the alert is written in, as every {@code info} block is the whole message in one.
 */
final class CapReader {
  private CapReader() {}

  /** Reads one alert, or all that stand in an element around them. */
  static FeedDraft read(Element root, Inherited inherited) {
    FeedDraft feed = new FeedDraft("CAP", inherited);
    if (root.localName().equals("alert")) {
      alert(root, feed, inherited);
    } else {
      root.children().forEach(child -> alert(child, feed, inherited));
    }
    return feed;
  }

  private static void alert(Element alert, FeedDraft feed, Inherited inherited) {
    if (!alert.isComplete()) {
      feed.cutOff++;
      return;
    }
    Map<String, List<Element>> byLanguage = new LinkedHashMap<>();
    for (Element info : named(alert, "info")) {
      byLanguage.computeIfAbsent(text(info, "language"), _ -> new ArrayList<>()).add(info);
    }
    byLanguage.forEach((language, infos) -> {
      EntryDraft entry = new EntryDraft(inherited);
      fill(alert, infos, entry);
      if (entry.guid != null && !feed.entries.isEmpty() && !language.isEmpty()) {
        entry.guid += "#" + language;
      }
      feed.entries.add(entry);
    });
  }

  /** Fills the entry of a feed that carries an alert as its content. */
  static void embedded(Element alert, EntryDraft entry) {
    List<Element> infos = named(alert, "info");
    fill(alert, infos.isEmpty() ? infos : infos.subList(0, 1), entry);
  }

  private static void fill(Element alert, List<Element> infos, EntryDraft entry) {
    entry.guid = entry.guid != null ? entry.guid : blankToNull(text(alert, "identifier"));
    entry.published.add(text(alert, "sent"));
    StringBuilder body = new StringBuilder();
    for (Element info : infos) {
      info(info, entry, body);
    }
    String note = text(alert, "note");
    entry.body = GivenText.either(body + (note.isEmpty() ? "" : "\n\n" + note));
  }

  private static void info(Element info, EntryDraft entry, StringBuilder body) {
    String headline = text(info, "headline");
    entry.title =
        entry.title.or(GivenText.either(headline.isEmpty() ? text(info, "event") : headline));
    entry.language = blankToNull(text(info, "language"));
    entry.updated.add(text(info, "effective"));
    entry.authors.add(text(info, "sendername"));
    entry.sourceName = text(info, "sendername");
    entry.categories.add(text(info, "event"));
    named(info, "category").forEach(category -> entry.categories.add(category.text()));
    for (String part : new String[] {"description", "instruction"}) {
      paragraph(text(info, part), body);
    }
    named(info, "area").forEach(area -> paragraph(text(area, "areadesc"), body));
    if (!text(info, "web").isEmpty()) {
      entry.url(text(info, "web"));
    }
    for (Element resource : named(info, "resource")) {
      String address = text(resource, "uri");
      if (!address.isEmpty()) {
        entry.links.add(new Link("enclosure", address, blankToNull(text(resource, "mimetype"))));
      }
    }
  }

  private static void paragraph(String text, StringBuilder body) {
    if (!text.isEmpty()) {
      body.append(body.isEmpty() ? "" : "\n\n").append(text);
    }
  }

  private static List<Element> named(Element parent, String localName) {
    return parent.children().stream().filter(c -> c.localName().equals(localName)).toList();
  }

  private static String text(Element parent, String localName) {
    List<Element> found = named(parent, localName);
    return found.isEmpty() ? "" : found.getFirst().text().strip();
  }

  private static @org.jspecify.annotations.Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text;
  }
}
