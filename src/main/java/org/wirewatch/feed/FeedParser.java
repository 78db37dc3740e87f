package org.wirewatch.feed;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wirewatch.feed.FeedResult.Unreadable;

/**
 * Reads documents of every kind that news comes in. Tells the kind by the content, mends what is
 * broken and says so, and never throws for what is in a document. Immutable and thread-safe.
 *
 * <p>Opens nothing that a document refers to: no external entities, no document types.
 */
public final class FeedParser {
  private final FeedLimits limits;
  private final Function<String, Optional<String>> languages;

  /**
   * A parser.
   *
   * @param languages detects the BCP 47 language of a text; asked only where neither entry, feed
   *     nor subscription names one
   */
  public FeedParser(FeedLimits limits, Function<String, Optional<String>> languages) {
    this.limits = limits;
    this.languages = languages;
  }

  /** What the document holds; a web page is none, but its reason names the feeds that it offers. */
  public FeedResult parse(byte[] body, Origin origin) {
    return read(body, origin, false);
  }

  /**
   * As {@link #parse(byte[], Origin)}, reading no more than the limit and one byte, however long
   * the stream is.
   *
   * @throws IOException if the stream fails
   */
  public FeedResult parse(InputStream body, Origin origin) throws IOException {
    return parse(body.readNBytes(limits.maxBytes() + 1), origin);
  }

  /** As {@link #parse(byte[], Origin)}, but a web page is an article, and other text is one too. */
  public FeedResult parseAny(byte[] body, Origin origin) {
    return read(body, origin, true);
  }

  private FeedResult read(byte[] body, Origin origin, boolean any) {
    byte[] unpacked = body;
    if (Unpacker.isPacked(body)) {
      try {
        unpacked = Unpacker.unpack(body, limits.maxBytes());
      } catch (IOException _) {
        return new Unreadable("packed with gzip, but broken; fetch it again");
      }
    }
    if (unpacked.length > limits.maxBytes()) {
      return new Unreadable(
          "longer than the limit of %,d bytes; raise the limit to read it"
              .formatted(limits.maxBytes()));
    }
    Repairs repairs = new Repairs();
    String text = Decoder.decode(unpacked, origin, repairs);
    if (text.isBlank()) {
      return new Unreadable("the document is empty");
    }
    if (NotText.is(unpacked)) {
      return new Unreadable("neither text nor mark-up; perhaps an image or an archive");
    }
    return text(text, origin, any, repairs);
  }

  private FeedResult text(String text, Origin origin, boolean any, Repairs repairs) {
    Element document = document(text, repairs);
    Format.Root root = Format.find(document);
    Inherited inherited =
        new Inherited(base(origin), origin.header("Content-Language").orElse(null));
    if (root != null && root.format().isFeed()) {
      noteJunk(document, root.element(), repairs);
      return items(draft(root, inherited), origin, repairs);
    }
    boolean page = root != null && root.format() == Format.HTML;
    if (any && page) {
      FeedDraft article = article(text, origin);
      return items(article, origin, new Repairs());
    }
    if (page) {
      return new Unreadable(page(text, origin));
    }
    if (root != null) {
      return new Unreadable("a list of subscriptions (OPML); import it with feed import");
    }
    return any ? items(plain(text), origin, repairs) : new Unreadable(unknown(text));
  }

  private static void noteJunk(Element document, Element root, Repairs repairs) {
    if (!document.startsWith(root)) {
      repairs.add("text before the document ignored");
    } else if (!document.endsWith(root)) {
      repairs.add("text behind the document ignored");
    }
  }

  private Element document(String text, Repairs repairs) {
    char start = text.charAt(firstVisible(text));
    return start == '{' || start == '['
        ? jsonDocument(text, repairs)
        : XmlTree.read(text, limits, repairs);
  }

  private Element jsonDocument(String text, Repairs repairs) {
    Element document = new Element("#document");
    document.append(JsonTree.read(text, limits, repairs));
    return document;
  }

  private static FeedDraft draft(Format.Root root, Inherited inherited) {
    return switch (root.format()) {
      case RSS -> RssReader.read(root.element(), inherited);
      case ATOM -> AtomReader.read(root.element(), inherited);
      case JSON_FEED -> JsonFeedReader.read(root.element(), inherited);
      case SITEMAP -> SitemapReader.read(root.element(), inherited);
      case CAP -> CapReader.read(root.element(), inherited);
      case NITF -> NitfReader.read(root.element(), inherited);
      case NEWSML -> NewsMlReader.read(root.element(), inherited);
      case HTML, OPML -> throw new IllegalArgumentException(root.format() + " is no feed");
    };
  }

  private static FeedDraft article(String html, Origin origin) {
    WebPage page = WebPage.of(html, origin);
    FeedDraft feed = new FeedDraft("HTML", new Inherited(base(origin), null));
    feed.title = GivenText.either(page.siteName());
    page.article().ifPresent(feed.entries::add);
    return feed;
  }

  private static FeedDraft plain(String text) {
    FeedDraft feed = new FeedDraft("plain text", new Inherited("", null));
    feed.entries.add(PlainText.read(text));
    return feed;
  }

  private FeedResult items(FeedDraft feed, Origin origin, Repairs repairs) {
    return new ItemMaker(feed, origin, limits, languages, repairs).make();
  }

  /** The address against which the document's own are resolved. */
  private static String base(Origin origin) {
    String url = origin.url();
    return url != null ? url : origin.header("Content-Location").orElse("");
  }

  private static String page(String html, Origin origin) {
    List<FeedLink> feeds = WebPage.of(html, origin).feeds();
    return feeds.isEmpty()
        ? "a web page, not a feed"
        : "a web page, not a feed; it offers "
            + feeds.stream().limit(5).map(FeedLink::url).collect(Collectors.joining(", "));
  }

  private static String unknown(String text) {
    String start = text.strip();
    return "neither a feed nor another format known here; it starts with: "
        + (start.length() <= 40 ? start : start.substring(0, 40)).replaceAll("\\s+", " ");
  }

  private static int firstVisible(String text) {
    int i = 0;
    while (i < text.length() - 1 && (text.charAt(i) <= ' ' || text.charAt(i) == '\ufeff')) {
      i++;
    }
    return i;
  }
}
