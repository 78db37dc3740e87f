package org.wirewatch.feed;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What a document is, told from its root element. */
enum Format {
  RSS,
  ATOM,
  JSON_FEED,
  SITEMAP,
  CAP,
  NITF,
  NEWSML,
  HTML,
  OPML;

  /** Whether items may come of it, rather than a page or a list. */
  boolean isFeed() {
    return this != HTML && this != OPML;
  }

  /** How far below the top a root may have slipped, under tags of an error message before it. */
  private static final int DEEPEST = 4;

  /** An element that starts a document we know, and which. */
  record Root(Format format, Element element) {}

  /** The first root in the document, the outermost first; null if there is none. */
  static @Nullable Root find(Element document) {
    Queue<Element> level = new ArrayDeque<>(document.children());
    Root page = null;
    for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
      Queue<Element> next = new ArrayDeque<>();
      for (Element element : level) {
        Format format = ofRoot(element);
        if (format == HTML) {
          page = page == null ? new Root(HTML, element) : page;
        } else if (format != null) {
          return new Root(format, element);
        }
        next.addAll(element.children());
      }
      level = next;
    }
    return page;
  }

  private static @Nullable Format ofJson(Element json) {
    boolean named = json.attributeOr("version", "").contains("jsonfeed.org");
    return named || json.child("items") != null ? JSON_FEED : null;
  }

  private static @Nullable Format ofRoot(Element element) {
    return switch (element.name()) {
      case "rss", "rdf:rdf", "rdf", "channel" -> RSS;
      case "atom:feed", "feed", "atom:entry", "entry" -> ATOM;
      case "urlset", "sitemapindex" -> SITEMAP;
      case "cap:alert", "alert", "alerts", "cap:alerts" -> CAP;
      case "nitf", "nitf:nitf" -> NITF;
      case "newsitem", "newsmessage", "newsml" -> NEWSML;
      case "#json" -> ofJson(element);
      case "opml" -> OPML;
      case "html", "xhtml:html" -> HTML;
      default -> null;
    };
  }
}
