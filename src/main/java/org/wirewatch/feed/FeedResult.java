package org.wirewatch.feed;

import java.util.List;
import org.wirewatch.model.Item;

/** What came of reading a document. */
public sealed interface FeedResult {
  /**
   * A document that was understood, with or without items.
   *
   * @param items in the document's order
   * @param dropped entries with neither text nor link, cut off in the middle, or beyond the limit
   * @param repairs what had to be mended to read it, in plain words; each item repeats it
   */
  record Parsed(FeedInfo feed, List<Item> items, int dropped, List<String> repairs)
      implements FeedResult {
    public Parsed {
      items = List.copyOf(items);
      repairs = List.copyOf(repairs);
    }
  }

  /**
   * A document that nothing can be made of.
   *
   * @param reason one sentence for a person, saying what it is instead and what to do
   */
  record Unreadable(String reason) implements FeedResult {}
}
