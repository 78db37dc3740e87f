package org.wirewatch.match;

import org.jspecify.annotations.Nullable;

/**
 * What the tokens met lately are in one vocabulary: most words of a text are common ones, and one
 * look here is cheaper than the three that stems and forms take in tables that no cache holds.
 *
 * <p>Thread-safe without locks: an entry says itself whether it is whole, and one lost is found
 * again in the vocabulary. Its memory is fixed, 2 MB from the first token on.
 */
final class LatelyRead {
  /** Instead of the words of a token: it is not here. */
  static final long UNKNOWN = -1;

  private static final int BUCKET_BITS = 16;

  /** Two entries of two longs: one line of the processor's cache holds two buckets. */
  private static final int BUCKET = 4;

  /** The most words of a token that an entry holds. */
  private static final int MOST = 2;

  /**
   * By bucket a newer and an older entry, each a key mixed with its words, and the words: of two
   * threads' halves no key comes out. Two threads may each make one, and one of them is lost.
   */
  private long @Nullable [] entries;

  /** The words kept for a key, to be taken out by {@link #first} and {@link #rest}. */
  long words(long key) {
    long[] all = entries;
    if (all == null) {
      return UNKNOWN;
    }
    int at = bucket(key);
    long words = all[at + 1];
    if ((all[at] ^ words) == key) {
      return words;
    }
    words = all[at + 3];
    return (all[at + 2] ^ words) == key ? words : UNKNOWN;
  }

  /** The first of some words, plus 1; 0 where there is none. */
  static int first(long words) {
    return (int) words;
  }

  /** All but the first. */
  static long rest(long words) {
    return words >>> Integer.SIZE;
  }

  /**
   * Keeps what was read of a token, from number {@code from} on; nothing where that is too much.
   */
  void keep(long key, Readings readings, int from) {
    if (readings.size() - from > MOST) {
      return;
    }
    long words = 0;
    for (int r = readings.size() - 1; r >= from; r--) {
      words = words << Integer.SIZE | (readings.word(r) + 1);
    }
    put(key, words);
  }

  private void put(long key, long words) {
    long[] all = entries;
    if (all == null) {
      all = new long[BUCKET << BUCKET_BITS];
      entries = all;
    }
    int at = bucket(key);
    all[at + 2] = all[at];
    all[at + 3] = all[at + 1];
    all[at] = key ^ words;
    all[at + 1] = words;
  }

  private static int bucket(long key) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - BUCKET_BITS)) * BUCKET;
  }
}
