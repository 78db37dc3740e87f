package org.wirewatch.feed;

import java.util.Optional;
import java.util.function.Function;

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

  /** What the document holds. */
  public FeedResult parse(byte[] body, Origin origin) {
    if (body.length > limits.maxBytes()) {
      return new FeedResult.Unreadable(
          "longer than the limit of " + limits.maxBytes() + " bytes; raise the limit to read it");
    }
    Repairs repairs = new Repairs();
    String text = Decoder.decode(body, origin, repairs);
    if (text.isBlank()) {
      return new FeedResult.Unreadable("empty document");
    }
    String base = origin.url() == null ? "" : origin.url();
    Scope scope = new Scope(base, origin.header("Content-Language").orElse(null));
    Element document = XmlTree.read(text, limits, repairs);
    Format.Root root = Format.find(document);
    if (root == null) {
      return new FeedResult.Unreadable("neither a feed nor another format known here");
    }
    return switch (root.format()) {
      case RSS -> items(RssReader.read(root.element(), scope), origin, repairs);
      case ATOM -> items(AtomReader.read(root.element(), scope), origin, repairs);
      case OPML -> new FeedResult.Unreadable("a list of subscriptions (OPML); import it instead");
      case HTML -> new FeedResult.Unreadable("a web page, not a feed");
    };
  }

  private FeedResult items(FeedDraft feed, Origin origin, Repairs repairs) {
    return new ItemMaker(feed, origin, limits, languages, repairs).make();
  }
}
