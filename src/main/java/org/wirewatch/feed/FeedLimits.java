package org.wirewatch.feed;

/**
 * How much of a document is read; what goes beyond is left out and reported.
 *
 * @param maxBytes of the body after decompression; a longer one is refused
 * @param maxEntries items of one document
 * @param maxDepth levels of nesting, at most {@value #DEEPEST}; deeper tags are ignored, their text
 *     is kept
 * @param maxElements elements of one document; where they end, the document is taken to be cut off
 */
public record FeedLimits(int maxBytes, int maxEntries, int maxDepth, int maxElements) {
  /** 20 MB, 5,000 entries, 64 levels, a million elements. */
  public static final FeedLimits DEFAULT = new FeedLimits(20 << 20, 5_000, 64, 1_000_000);

  /** Trees are walked by recursion: what is deeper would cost the stack. */
  public static final int DEEPEST = 512;

  public FeedLimits {
    if (maxBytes < 1 || maxEntries < 1 || maxDepth < 1 || maxElements < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
    if (maxDepth > DEEPEST) {
      throw new IllegalArgumentException("at most " + DEEPEST + " levels, not " + maxDepth);
    }
  }

  public FeedLimits withMaxBytes(int bytes) {
    return new FeedLimits(bytes, maxEntries, maxDepth, maxElements);
  }
}
