package org.wirewatch.feed;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.wirewatch.text.HtmlText;

/**
 * Finds the article in a page: what the publisher declares in JSON-LD, Open Graph and microdata,
 * else the element in which most of the prose stands (after Arc90's Readability). Confined to one
 * thread, used once; takes the page apart.
 */
final class ArticleReader {
  /** Shorter text is a teaser, not an article. */
  private static final int SHORTEST_BODY = 140;

  private static final int SHORTEST_PARAGRAPH = 25;

  private static final String FURNITURE =
      "h1, script, style, noscript, nav, aside, footer, form, button, iframe, svg, figure, template,"
          + " dialog, [hidden], [aria-hidden=true], [role=navigation], [role=complementary],"
          + " [role=banner], [role=contentinfo]";

  private static final Pattern FURNITURE_CLASS =
      Pattern.compile(
          "(?i)(^|[\\s_-])(comments?|related|share|sharing|social|promo|newsletter|sidebar|cookie|consent"
              + "|advert\\w*|ads?|sponsor\\w*|breadcrumbs?|recommend\\w*|most-?read|trending|tags?|byline"
              + "|subscribe|paywall|caption|credit|toolbar|menu|popup|modal|outbrain|taboola)([\\s_-]|$)");

  private final Document document;
  private final EntryDraft entry;

  ArticleReader(Document document, Origin origin) {
    this.document = document;
    this.entry = new EntryDraft(new Inherited(origin.url() == null ? "" : origin.url(), null));
  }

  Optional<EntryDraft> read() {
    linkedData();
    metadata();
    if (entry.title.isBlank()) {
      Element heading = document.selectFirst("h1");
      entry.title = GivenText.either(heading == null ? document.title() : heading.text());
    }
    GivenText declared = entry.body;
    entry.body = GivenText.NONE;
    String found = body();
    entry.body = declared.plain().length() > found.length() ? declared : GivenText.either(found);
    return entry.title.isBlank() && entry.body.isBlank() ? Optional.empty() : Optional.of(entry);
  }

  private void linkedData() {
    for (Element script : document.select("script[type=application/ld+json]")) {
      if (LinkedData.fill(script.data(), entry)) {
        return;
      }
    }
  }

  private void metadata() {
    for (Element meta : document.select("meta[content]")) {
      String name = meta.hasAttr("property") ? meta.attr("property") : meta.attr("name");
      metadata(name.toLowerCase(Locale.ROOT), meta.attr("content"));
    }
    Element canonical = document.selectFirst("link[rel=canonical][href]");
    if (canonical != null) {
      entry.urls.addFirst(entry.inherited.resolve(canonical.attr("href")));
    }
    entry.url(entry.inherited.base());
    Element time =
        document.selectFirst(
            "article time[datetime], time[pubdate][datetime], [itemprop=datePublished]");
    if (time != null) {
      entry.published.add(time.hasAttr("datetime") ? time.attr("datetime") : time.attr("content"));
    }
    String language = document.select("html").attr("lang");
    entry.language = entry.language == null && !language.isBlank() ? language : entry.language;
  }

  private void metadata(String name, String value) {
    switch (name) {
      case "og:title", "twitter:title" -> entry.title = entry.title.or(GivenText.either(value));
      case "og:description", "description", "twitter:description" ->
          entry.summary = entry.summary.or(GivenText.either(value));
      case "article:published_time",
          "date",
          "dc.date",
          "dc.date.issued",
          "pubdate",
          "parsely-pub-date",
          "sailthru.date",
          "datepublished",
          "publish-date" ->
          entry.published.add(value);
      case "article:modified_time", "og:updated_time", "last-modified" -> entry.updated.add(value);
      case "author", "article:author", "dc.creator", "parsely-author" -> {
        if (entry.authors.isEmpty() && !value.startsWith("http")) {
          entry.authors.add(value);
        }
      }
      case "article:tag", "article:section" -> entry.categories.add(value);
      case "keywords", "news_keywords" -> EntryDraft.addAll(entry.categories, value, ",");
      case "og:url" -> entry.url(value);
      case "og:site_name" -> entry.sourceName = entry.sourceName == null ? value : entry.sourceName;
      case "og:image" -> entry.link(entry.inherited, "preview", value, "image/*");
      default -> {}
    }
  }

  /** The prose of the page, as plain text. */
  private String body() {
    document.select(FURNITURE).remove();
    document.body().select("div, section, ul, ol, p, span, header").stream()
        .filter(e -> FURNITURE_CLASS.matcher(e.className() + " " + e.id()).find())
        .filter(e -> e.select("p").size() < 4)
        .forEach(Element::remove);
    for (String declared :
        new String[] {"[itemprop=articleBody]", "article", "main, [role=main]"}) {
      Element element = longest(declared);
      if (element != null) {
        Element prose = densest(element);
        return HtmlText.of((prose == null ? element : prose).html());
      }
    }
    Element prose = densest(document.body());
    return HtmlText.of((prose == null ? document.body() : prose).html());
  }

  private @Nullable Element longest(String selector) {
    Element longest = null;
    int most = SHORTEST_BODY;
    for (Element element : document.select(selector)) {
      int length = element.text().length();
      if (length > most) {
        most = length;
        longest = element;
      }
    }
    return longest;
  }

  /** The element whose own paragraphs hold the most prose; null if there are none. */
  private static @Nullable Element densest(Element within) {
    Map<Element, Double> scores = new HashMap<>();
    for (Element paragraph : within.select("p, pre, blockquote > p")) {
      double score = score(paragraph);
      Element parent = paragraph.parent();
      if (score > 0 && parent != null) {
        scores.merge(parent, score, Double::sum);
        Element grandparent = parent.parent();
        if (grandparent != null) {
          scores.merge(grandparent, score / 2, Double::sum);
        }
      }
    }
    return scores.entrySet().stream()
        .filter(e -> e.getKey().equals(within) || e.getKey().parents().contains(within))
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static double score(Element paragraph) {
    String text = paragraph.text();
    if (text.length() < SHORTEST_PARAGRAPH) {
      return 0;
    }
    int linked = paragraph.select("a").text().length();
    double prose =
        1
            + text.chars().filter(c -> c == ',' || c == '，' || c == '、').count()
            + Math.min(text.length() / 100.0, 3);
    return prose * (1 - (double) linked / text.length());
  }
}
