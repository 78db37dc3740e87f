package org.wirewatch.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page of the web: the feeds that it offers and the article that it shows. Confined to one
 * thread.
 */
public final class WebPage {
  private static final int MOST_FEEDS = 100;

  private final Document document;
  private final Origin origin;

  private WebPage(Document document, Origin origin) {
    this.document = document;
    this.origin = origin;
  }

  /** Reads a page as browsers would; never fails. */
  public static WebPage of(byte[] body, Origin origin) {
    return of(Decoder.decode(body, origin, new Repairs()), origin);
  }

  static WebPage of(String html, Origin origin) {
    return new WebPage(Jsoup.parse(html, origin.url() == null ? "" : origin.url()), origin);
  }

  /**
   * The feeds offered: those that the head declares, in their order, else links in the page that
   * look like feeds.
   */
  public List<FeedLink> feeds() {
    Map<String, FeedLink> found = new LinkedHashMap<>();
    for (Element link : document.select("link[rel~=(?i)\\b(alternate|feed)\\b][href]")) {
      String type = link.attr("type").toLowerCase(Locale.ROOT).strip();
      boolean declared = link.attr("rel").toLowerCase(Locale.ROOT).contains("feed");
      if (declared || isFeedType(type)) {
        add(link, link.attr("title"), type, found);
      }
    }
    if (found.isEmpty()) {
      for (Element link : document.select("a[href]")) {
        if (looksLikeFeed(link.attr("href"))) {
          add(link, link.text(), "", found);
        }
      }
    }
    return new ArrayList<>(found.values());
  }

  /** The article shown; empty if the page has no text to speak of. */
  Optional<EntryDraft> article() {
    return new ArticleReader(document, origin).read();
  }

  /** The title of the site, for the name of its source. */
  String siteName() {
    return document.select("meta[property=og:site_name]").attr("content");
  }

  private static void add(Element link, String title, String type, Map<String, FeedLink> found) {
    String url = link.absUrl("href");
    String address = url.isEmpty() ? link.attr("href") : url;
    if (found.size() < MOST_FEEDS && !address.isBlank()) {
      found.putIfAbsent(address, new FeedLink(address, title.strip(), type));
    }
  }

  private static boolean isFeedType(String type) {
    return switch (type) {
      case "application/rss+xml",
          "application/atom+xml",
          "application/rdf+xml",
          "application/feed+json",
          "application/cap+xml",
          "text/rss+xml",
          "text/atom+xml",
          "application/rss",
          "application/atom" ->
          true;
      default -> false;
    };
  }

  private static boolean looksLikeFeed(String href) {
    String path = href.toLowerCase(Locale.ROOT).split("[?#]", 2)[0];
    return path.matches(
        ".*(\\.(rss|atom|rdf)|/(rss|atom|feed)(\\.xml)?/?|[/_-](rss|feed|atom)[\\w-]*\\.xml)");
  }
}
